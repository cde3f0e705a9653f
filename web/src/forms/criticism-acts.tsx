// SPDX-License-Identifier: Apache-2.0
// A bureau below is criticised, answers, and the nation is told.
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { officesToAsk } from '../api/circulation';
import { answerCriticism, criticise, type Criticism, type Ground, groundsOf, reportCriticism } from '../api/criticism';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { required, written } from './case-lines';
import { Sheet } from './sheet';

interface Given {
  bureau: string;
  title: string;
  number?: string;
  basis: string;
  facts: string;
  grounds?: string[];
  on: Dayjs;
  demands?: string;
  due?: Dayjs;
}

export const groundWords: Record<Ground['kind'], string> = { rectification: '整改', own_overdue: '部门自己的期限' };
const keyOf = ({ kind, matter }: Ground) => `${kind} ${matter.kind} ${matter.id}`;

// Below: "B-652300" is over "B-652301".
const below = (own: string, other: string) => other !== own && other.startsWith(own.replace(/(00)+$/, '')) && !own.startsWith(other.replace(/(00)+$/, ''));

function Grounds({ value, onChange, known }: { value?: string[]; onChange?: (chosen: string[]) => void; known: Ground[] }) {
  if (known.length === 0) return <span className="muted">今天没有逾期的整改，也没有逾期的部门期限；事由写在下面。</span>;
  return (
    <Checkbox.Group
      value={value}
      onChange={(chosen) => onChange?.(chosen)}
      options={known.map((one) => ({ value: keyOf(one), label: `${groundWords[one.kind]}：${one.title}，${one.what}${one.due ? `（期限 ${one.due}）` : ''}` }))}
    />
  );
}

export function CriticiseForm({ own }: { own: string }) {
  const [form] = Form.useForm<Given>();
  const bureau = Form.useWatch('bureau', form);
  const offices = useQuery({ queryKey: ['offices'], queryFn: officesToAsk });
  const known = useQuery({ queryKey: ['criticism-grounds', bureau], queryFn: () => groundsOf(bureau), enabled: Boolean(bureau) }).data ?? [];
  const change = useChange(
    '通报批评已作出',
    (given: Given) =>
      criticise({
        bureau: given.bureau,
        title: given.title,
        number: given.number || undefined,
        basis: given.basis,
        facts: given.facts,
        grounds: known.filter((one) => given.grounds?.includes(keyOf(one))).map(({ kind, matter }) => ({ kind, matter })),
        on: day(given.on),
        demands: given.demands || undefined,
        due: given.due ? day(given.due) : undefined,
      }),
    { form, done: () => form.resetFields() },
  );
  const options = (offices.data ?? []).filter((one) => !one.officer && below(own, one.bureau)).map((one) => ({ value: one.bureau, label: one.bureau_name }));
  return (
    <Sheet<Given> label="通报批评下级部门" send="作出通报" busy={change.isPending} form={form} initial={{ on: beijingNow() }} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <p className="muted">被通报的部门在待办里看到，可以逐次答复。通报和所引的逾期事项记入账本，不能撤回。</p>
      <Form.Item name="bureau" label="被通报的部门" rules={required}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      {bureau && (
        <Form.Item name="grounds" label="逾期的事项">
          <Grounds known={known} />
        </Form.Item>
      )}
      <Form.Item name="title" label="名称" rules={written}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="number" label="文号（可不填）">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="basis" label="依据" rules={written}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="facts" label="事由" rules={written}>
        <Input.TextArea rows={4} maxLength={4000} showCount />
      </Form.Item>
      <Form.Item name="on" label="日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="demands" label="要求（可不填）">
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="due" label="答复期限（可不填）">
        <DatePicker />
      </Form.Item>
    </Sheet>
  );
}

export function AnswerCriticismForm({ criticism }: { criticism: Criticism }) {
  const [form] = Form.useForm<{ text: string }>();
  const change = useChange('答复已提交', ({ text }: { text: string }) => answerCriticism(criticism.id, text.trim()), { form, done: () => form.resetFields() });
  return (
    <Sheet<{ text: string }> label="答复" title={`答复：${criticism.title}`} small next={!criticism.answered} send="提交答复" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="text" label="整改情况" rules={written}>
        <Input.TextArea rows={6} maxLength={4000} showCount />
      </Form.Item>
    </Sheet>
  );
}

interface Report {
  on: Dayjs;
  number: string;
  to: string;
}

export function ReportCriticismForm({ criticism }: { criticism: Criticism }) {
  const [form] = Form.useForm<Report>();
  const change = useChange('上报已登记', ({ on, number, to }: Report) => reportCriticism(criticism.id, { on: day(on), number: number.trim(), to: to.trim() }), { form, done: () => form.resetFields() });
  return (
    <Sheet<Report> label="登记上报国家主管部门" title={`登记上报：${criticism.title}`} small send="登记上报" busy={change.isPending} form={form} initial={{ on: beijingNow(), to: '应急管理部' }} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="to" label="上报哪里" rules={written}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="on" label="上报日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="number" label="上报文号" rules={required}>
        <Input maxLength={100} />
      </Form.Item>
    </Sheet>
  );
}
