// SPDX-License-Identifier: Apache-2.0
// The bureaus below, the slowest first, and the groups that are sent to them.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Result, Tag } from 'antd';
import { countyStanding, type CountyStanding, type GroupRow, groupsFrom } from '../api/supervision';
import { StartGroupForm } from '../forms/supervision';
import { MatterLink } from '../parts/matter-link';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { isBureau, mayInspect, mayOversee, useSession } from '../parts/session';
import { lateOf } from '../supervision-words';

const kShown = 5;

function Late({ row }: { row: CountyStanding }) {
  return (
    <>
      {row.late.slice(0, kShown).map((one) => (
        <div key={`${one.matter.id} ${one.what} ${one.officer_name} ${one.due}`}>
          {one.what}：
          <MatterLink matter={one.matter} project={one.matter.project}>
            {one.matter.title}
          </MatterLink>{' '}
          <span className="late">逾期 {one.days} 个工作日</span>
        </div>
      ))}
      {row.late.length > kShown && <div className="muted">另有 {row.late.length - kShown} 件</div>}
      {row.late.length === 0 && <span className="muted">没有</span>}
    </>
  );
}

const standingColumns: Column<CountyStanding>[] = [
  {
    title: '部门',
    render: (row) => (
      <>
        {row.bureau_name}
        {row.followed_by && (
          <div>
            <Link to="/supervision/$id" params={{ id: row.followed_by }}>
              <Tag color="volcano">重点跟进</Tag>
            </Link>
          </div>
        )}
      </>
    ),
  },
  { title: '逾期合计', width: 90, render: (row) => (lateOf(row) > 0 ? <span className="late">{lateOf(row)}</span> : 0) },
  { title: '部门自己逾期的', render: (row) => <Late row={row} /> },
  { title: '整改逾期', width: 90, render: (row) => (row.orders_late > 0 ? <Link to="/rectifications">{row.orders_late} 件</Link> : 0) },
  {
    title: '机构逾期',
    width: 90,
    render: (row) =>
      row.institutions_overdue > 0 ? (
        <Link to="/deadlines" search={{ region: row.region }}>
          {row.institutions_overdue} 项
        </Link>
      ) : (
        0
      ),
  },
  { title: '本年已覆盖', width: 110, render: (row) => `${row.covered} / ${row.institutions} 家` },
];

const groupColumns: Column<GroupRow>[] = [
  {
    title: '督导组',
    render: (row) => (
      <>
        <Link to="/supervision/$id" params={{ id: row.id }}>
          {row.name}
        </Link>
        {row.campaign && <div className="muted">{row.campaign}</div>}
      </>
    ),
  },
  { title: '派出部门', render: (row) => row.bureau_name },
  { title: '起止日期', width: 210, render: (row) => `${row.from} 至 ${row.until}` },
  { title: '派往', width: 80, render: (row) => `${row.counties} 个` },
  { title: '重点跟进', width: 90, render: (row) => (row.follow_ups > 0 ? <Tag color="volcano">{row.follow_ups} 项</Tag> : '没有') },
  { title: '督导', width: 80, render: (row) => `${row.visits} 次` },
];

function Standing() {
  const found = useQuery({ queryKey: ['county-standing'], queryFn: countyStanding });
  return (
    <div className="panel">
      <h2>下级部门，最慢的在前</h2>
      <p className="muted">按逾期的件数，再按逾期最久的天数，再按没有覆盖的比例排列。部门自己逾期的，到了依据规定告知上级的日子才列出。</p>
      <Rows
        label="下级部门"
        columns={standingColumns}
        rows={found.data ?? []}
        rowKey={(row) => row.bureau}
        pending={found.isPending}
        empty={found.error ? '没有读到，请刷新。' : '没有直接下级部门。'}
        least={900}
      />
    </div>
  );
}

export function SupervisionPage() {
  const session = useSession().data;
  const list = usePages(['supervision-groups'], groupsFrom);
  if (session && !isBureau(session)) return <Result status="403" title="督导由应急管理部门进行" />;
  return (
    <>
      <div className="headline">
        <div>
          <h1>督导</h1>
          <p>督导组派往下级部门；进展慢的列为重点跟进，由该部门逐项答复，督导组核实后结束。</p>
        </div>
        {mayInspect(session) && <StartGroupForm />}
      </div>
      {mayOversee(session) && <Standing />}
      <div className="panel">
        <h2>督导组</h2>
        <Rows
          label="督导组"
          columns={groupColumns}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到，请刷新。' : '没有督导组。'}
          least={800}
        />
        <More list={list} />
      </div>
    </>
  );
}
