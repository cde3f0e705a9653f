// SPDX-License-Identifier: Apache-2.0
// A step that was taken: what, when, by whom, with which document. What is out of order is recorded and remarked upon.
import { Button, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { type Case, type PaymentOf, recordStep, type RecordStep, type StepKind } from '../api/cases';
import { formOfStep, paymentWords, stepKindWords } from '../case-words';
import { AuthorityChoice } from '../parts/authority-choice';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { type Home, HomeNotice } from '../parts/home-authority';
import { bureauUnit } from '../parts/offices';
import { RegionPicker } from '../parts/region';
import { Documents, type GivenDocument, type GivenOfficer, Officers, required, withoutEmpty, written } from './case-lines';
import { referralText } from './refer-home';
import { Sheet } from './sheet';

interface Given {
  kind: StepKind;
  on: Dayjs;
  at?: Dayjs;
  until?: Dayjs;
  amount?: number;
  pays?: PaymentOf;
  instalments?: string;
  to?: string; // region
  authority?: string;
  external_number?: string;
  text: string;
  officers?: GivenOfficer[];
  documents?: GivenDocument[];
}

const hourly: StepKind[] = ['police_approved', 'police_sent'];
const until: Partial<Record<StepKind, string>> = { hearing_announced: '听证举行的日期', extension: '延至' };
const sums: StepKind[] = ['payment', 'surcharge'];

// "2026-03-01 5000" a line.
function instalmentsOf(text: string | undefined): RecordStep['instalments'] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([due, amount]) => due && amount)
    .map(([due, amount]) => ({ due: due!, amount: Math.round(Number(amount) * 100) }));
}

export function stepOf(given: Given): RecordStep {
  return {
    kind: given.kind,
    on: day(given.on),
    at: hourly.includes(given.kind) && given.at ? `${given.at.format('YYYY-MM-DDTHH:mm:ss')}+08:00` : undefined,
    until: until[given.kind] && given.until ? day(given.until) : undefined,
    amount: sums.includes(given.kind) && given.amount ? Math.round(given.amount * 100) : undefined,
    pays: given.kind === 'payment' ? given.pays : undefined,
    instalments: given.kind === 'instalments' ? instalmentsOf(given.instalments) : [],
    to: given.kind === 'referred' && given.to ? bureauUnit(given.to, given.authority ?? 'government') : undefined,
    external_number: given.external_number || undefined,
    text: given.text,
    officers: withoutEmpty(given.officers),
    documents: withoutEmpty(given.documents),
  };
}

// The usual next ones first.
function kindsFor(view: Case) {
  const next = view.next.filter((kind) => kind !== 'decision');
  const rest = (Object.keys(stepKindWords) as StepKind[]).filter((kind) => kind !== 'decision' && !next.includes(kind));
  const option = (kind: StepKind) => ({ value: kind, label: stepKindWords[kind] });
  return [
    { label: '通常的下一步', options: next.map(option) },
    { label: '其他步骤', options: rest.map(option) },
  ];
}

function Particular({ kind, external }: { kind: StepKind | undefined; external: boolean }) {
  if (!kind) return null;
  return (
    <>
      {hourly.includes(kind) && (
        <Form.Item name="at" label="时刻" rules={required} extra="批准以后的移送时限自这一时刻起按小时计算。">
          <DatePicker showTime format="YYYY-MM-DD HH:mm" />
        </Form.Item>
      )}
      {until[kind] && (
        <Form.Item name="until" label={until[kind]} rules={required}>
          <DatePicker />
        </Form.Item>
      )}
      {sums.includes(kind) && (
        <Form.Item name="amount" label="金额（元）" rules={required}>
          <InputNumber min={0.01} precision={2} style={{ width: 200 }} />
        </Form.Item>
      )}
      {kind === 'payment' && (
        <Form.Item name="pays" label="缴的是" initialValue="fine" rules={required}>
          <Select options={Object.entries(paymentWords).map(([value, label]) => ({ value, label }))} style={{ width: 200 }} />
        </Form.Item>
      )}
      {kind === 'instalments' && (
        <Form.Item name="instalments" label="各期" rules={required} extra="一行一期：日期 金额（元），如 2026-03-31 5000">
          <Input.TextArea rows={3} />
        </Form.Item>
      )}
      {kind === 'referred' && (
        <>
          <Form.Item name="to" label="移送给" rules={required} extra="哪里的应急管理部门。移送后该部门可以查看本案，并有待办。">
            <RegionPicker anyLevel />
          </Form.Item>
          <AuthorityChoice initial="government" />
        </>
      )}
      {external && (
        <Form.Item name="external_number" label="执法系统的案号（可不填）">
          <Input maxLength={100} />
        </Form.Item>
      )}
    </>
  );
}

// What a document's delivery tells of the step it is: nothing of it is typed again.
export interface Taken {
  kind: StepKind;
  on: string;
  text: string;
  paper: NonNullable<RecordStep['paper']>;
  says: ReactNode; // whom it was delivered to, and how
}

function initialOf(view: Case, taken: Taken | undefined): Partial<Given> {
  const nobody = [{}, {}] as GivenOfficer[];
  if (taken) return { kind: taken.kind, on: dayjs(taken.on), text: taken.text, officers: view.officers.length > 0 ? view.officers : nobody };
  const first = view.next.find((one) => one !== 'decision');
  return { ...(first ? { kind: first } : {}), on: beijingNow(), officers: nobody };
}

export function StepForm({ view, taken }: { view: Case; taken?: Taken }) {
  const [form] = Form.useForm<Given>();
  const kind = Form.useWatch('kind', form);
  const send = (given: Given) => recordStep(view.summary.id, { ...stepOf(given), paper: taken?.paper });
  const change = useChange('步骤已登记', send, { form, done: () => form.resetFields() });
  const refer = (home: Home) => form.setFieldsValue({ kind: 'referred', to: home.bureau.replace(/^B-/, ''), authority: 'government', text: referralText(home) });
  return (
    <Sheet<Given>
      label={taken ? '登记为步骤' : '登记步骤'}
      next={!taken}
      small={taken !== undefined}
      send="登记"
      busy={change.isPending}
      form={form}
      initial={initialOf(view, taken)}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">已经发生的照实登记；次序不合、逾期、执法人员不足两名的会注明，不阻止登记。</p>
      {taken?.says}
      <Form.Item name="kind" label="步骤" rules={required}>
        <Select options={kindsFor(view)} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      {kind === 'proposal' && view.homes.map((home) => <HomeNotice key={home.institution} of={home} act={<Button onClick={() => refer(home)}>移送该机关</Button>} />)}
      <Form.Item name="on" label="日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Particular kind={kind} external={view.summary.mode === 'external'} />
      <Form.Item name="text" label="内容" rules={written}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Officers />
      <Documents suggested={kind ? formOfStep[kind] : undefined} />
    </Sheet>
  );
}
