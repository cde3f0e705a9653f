// SPDX-License-Identifier: Apache-2.0
// What waits for me and what I gave to others; for those who answer for the bureau, what lies where and what is late.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { type BureauLoad, oversight, type Oversight, type OwnOverdue, sentSlips, type Slip } from '../api/circulation';
import { lineStanding, matterWords, slipWords, standingIn, whoIs } from '../circulation-words';
import { SlipDue } from '../parts/circulation';
import { MatterLink } from '../parts/matter-link';
import { type Column, Rows } from '../parts/rows';
import { mayOversee, useSession } from '../parts/session';
import { Why } from '../parts/why';
import { time } from '../words';

function About({ matter }: { matter: Slip['matter'] }) {
  return (
    <>
      <MatterLink matter={matter} project={matter.project}>
        {matter.title}
      </MatterLink>
      <div className="muted">
        {matterWords[matter.kind]}　{matter.unit_name === matter.title ? '' : matter.unit_name}
      </div>
    </>
  );
}

function Kind({ slip }: { slip: Slip }) {
  return <Tag color={slipWords[slip.kind].color}>{slipWords[slip.kind].label}</Tag>;
}

function Lines({ slip, own, openOnly }: { slip: Slip; own: string; openOnly?: boolean }) {
  return (
    <>
      {slip.lines
        .filter((line) => !openOnly || (!line.outcome && line.bureau === own))
        .map((line) => (
          <div key={line.number}>
            {whoIs(line.officer_name, line.bureau_name, line.bureau === own)} <Tag color={lineStanding(line).color}>{lineStanding(line).label}</Tag>
            {line.answered_for && <span className="muted">{standingIn(line.answered_for)}</span>}
            {line.text && <div className="muted typed">{line.text}</div>}
          </div>
        ))}
    </>
  );
}

function slipColumns(own: string, sent: boolean): Column<Slip>[] {
  return [
    { title: '类别', width: 84, render: (row) => <Kind slip={row} /> },
    { title: '事项', render: (row) => <About matter={row.matter} /> },
    {
      title: '说明',
      render: (row) => (
        <>
          {row.text && <div className="typed">{row.text}</div>}
          <div className="muted">
            {sent ? '' : `${whoIs(row.from_name, row.from_bureau_name, row.from_bureau === own)}　`}
            {time(row.sent_at)}
          </div>
        </>
      ),
    },
    { title: sent ? '办理情况' : '在谁手里', render: (row) => <Lines slip={row} own={own} openOnly={!sent} /> },
    { title: '期限', width: 170, render: (row) => <SlipDue slip={row} /> },
  ];
}

// The flag that reaches farthest says why it is shown here.
function Reason({ row }: { row: OwnOverdue }) {
  const flag = row.flags[row.flags.length - 1];
  if (!flag) return null;
  return (
    <>
      {flag.text}
      <Why citation={flag.citation} facts={flag.facts} clears={flag.clears} />
    </>
  );
}

const lateColumns: Column<OwnOverdue>[] = [
  {
    title: '部门',
    render: (row) => (
      <>
        {row.bureau_name}
        {row.officer_name && <div className="muted">{row.officer_name}</div>}
      </>
    ),
  },
  { title: '类别', width: 110, render: (row) => row.what },
  { title: '事项', render: (row) => <About matter={row.matter} /> },
  {
    title: '期限',
    width: 190,
    render: (row) => (
      <>
        {row.due} <span className="late">逾期 {row.days} 个工作日</span>
      </>
    ),
  },
  { title: '督办', render: (row) => <Reason row={row} /> },
];

const bureauColumns: Column<BureauLoad>[] = [
  { title: '部门', render: (row) => row.bureau_name },
  { title: '在办（件）', width: 110, render: (row) => row.open },
  { title: '部门逾期（件）', width: 130, render: (row) => (row.own_overdue > 0 ? <span className="late">{row.own_overdue}</span> : 0) },
  {
    title: '机构逾期（项）',
    width: 130,
    render: (row) =>
      row.institutions_overdue > 0 ? (
        <Link to="/deadlines" search={{ region: row.region }}>
          {row.institutions_overdue}
        </Link>
      ) : (
        0
      ),
  },
];

function Overview({ view, own }: { view: Oversight | undefined; own: string }) {
  return (
    <>
      <div className="panel">
        <h2>部门自己逾期的</h2>
        <p className="muted">本部门的，逾期即列出；下级部门的，逾期较久才列出，日数见依据。</p>
        <Rows
          label="部门自己逾期的"
          columns={lateColumns}
          rows={view?.overdue ?? []}
          rowKey={(row) => `${row.bureau} ${row.matter.id} ${row.what} ${row.officer_name} ${row.due}`}
          pending={!view}
          empty="没有逾期的。"
          least={820}
        />
      </div>
      <div className="panel">
        <h2>各部门</h2>
        <Rows label="各部门" columns={bureauColumns} rows={view?.bureaus ?? []} rowKey={(row) => row.bureau} pending={!view} empty="没有下级部门。" />
      </div>
      <div className="panel">
        <h2>在本部门手里的</h2>
        <Rows
          label="在本部门手里的"
          columns={slipColumns(own, false)}
          rows={view?.lying ?? []}
          rowKey={(row) => row.id}
          pending={!view}
          empty="没有在办的流转事项。"
          least={820}
        />
      </div>
    </>
  );
}

export function CirculationPage() {
  const session = useSession().data;
  const oversees = mayOversee(session);
  const own = session?.unit ?? '';
  const sent = useQuery({ queryKey: ['slips', 'sent'], queryFn: sentSlips });
  const view = useQuery({ queryKey: ['oversight'], queryFn: oversight, enabled: oversees });
  return (
    <>
      <div className="headline">
        <div>
          <h1>{oversees ? '流转与督办' : '流转'}</h1>
          <p>等您办理的在“我的待办”里。</p>
        </div>
        <Link to="/criticisms">
          <Button tabIndex={-1}>通报批评</Button>
        </Link>
      </div>
      {oversees && view.error && <div className="panel">没有读到督办情况，请刷新。</div>}
      {oversees && !view.error && <Overview view={view.data} own={own} />}
      <div className="panel">
        <h2>我交出去的</h2>
        <Rows
          label="我交出去的"
          columns={slipColumns(own, true)}
          rows={sent.data ?? []}
          rowKey={(row) => row.id}
          pending={sent.isPending}
          empty={sent.error ? '没有读到，请刷新。' : '没有交给别人的事项。'}
          least={820}
        />
      </div>
    </>
  );
}
