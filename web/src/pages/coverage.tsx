// SPDX-License-Identifier: Apache-2.0
// Who was looked at since a day, by what kind of look, and who was not: those one click from a task.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Progress, Segmented, Space, Spin, Tag } from 'antd';
import { useState } from 'react';
import { type BureauCoverage, coverageBelow, coverageOf, type CoverageRow } from '../api/planning';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { LooksList } from '../parts/looks';
import { type Column, Rows } from '../parts/rows';
import { Why } from '../parts/why';
import { standsAs } from '../planning-words';

// A task is one click away where it is the bureau's own to plan.
const columnsOf = (own: boolean): Column<CoverageRow>[] => [
  {
    title: '机构',
    render: (row) => (
      <>
        <Link to="/institutions/$id" params={{ id: row.institution }}>
          {row.name}
        </Link>{' '}
        {row.key_listed && <Tag color="red">重点监督检查对象</Tag>}
        <div className="muted">{standsAs(row)}</div>
      </>
    ),
  },
  { title: '计划', width: 90, render: (row) => (row.planned ? `${row.planned} 次` : '—') },
  {
    title: '查过',
    render: (row) => <LooksList by={row.by} />,
  },
  {
    title: '覆盖',
    width: 190,
    render: (row) => (
      <>
        {row.covered ? <Tag color="green">已覆盖</Tag> : <Tag color="orange">未覆盖</Tag>}
        {row.over_cap && <Tag color="red">超过频次上限</Tag>}
        {own && !row.covered && (
          <Link to="/inspections/new" search={{ institution: row.institution, origin: row.key_listed ? 'key_list' : 'annual_plan' } as never}>
            安排检查
          </Link>
        )}
      </>
    ),
  },
];

const percentOf = (covered: number, all: number) => (all ? Math.floor((100 * covered) / all) : 100);

// What the bureaus directly below covered; one of them is looked into by a click.
function Below({ from, open, onOpen }: { from: string; open?: string; onOpen: (bureau: string) => void }) {
  const { data: rows, error } = useQuery({ queryKey: ['coverage-below', from], queryFn: () => coverageBelow(from) });
  if (error) return <p className="muted">没有读到下级部门的覆盖情况，请刷新。</p>;
  if (!rows?.length) return null;
  const columns: Column<BureauCoverage>[] = [
    {
      title: '下级部门',
      render: (row) => (
        <Button type="link" size="small" style={{ height: 'auto', textAlign: 'left', whiteSpace: 'normal' }} disabled={row.bureau === open} onClick={() => onOpen(row.bureau)}>
          {row.bureau_name}
        </Button>
      ),
    },
    { title: '机构', width: 90, render: (row) => `${row.institutions} 家` },
    { title: '已覆盖', width: 240, render: (row) => <Progress aria-label={`${row.bureau_name}已覆盖`} percent={percentOf(row.covered, row.institutions)} format={() => `${row.covered} / ${row.institutions}`} /> },
    { title: '超过频次上限', width: 130, render: (row) => (row.over_cap ? <Tag color="red">{row.over_cap} 家</Tag> : '没有') },
  ];
  return (
    <>
      <h3>下级部门</h3>
      <Rows label="下级部门覆盖情况" columns={columns} rows={rows} rowKey={(row) => row.bureau} pending={false} empty="" least={700} />
    </>
  );
}

export function CoverageMeter() {
  const [from, setFrom] = useState(() => beijingNow().startOf('year'));
  const [which, setWhich] = useState('all');
  const [bureau, setBureau] = useState<string>();
  const found = useQuery({ queryKey: ['coverage', day(from), bureau], queryFn: () => coverageOf(day(from), bureau) });
  if (!found.data) return found.error ? <p className="muted">没有读到，请刷新。</p> : <Spin />;
  const { rows, covered, citation, cap } = found.data;
  const shown = rows.filter((row) => which === 'all' || row.covered === (which === 'covered'));
  return (
    <>
      {bureau && (
        <p>
          <Tag closable style={{ whiteSpace: 'normal' }} onClose={() => setBureau(undefined)}>
            下级部门 {found.data.bureau_name}
          </Tag>
        </p>
      )}
      <Space wrap size="large" align="center">
        <Progress aria-label="已覆盖的机构" type="circle" size={90} percent={percentOf(covered, rows.length)} format={() => `${covered} / ${rows.length}`} />
        <div>
          <div>
            {rows.length} 家机构中 {covered} 家已覆盖，还有 <strong>{rows.length - covered}</strong> 家。
            {citation && <Why citation={citation} />}
          </div>
          <div className="muted">
            {found.data.from} 至 {found.data.to}；{cap ? `对同一机构的现场检查每年不超过 ${cap} 次` : '当地没有公布频次上限，只显示次数'}
          </div>
        </div>
        <label className="asked">
          从哪天起
          <DatePicker value={from} allowClear={false} maxDate={beijingNow()} onChange={(chosen) => chosen && setFrom(chosen)} />
        </label>
        <Segmented
          aria-label="覆盖"
          value={which}
          onChange={(chosen) => setWhich(String(chosen))}
          options={[
            { value: 'all', label: '全部' },
            { value: 'open', label: '未覆盖' },
            { value: 'covered', label: '已覆盖' },
          ]}
        />
      </Space>
      <div style={{ marginTop: 16 }}>
        <Rows label="全覆盖" columns={columnsOf(!bureau)} rows={shown} rowKey={(row) => row.institution} pending={false} empty="没有这样的机构。" least={800} />
      </div>
      <Below from={day(from)} open={bureau} onOpen={setBureau} />
    </>
  );
}
