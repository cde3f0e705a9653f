// SPDX-License-Identifier: Apache-2.0
// Interviews as the institution sees them: what it is invited to, what stands on record, what it says to either.
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Space, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { answerInvitation, type Invitation, type OwnTalk, ownInvitations, ownTalks, remarkTalk } from '../api/interviews';
import { written } from '../forms/case-lines';
import { instant, TimeField } from '../forms/interviews';
import { ReasonForm } from '../forms/reason';
import { Sheet } from '../forms/sheet';
import { isOpen } from '../interview-words';
import { time } from '../words';
import { useChange } from './change';
import { LedgerEntry } from './findings';
import { InvitationActs, InvitationStanding } from './invitations';

interface GivenOther {
  proposed?: Dayjs;
  text: string;
}

function OtherTimeForm({ of }: { of: Invitation }) {
  const [form] = Form.useForm<GivenOther>();
  const change = useChange(
    '改期的请求已提交',
    ({ proposed, text }: GivenOther) => answerInvitation(of.id, { answer: 'other_time', text: text.trim(), ...(proposed ? { proposed: instant(proposed) } : {}) }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<GivenOther> label="请求改期" send="提交请求" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <p className="muted">部门答复以前，原来的时间不变。</p>
      <TimeField name="proposed" label="希望的时间（可不填）" optional />
      <Form.Item name="text" label="理由" rules={written}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </Sheet>
  );
}

function OneInvitation({ of }: { of: Invitation }) {
  const comes = useChange('已确认到场', () => answerInvitation(of.id, { answer: 'comes' }));
  return (
    <section className="panel" aria-label={`约谈邀请 ${of.title}`}>
      <h2>
        约谈邀请　{of.title}　<InvitationStanding of={of} />
      </h2>
      <p>
        {time(of.at)}　{of.place}
      </p>
      <p className="muted">
        {of.id}　{of.bureau_name}　约谈人：{of.hosts}　请到场：{of.expected}
      </p>
      <p>依据：{of.basis}</p>
      <p className="typed">{of.facts}</p>
      <InvitationActs of={of} />
      {isOpen(of) && (
        <Space wrap className="no-print">
          {of.stage !== 'confirmed' && (
            <Button type="primary" loading={comes.isPending} onClick={() => comes.mutate()}>
              确认到场
            </Button>
          )}
          <OtherTimeForm of={of} />
        </Space>
      )}
    </section>
  );
}

function OneTalk({ of }: { of: OwnTalk }) {
  const kind = of.kind === 'interview' ? '约谈记录' : '通报';
  return (
    <section className="panel" aria-label={`${kind} ${of.title}`}>
      <h2>
        {kind}　{of.title}　{of.closed_on && <Tag color="green">已办结</Tag>}
      </h2>
      <p className="muted">
        {of.id}　{of.bureau_name}　{of.on}　<LedgerEntry entry={of.entry} />
      </p>
      <p>依据：{of.basis}</p>
      <p className="typed">{of.facts}</p>
      {of.demands && <p>要求：{of.demands}</p>}
      {of.due && <p>整改期限：{of.due}</p>}
      {of.outcome && <p>办理结果：{of.outcome}</p>}
      {of.remarks.map((one) => (
        <p key={one.entry}>
          本机构的意见：<span className="typed">{one.text}</span> <span className="muted">{time(one.at)}</span>
        </p>
      ))}
      <ReasonForm label="补充意见" small send="提交意见" done="意见已提交" field="意见" follows="附在记录之后，部门看得到；记录本身不改。" max={2000} make={(text) => remarkTalk(of.id, text)} />
    </section>
  );
}

export function OwnInterviews() {
  const invitations = useQuery({ queryKey: ['own-talk-invitations'], queryFn: ownInvitations });
  const talks = useQuery({ queryKey: ['own-talks'], queryFn: ownTalks });
  return (
    <>
      {(invitations.error || talks.error) && <p role="alert">没有读到约谈，请刷新。</p>}
      {invitations.data?.map((one) => <OneInvitation key={one.id} of={one} />)}
      {talks.data?.map((one) => <OneTalk key={one.id} of={one} />)}
    </>
  );
}
