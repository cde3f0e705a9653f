// SPDX-License-Identifier: Apache-2.0
// The decision: the conducts with their facts, what each has to bear. Made here by the leader, or recorded from the enforcement system.
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Form, Input, InputNumber, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type Case, decideCase, type MakeDecision, recordDecision } from '../api/cases';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { HomeNotice, isHomes } from '../parts/home-authority';
import { Documents, type GivenDocument, type GivenOfficer, Officers, required, withoutEmpty } from './case-lines';
import { FactFields, factsOf, type GivenFacts, reasonsField } from './penalty-facts';
import { ReferHome } from './refer-home';
import { Sheet } from './sheet';

interface GivenPenalty {
  count: number;
  measure: string; // "fine unit"
  who: string;
  amount?: number;
}
interface Given {
  on: Dayjs;
  number: string;
  conducts: GivenFacts[];
  penalties: GivenPenalty[];
  reasons: string;
  officers?: GivenOfficer[];
  documents?: GivenDocument[];
}

export const measureChoices = [
  { value: 'warning unit', label: '警告' },
  { value: 'confiscate unit', label: '没收违法所得' },
  { value: 'fine unit', label: '罚款（单位）' },
  { value: 'fine persons', label: '罚款（责任人员）' },
  { value: 'suspend_business unit', label: '责令停业整顿' },
  { value: 'revoke unit', label: '吊销资质' },
  { value: 'revoke persons', label: '吊销资格（人员）' },
  { value: 'ban unit', label: '五年内不得从事（单位）' },
  { value: 'ban persons', label: '五年内不得从事（人员）' },
  { value: 'ban_life unit', label: '终身禁入（单位）' },
  { value: 'ban_life persons', label: '终身禁入（人员）' },
  { value: 'stop unit', label: '责令停止' },
  { value: 'order_correct unit', label: '责令改正' },
  { value: 'cancel unit', label: '撤销资质' },
  { value: 'no_application unit', label: '限期内不得再次申请' },
];

export function decisionOf(given: Given): MakeDecision {
  return {
    on: day(given.on),
    number: given.number,
    conducts: given.conducts.map((one) => factsOf(one, given.on)),
    penalties: given.penalties.map((one) => {
      const [code, on] = one.measure.split(' ');
      return { count: one.count, code: code!, on: on!, who: one.who, amount: one.amount === undefined || one.amount === null ? undefined : Math.round(one.amount * 100) };
    }),
    reasons: given.reasons,
    officers: withoutEmpty(given.officers),
    documents: withoutEmpty(given.documents),
  };
}

function Conducts() {
  return (
    <Form.List name="conducts">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <div key={field.key} className="panel">
              <FactFields at={[field.name]} />
              {fields.length > 1 && <Button onClick={() => remove(field.name)}>去掉这一项行为</Button>}
            </div>
          ))}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ stage: 'first', persons: 0, earlier: 0 })} style={{ marginBottom: 16 }}>
            添加一项行为
          </Button>
        </>
      )}
    </Form.List>
  );
}

function Penalties({ view }: { view: Case }) {
  const unit = view.parties.find((one) => one.kind !== 'person')?.name ?? '';
  const parties = view.parties.map((one) => ({ value: one.name }));
  return (
    <Form.Item label="处罚" extra="金额必须在算出的幅度之内；减轻到下限以下的，须有减轻的情节和理由。责任人员在决定书中的称谓照写。">
      <Form.List name="penalties">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <Space key={field.key} align="baseline" wrap>
                <Form.Item name={[field.name, 'count']} rules={required} style={{ marginBottom: 8 }}>
                  <InputNumber min={1} max={20} precision={0} aria-label={`处罚${field.name + 1}对第几项行为`} prefix="第" suffix="项" style={{ width: 90 }} />
                </Form.Item>
                <Form.Item name={[field.name, 'measure']} rules={required} style={{ marginBottom: 8 }}>
                  <Select options={measureChoices} placeholder="处罚种类" aria-label={`处罚${field.name + 1}种类`} style={{ width: 190 }} />
                </Form.Item>
                <Form.Item name={[field.name, 'who']} rules={required} style={{ marginBottom: 8 }}>
                  <AutoComplete options={parties} maxLength={100} placeholder="被处罚人" aria-label={`处罚${field.name + 1}被处罚人`} style={{ width: 170 }} />
                </Form.Item>
                <Form.Item name={[field.name, 'amount']} style={{ marginBottom: 8 }}>
                  <InputNumber min={0} precision={2} placeholder="金额（元）" aria-label={`处罚${field.name + 1}金额`} style={{ width: 130 }} />
                </Form.Item>
                <Button type="text" icon={<MinusCircleOutlined />} aria-label="去掉这一项处罚" onClick={() => remove(field.name)} />
              </Space>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ count: 1, who: unit })}>
              添加处罚
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

export function DecisionForm({ view }: { view: Case }) {
  const [form] = Form.useForm<Given>();
  const external = view.summary.mode === 'external';
  const send = external ? recordDecision : decideCase;
  const change = useChange(external ? '决定已登记' : '处罚决定已作出', (given: Given) => send(view.summary.id, decisionOf(given)), { form });
  const unit = view.parties.find((one) => one.kind !== 'person')?.name ?? '';
  const takes = (Form.useWatch('penalties', form) ?? []).some((one) => isHomes(view, one?.measure));
  const conducts = view.conducts.map((conduct) => ({ conduct, acted_on: dayjs(view.acted_on), stage: 'first' as const, persons: 0, earlier: view.earlier }));
  return (
    <Sheet<Given>
      label={external ? '登记处罚决定' : '作出处罚决定'}
      next={!external}
      send={external ? '登记' : '作出决定'}
      busy={change.isPending}
      form={form}
      initial={{ on: beijingNow(), conducts, penalties: [{ count: 1, who: unit } as GivenPenalty], officers: [{}, {}] as GivenOfficer[] }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">
        {external ? '照执法系统作出的决定登记。' : '没有依法告知、没有告知听证权利或者听证期限未满的，不能作出；条款未经法规人员确认的，不能据以计价。'}
      </p>
      <Form.Item name="on" label="决定日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="number" label="决定书文号" rules={required}>
        <Input maxLength={100} placeholder="（昌）应急罚〔2026〕1号" />
      </Form.Item>
      <Conducts />
      <Penalties view={view} />
      {takes && view.homes.map((home) => <HomeNotice key={home.institution} of={home} act={<ReferHome view={view} home={home} />} />)}
      {reasonsField}
      <Officers />
      <Documents suggested={{ kind: 'A34', label: '行政处罚决定书（单位）' }} />
    </Sheet>
  );
}
