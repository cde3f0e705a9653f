// SPDX-License-Identifier: Apache-2.0
// One draw that was held on another platform: what that gave, and an inspection for each who was drawn.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Descriptions, Result, Spin, Tag } from 'antd';
import { Problem } from '../api/client';
import { type OutsideDraw, outsideDrawOf, withdrawOutsideDraw } from '../api/draw';
import { ReasonForm } from '../forms/reason';
import { rowsSize } from '../outside-draw';
import { LedgerEntry } from '../parts/findings';
import { type Column, Rows } from '../parts/rows';
import { mayHoldDraws, useSession } from '../parts/session';
import { time } from '../words';

type Row = OutsideDraw['rows'][number];

function Facts({ draw }: { draw: OutsideDraw }) {
  const { summary, source } = draw;
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'p', label: '平台', children: summary.platform },
        { key: 'n', label: '该平台的编号', children: summary.number },
        { key: 'd', label: '抽取日期', children: summary.drawn_on },
        { key: 'g', label: '依据', children: draw.basis },
        { key: 's', label: '名单', children: rowsSize(draw.rows.map((one) => one.row)) },
        { key: 'b', label: '部门', children: summary.bureau_name },
        { key: 'r', label: '登记', children: <span>{draw.recorded_by}　{time(summary.recorded_at)}　<LedgerEntry entry={summary.entry} /></span> },
        ...(source ? [{ key: 'f', label: '文件', children: <span>{source.file_name}　<code className="digest">{source.sm3}</code></span> }] : []),
      ]}
    />
  );
}

const columnsFor = (draw: OutsideDraw, may: boolean): Column<Row>[] => [
  {
    title: '机构',
    render: ({ row, institution, institution_name: name }) => (
      <>
        {institution ? <Link to="/institutions/$id" params={{ id: institution }}>{row.name}</Link> : row.name}
        <div className="muted">
          {row.credit_code}
          {institution ? name !== row.name && `　登记为 ${name}` : '　登记里没有'}
        </div>
      </>
    ),
  },
  { title: '结果', width: 200, render: ({ row }) => <>{row.drawn && <Tag color="green">抽中</Tag>}{row.note}</> },
  {
    title: '',
    width: 110,
    render: ({ row, institution }) =>
      may && row.drawn && institution && (
        <Link to="/inspections/new" search={{ institution, origin: 'draw', ref: draw.summary.id } as never}>
          安排检查
        </Link>
      ),
  },
];

export function OutsideDrawPage() {
  const session = useSession().data;
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const found = useQuery({ queryKey: ['outside-draw', id], queryFn: () => outsideDrawOf(id) });
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const hidden = found.error instanceof Problem && found.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有登记过这次抽取，或您不能查看' : '没有读到，请刷新'} />;
  }
  const draw = found.data;
  const may = mayHoldDraws(session) && session?.unit === draw.summary.bureau && !draw.withdrawn;
  const drawnFirst = [...draw.rows].sort((a, b) => Number(b.row.drawn) - Number(a.row.drawn));
  return (
    <>
      <div className="headline">
        <div>
          <h1>{draw.summary.title}</h1>
          <p>
            {id}　<Tag>在其他平台抽取</Tag>
          </p>
        </div>
        {may && (
          <ReasonForm
            label="撤回登记"
            send="撤回"
            done="登记已撤回"
            follows="登记和撤回都保留；撤回以后可以重新登记。"
            max={500}
            make={(reason) => withdrawOutsideDraw(id, reason)}
          />
        )}
      </div>
      {draw.withdrawn && <Alert type="warning" showIcon title={`已撤回：${draw.withdrawn}`} style={{ marginBottom: 16 }} />}
      <Alert type="info" showIcon title="照该平台给出的登记；种子不在本平台，这里不能验算。" style={{ marginBottom: 16 }} />
      <div className="panel">
        <Facts draw={draw} />
      </div>
      <div className="panel">
        <h2>名单和结果</h2>
        <Rows label="名单和结果" columns={columnsFor(draw, may)} rows={drawnFirst} rowKey={({ row }) => `${row.name} ${row.credit_code ?? ''}`} pending={false} empty="名单是空的。" least={600} />
      </div>
    </>
  );
}
