// SPDX-License-Identifier: Apache-2.0
// A supervision group and what it does: visits, counties put under key follow-up, what they answer.
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Select, Space } from 'antd';
import type { Dayjs } from 'dayjs';
import { officesToAsk } from '../api/circulation';
import { answerFollowUp, countyStanding, type FollowUp, type Group, placeFollowUp, startGroup, visitCounty } from '../api/supervision';
import { useChange } from '../parts/change';
import { beijingNow, DatePicker, day } from '../parts/day-picker';
import { mayOversee, useSession } from '../parts/session';
import { itemsOf } from '../supervision-words';
import { roleWords } from '../words';
import { Sheet } from './sheet';

const required = [{ required: true, message: '必填' }];
const written = [{ required: true, whitespace: true, min: 2, message: '请写明，至少 2 个字' }];

interface GivenGroup {
  name: string;
  members: string[];
  counties: string[];
  days: [Dayjs, Dayjs];
  campaign?: string;
}

export function StartGroupForm() {
  const [form] = Form.useForm<GivenGroup>();
  const navigate = useNavigate();
  const session = useSession().data;
  const offices = useQuery({ queryKey: ['offices'], queryFn: officesToAsk }).data ?? [];
  const inside = session?.region.replace(/(00)+$/, '') ?? '';
  const people = [
    ...(session ? [{ value: session.account, label: `${session.display_name}　${roleWords[session.role] ?? ''}` }] : []),
    ...offices.filter((one) => one.officer).map((one) => ({ value: one.officer!, label: `${one.officer_name}　${roleWords[one.role ?? ''] ?? ''}` })),
  ];
  const below = offices
    .filter((one) => !one.officer && one.bureau !== session?.unit && one.bureau.startsWith(`B-${inside}`))
    .map((one) => ({ value: one.bureau, label: one.bureau_name }));
  const send = ({ days: [from, until], campaign, ...given }: GivenGroup) =>
    startGroup({ ...given, from: day(from), until: day(until), ...(campaign?.trim() ? { campaign: campaign.trim() } : {}) });
  const change = useChange('督导组已设立', send, {
    form,
    done: (answer) => void navigate({ to: '/supervision/$id', params: { id: answer.result.id } }),
  });
  return (
    <Sheet<GivenGroup> label="设立督导组" next send="设立" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="name" label="名称" rules={written}>
        <Input maxLength={100} placeholder="如：第一督导组" />
      </Form.Item>
      <Form.Item name="members" label="成员" rules={required}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={people} placeholder="本部门的人员" />
      </Form.Item>
      <Form.Item name="counties" label="派往的部门" rules={required}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={below} placeholder="下级部门" />
      </Form.Item>
      <Form.Item name="days" label="起止日期" rules={required}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="campaign" label="专项（可不填）">
        <Input maxLength={200} />
      </Form.Item>
    </Sheet>
  );
}

interface GivenVisit {
  county: string;
  on: Dayjs;
  finding: string;
}

const countiesOf = (group: Group) => group.counties.map((one) => ({ value: one.bureau, label: one.name }));

export function VisitCountyForm({ group }: { group: Group }) {
  const [form] = Form.useForm<GivenVisit>();
  const send = ({ county, on, finding }: GivenVisit) => visitCounty(group.summary.id, { county, on: day(on), finding: finding.trim() });
  const change = useChange('督导情况已记录', send, { form, done: () => form.resetFields() });
  return (
    <Sheet<GivenVisit> label="记录督导" send="记录" busy={change.isPending} form={form} initial={{ on: beijingNow() }} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="county" label="督导的部门" rules={required}>
        <Select options={countiesOf(group)} />
      </Form.Item>
      <Form.Item name="on" label="日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="finding" label="发现的情况" rules={written}>
        <Input.TextArea rows={6} maxLength={2000} showCount />
      </Form.Item>
    </Sheet>
  );
}

interface GivenFollowUp {
  county: string;
  reason: string;
  items: string[];
  due: Dayjs;
}

function AskedItems() {
  return (
    <Form.List name="items">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <Space key={field.key} align="baseline" style={{ display: 'flex' }}>
              <Form.Item name={field.name} rules={written} style={{ width: 480 }}>
                <Input maxLength={500} aria-label="要求答复的事项" />
              </Form.Item>
              <Button type="text" icon={<MinusCircleOutlined />} aria-label="去掉这一项" onClick={() => remove(field.name)} />
            </Space>
          ))}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add('')}>
            添加事项
          </Button>
        </>
      )}
    </Form.List>
  );
}

export function PlaceFollowUpForm({ group }: { group: Group }) {
  const [form] = Form.useForm<GivenFollowUp>();
  const oversees = mayOversee(useSession().data);
  const standing = useQuery({ queryKey: ['county-standing'], queryFn: countyStanding, enabled: oversees }).data;
  const send = ({ county, reason, items, due }: GivenFollowUp) =>
    placeFollowUp(group.summary.id, { county, reason: reason.trim(), items: (items ?? []).map((one) => one.trim()), due: day(due) });
  const change = useChange('已列为重点跟进，该部门的待办里会出现', send, { form, done: () => form.resetFields() });
  // What is late there is a beginning.
  const begin = (county: string) => {
    const row = standing?.find((one) => one.bureau === county);
    if (row) form.setFieldValue('items', itemsOf(row));
  };
  return (
    <Sheet<GivenFollowUp> label="列为重点跟进" send="列入" busy={change.isPending} form={form} initial={{ items: [''] }} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="county" label="部门" rules={required}>
        <Select options={countiesOf(group)} onChange={begin} />
      </Form.Item>
      <Form.Item name="reason" label="理由" rules={written}>
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
      <h3>要求逐项答复的事项</h3>
      <AskedItems />
      <Form.Item name="due" label="答复的期限" rules={required} style={{ marginTop: 16 }}>
        <DatePicker minDate={beijingNow()} />
      </Form.Item>
    </Sheet>
  );
}

export function AnswerFollowUpForm({ followUp, number }: { followUp: FollowUp; number: number }) {
  const [form] = Form.useForm<{ text: string }>();
  const change = useChange('已答复', ({ text }: { text: string }) => answerFollowUp(followUp.id, { number, text: text.trim() }), { form, done: () => form.resetFields() });
  return (
    <Sheet<{ text: string }> label={`答复第 ${number} 项`} small send="答复" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <p className="typed">{followUp.items[number - 1]?.text}</p>
      <Form.Item name="text" label="答复" rules={written}>
        <Input.TextArea rows={6} maxLength={2000} showCount />
      </Form.Item>
    </Sheet>
  );
}
