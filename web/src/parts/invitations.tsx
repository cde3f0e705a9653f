// SPDX-License-Identifier: Apache-2.0
// Invitations to warning interviews, on the bureau's page.
import { Space, Tag } from 'antd';
import { type Invitation, invitationsFrom } from '../api/interviews';
import { EndForm, SetTimeForm } from '../forms/interviews';
import { invitationActWords, invitationStageWords, isOpen } from '../interview-words';
import { time } from '../words';
import { LedgerEntry } from './findings';
import { More, usePages } from './pages';
import { type Column, Rows } from './rows';
import { mayHandleCases, useSession } from './session';

export function InvitationActs({ of }: { of: Invitation }) {
  return (
    <>
      {of.acts.map((one) => (
        <div key={one.entry} className="muted">
          {time(one.at)}　{invitationActWords[one.act]}
          {one.time && `（${time(one.time)}）`}
          {one.text && `：${one.text}`} <LedgerEntry entry={one.entry} />
        </div>
      ))}
    </>
  );
}

export function InvitationStanding({ of }: { of: Invitation }) {
  const { label, color } = invitationStageWords[of.stage];
  return (
    <>
      <Tag color={color}>{label}</Tag>
      {of.past && <Tag color="red">时间已过，未登记结果</Tag>}
    </>
  );
}

export function Invitations() {
  const session = useSession().data;
  const list = usePages(['talk-invitations'], invitationsFrom);
  if (!list.error && list.rows?.length === 0) return null;
  const columns: Column<Invitation>[] = [
    {
      title: '约谈',
      render: (row) => (
        <>
          <strong>{row.title}</strong>
          <div className="muted">{row.id}</div>
          <LedgerEntry entry={row.entry} />
        </>
      ),
    },
    { title: '机构', width: 180, render: (row) => row.institution_name },
    {
      title: '时间、地点',
      width: 190,
      render: (row) => (
        <>
          {time(row.at)}
          <div className="muted">{row.place}</div>
        </>
      ),
    },
    {
      title: '事由与经过',
      render: (row) => (
        <>
          <div>依据：{row.basis}</div>
          <span className="typed">{row.facts}</span>
          <InvitationActs of={row} />
        </>
      ),
    },
    {
      title: '现在',
      width: 190,
      render: (row) => (
        <>
          <InvitationStanding of={row} />
          {isOpen(row) && session?.unit === row.bureau && mayHandleCases(session) && (
            <Space wrap size={4}>
              <SetTimeForm of={row} />
              <EndForm of={row} />
            </Space>
          )}
        </>
      ),
    },
  ];
  return (
    <div className="panel">
      <h2>约谈邀请</h2>
      <Rows label="约谈邀请" columns={columns} rows={list.rows} rowKey={(row) => row.id} pending={list.isPending} empty={list.error ? '没有读到邀请，请刷新。' : '没有邀请。'} least={900} />
      <More list={list} />
    </div>
  );
}
