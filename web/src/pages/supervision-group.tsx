// SPDX-License-Identifier: Apache-2.0
// One group: whom it is made of, where it goes, what it asked of whom, what it saw.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Descriptions, Result, Space, Spin, Tag } from 'antd';
import { Problem } from '../api/client';
import { endFollowUp, type FollowUp, type Group, groupOf, type GroupVisit } from '../api/supervision';
import { ReasonForm } from '../forms/reason';
import { AnswerFollowUpForm, PlaceFollowUpForm, VisitCountyForm } from '../forms/supervision';
import { LedgerEntry } from '../parts/findings';
import { type Column, Rows } from '../parts/rows';
import { mayInspect, useSession } from '../parts/session';
import { beijingToday } from '../registry-words';
import { followUpStanding } from '../supervision-words';
import { time } from '../words';

type Item = FollowUp['items'][number];

const itemColumns = (followUp: FollowUp, answers: boolean): Column<Item>[] => [
  { title: '项', width: 50, render: (row) => row.number },
  { title: '要求', render: (row) => <div className="typed">{row.text}</div> },
  {
    title: '答复',
    render: (row) => (
      <>
        {row.answer ? <div className="typed">{row.answer}</div> : <span className="muted">没有答复</span>}
        {row.answered_at && (
          <div className="muted">
            {row.answered_by}　{time(row.answered_at)}
          </div>
        )}
      </>
    ),
  },
  ...(answers ? [{ title: '办理', width: 130, render: (row: Item) => <AnswerFollowUpForm followUp={followUp} number={row.number} /> }] : []),
];

function FollowUpCard({ followUp, ends, answers }: { followUp: FollowUp; ends: boolean; answers: boolean }) {
  const standing = followUpStanding(followUp, beijingToday());
  return (
    <div className="panel">
      <div className="card-head" style={{ marginTop: 0 }}>
        <h2>
          重点跟进：{followUp.county_name} <Tag color={standing.color}>{standing.label}</Tag>
        </h2>
        {ends && !followUp.ended_at && (
          <ReasonForm
            label="结束重点跟进"
            send="结束"
            done="重点跟进已结束"
            field="结果"
            max={2000}
            follows="结束后该部门不再答复；写明核实的情况和结果。"
            make={(text) => endFollowUp(followUp.id, text)}
          />
        )}
      </div>
      <p className="typed">{followUp.reason}</p>
      <p className="muted">
        {followUp.placed_by}　{time(followUp.placed_at)}　答复期限 {followUp.due}　<LedgerEntry entry={followUp.entry} />
      </p>
      <Rows
        label={`${followUp.county_name}逐项答复`}
        columns={itemColumns(followUp, answers && followUp.yours_to_answer)}
        rows={followUp.items}
        rowKey={(row) => String(row.number)}
        empty=""
        least={700}
      />
      {followUp.result && (
        <p>
          结果：<span className="typed">{followUp.result}</span>
          {followUp.ended_at && (
            <span className="muted">
              {'　'}
              {followUp.ended_by}　{time(followUp.ended_at)}
            </span>
          )}
        </p>
      )}
    </div>
  );
}

const visitColumns: Column<GroupVisit>[] = [
  { title: '日期', width: 110, render: (row) => row.on },
  { title: '部门', width: 220, render: (row) => row.county_name },
  { title: '发现的情况', render: (row) => <div className="typed">{row.finding}</div> },
  {
    title: '记录',
    width: 180,
    render: (row) => (
      <>
        {row.by}
        <div className="muted">
          {time(row.at)}　<LedgerEntry entry={row.entry} />
        </div>
      </>
    ),
  },
];

function Head({ group, own }: { group: Group; own: boolean }) {
  const { summary } = group;
  return (
    <>
      <div className="headline">
        <div>
          <h1>{summary.name}</h1>
          <p>
            {summary.id}　{summary.bureau_name}
          </p>
        </div>
        {own && (
          <Space wrap className="no-print">
            {group.yours_to_visit && <VisitCountyForm group={group} />}
            <PlaceFollowUpForm group={group} />
          </Space>
        )}
      </div>
      <div className="panel">
        <Descriptions
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'd', label: '起止日期', children: `${summary.from} 至 ${summary.until}` },
            { key: 'c', label: '专项', children: summary.campaign ?? '没有' },
            { key: 'm', label: '成员', children: group.members.map((one) => one.name).join('、') },
            { key: 'b', label: '派往', children: group.counties.map((one) => one.name).join('、') },
            { key: 'e', label: '记录', children: <LedgerEntry entry={summary.entry} /> },
          ]}
        />
      </div>
    </>
  );
}

export function SupervisionGroupPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const session = useSession().data;
  const found = useQuery({ queryKey: ['supervision-group', id], queryFn: () => groupOf(id) });
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const hidden = found.error instanceof Problem && found.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有这个督导组，或您不能查看' : '没有读到督导组，请刷新'} />;
  }
  const group = found.data;
  const acts = mayInspect(session);
  const own = acts && session?.unit === group.summary.bureau;
  return (
    <>
      <Head group={group} own={own} />
      {group.follow_ups.map((one) => (
        <FollowUpCard key={one.id} followUp={one} ends={own} answers={acts} />
      ))}
      <div className="panel">
        <h2>督导记录</h2>
        <Rows label="督导记录" columns={visitColumns} rows={group.visits} rowKey={(row) => String(row.entry)} empty="还没有督导记录。" least={800} />
      </div>
    </>
  );
}
