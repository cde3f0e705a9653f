// SPDX-License-Identifier: Apache-2.0
// The facts a penalty is computed from, and the calculator by itself.
import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type Case, computePenalty, type PenaltyFacts } from '../api/cases';
import { penaltyStageWords } from '../case-words';
import { useCatalogue } from '../parts/catalogue';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { Many } from '../parts/many';
import { ComputationView } from '../parts/penalty';
import { showProblem } from '../parts/problem';
import { required } from './case-lines';

export interface GivenFacts {
  conduct: string;
  acted_on: Dayjs;
  decided_on?: Dayjs;
  income?: number | null;
  stage: PenaltyFacts['stage'];
  persons?: number;
  factors?: string[];
  earlier?: number;
  loss?: number | null;
  deaths?: number;
  injured?: number;
}

const fen = (yuan: number | null | undefined) => (yuan === undefined || yuan === null ? undefined : Math.round(yuan * 100));

export function factsOf(given: GivenFacts, decided: Dayjs): PenaltyFacts {
  return {
    conduct: given.conduct,
    acted_on: day(given.acted_on),
    decided_on: day(given.decided_on ?? decided),
    income: fen(given.income),
    stage: given.stage,
    persons: given.persons ?? 0,
    factors: given.factors ?? [],
    earlier: given.earlier ?? 0,
    loss: fen(given.loss),
    deaths: given.deaths ?? 0,
    injured: given.injured ?? 0,
  };
}

const label = ([line]: number[], text: string) => (line === undefined ? text : `${text}（第${line + 1}项）`);

// `at`: the line of the list these fields lie in.
export function FactFields({ at = [] }: { at?: number[] }) {
  const conducts = useCatalogue('penalty_conducts');
  const factors = useCatalogue('discretion_factors');
  return (
    <>
      <Form.Item name={[...at, 'conduct']} label={label(at, '认定的行为')} rules={required}>
        <Select options={conducts} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name={[...at, 'acted_on']} label={label(at, '行为终了日期')} rules={required} extra="按这一天施行的规定；决定时的规定较轻的适用较轻的。">
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name={[...at, 'income']} label={label(at, '违法所得（元）')} extra="没有的填 0；没有查明的不填，两种情形都会列出。">
        <InputNumber min={0} precision={2} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item name={[...at, 'stage']} label={label(at, '情节')} rules={required}>
        <Select options={Object.entries(penaltyStageWords).map(([value, text]) => ({ value, label: text }))} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item name={[...at, 'persons']} label={label(at, '直接责任人员（人）')}>
        <InputNumber min={0} max={1000} precision={0} />
      </Form.Item>
      <Form.Item name={[...at, 'factors']} label={label(at, '从轻、减轻、从重的情节')}>
        <Many options={factors} optionFilterProp="label" />
      </Form.Item>
      <Form.Item name={[...at, 'earlier']} label={label(at, '二年内因虚假报告受处罚（次）')} extra="按此前的处罚决定中答为不同事实的件数；没有回答的不计。">
        <InputNumber min={0} max={100} precision={0} />
      </Form.Item>
    </>
  );
}

export function Calculator({ view }: { view: Case }) {
  const [form] = Form.useForm<GivenFacts & { decided_on: Dayjs }>();
  const app = App.useApp();
  const asked = useMutation({
    mutationFn: (given: GivenFacts) => computePenalty(factsOf(given, beijingNow())),
    onError: (problem) => showProblem(app, problem, form as never),
  });
  const initial = { conduct: view.conducts[0], acted_on: dayjs(view.acted_on), stage: 'first', persons: 0, earlier: view.earlier };
  return (
    <div className="panel no-print">
      <h2>处罚幅度计算</h2>
      <p className="muted">只计算，不保存；作出决定时按当日再算一次并写入决定。</p>
      <Form form={form as never} layout="vertical" initialValues={initial} onFinish={(given: GivenFacts) => asked.mutate(given)} name="calculator">
        <FactFields />
        <Space size="large" wrap style={{ display: 'flex' }}>
          <Form.Item name="loss" label="直接经济损失（元，可不填）">
            <InputNumber min={0} precision={2} style={{ width: 200 }} />
          </Form.Item>
          <Form.Item name="deaths" label="死亡（人）">
            <InputNumber min={0} max={1000} precision={0} />
          </Form.Item>
          <Form.Item name="injured" label="重伤（人）">
            <InputNumber min={0} max={1000} precision={0} />
          </Form.Item>
        </Space>
        <Button htmlType="submit" loading={asked.isPending}>
          计算
        </Button>
      </Form>
      {asked.data && <ComputationView of={asked.data} />}
    </div>
  );
}

export const reasonsField = (
  <Form.Item name="reasons" label="事实、证据、理由（含情节的理由）" rules={[{ required: true, min: 2, message: '必填' }]}>
    <Input.TextArea rows={6} maxLength={4000} />
  </Form.Item>
);
