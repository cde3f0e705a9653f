// SPDX-License-Identifier: Apache-2.0
// What is done on the determination desk.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Popconfirm, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { annulDetermination, answerDetermination, attachOpinion, decideDetermination, type Determination, type JudgeElement, judgeElement, openDetermination, type Situation, situationsFor, tellInstitution } from '../api/determination';
import { faultWords, keyOf, partWords, stanceWords } from '../determination-words';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { Why } from '../parts/why';
import { ExpertPicker } from './expert-picker';
import { ReasonForm } from './reason';
import { type GivenReference, References, referencesOf } from './references';
import { Sheet } from './sheet';

const required = [{ required: true, message: '必填' }];
const written = [{ required: true, whitespace: true, min: 2, message: '请写明，至少 2 个字' }];

interface GivenOpening {
  situation: string;
  why: string;
  clues?: GivenReference[];
}

function Elements({ of }: { of: Situation }) {
  return (
    <>
      <p>
        {of.name}
        <Why citation={of.citation} />
      </p>
      {!of.binding && <Alert type="warning" showIcon title="这一情形的原文未经核实，法规人员确认之前不能据以认定。" />}
      <ol>
        {of.elements.map((one) => (
          <li key={one.code}>
            {one.name}　<span className="muted">{partWords[one.part]}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** From a report, or from a finding in it. */
export function OpenDeterminationForm({ report, finding, next }: { report: string; finding?: string; next?: boolean }) {
  const [form] = Form.useForm<GivenOpening>();
  const navigate = useNavigate();
  const chosen = Form.useWatch('situation', form);
  const found = useQuery({ queryKey: ['situations', report], queryFn: () => situationsFor(report) });
  const all = found.data ?? [];
  const situation = all.find((one) => keyOf(one) === chosen);
  const change = useChange(
    '已提请认定',
    ({ why, clues }: GivenOpening) =>
      openDetermination({ report, fault: situation!.fault, clause: situation!.clause, situation: situation!.code, why: why.trim(), clues: referencesOf(clues) }),
    { form, done: (answer) => void navigate({ to: '/determinations/$id', params: { id: answer.result.id } }) },
  );
  return (
    <Sheet<GivenOpening>
      label="提请认定"
      act="determine"
      send="提请认定"
      busy={change.isPending}
      held={!situation}
      form={form}
      {...(next ? { next } : {})}
      initial={{ clues: finding ? [{ kind: '线索', text: '报告核查的线索', id: finding }] : [] }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">失实、虚假、重大疏漏是三种认定，不能合并；一件认定引用一种情形，逐个要件判断。提请不告知机构，作出不利结论之前必须告知。</p>
      <Form.Item name="situation" label="情形" rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={found.isPending}
          options={Object.entries(faultWords).map(([fault, label]) => ({
            label,
            title: label,
            options: all.filter((one) => one.fault === fault).map((one) => ({ value: keyOf(one), label: `${one.name}（${one.clause}）` })),
          }))}
        />
      </Form.Item>
      {situation && <Elements of={situation} />}
      <Form.Item name="why" label="为什么引用这一种" extra="全国的和当地的情形都可能适用时，写明选择的理由。" rules={written}>
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
      <References name="clues" label="线索" extra="由什么而来：报告核查、检查、举报、许可审查。" kinds={['线索', '检查', '举报', '许可审查', '事故']} />
    </Sheet>
  );
}

type Element = Determination['elements'][number];
interface GivenJudgement {
  holds: JudgeElement['holds'];
  facts: string;
  evidence?: GivenReference[];
}

export function JudgeForm({ of, element }: { of: Determination; element: Element }) {
  const [form] = Form.useForm<GivenJudgement>();
  const holds = Form.useWatch('holds', form) ?? element.holds;
  const change = useChange('已判断', ({ holds, facts, evidence }: GivenJudgement) =>
    judgeElement(of.summary.id, { element: element.element.code, holds, facts: facts.trim(), evidence: referencesOf(evidence) }), { form });
  return (
    <Sheet<GivenJudgement>
      label={element.holds ? '重新判断' : '判断'}
      title={`${partWords[element.element.part]}：${element.element.name}`}
      small
      send="记下判断"
      busy={change.isPending}
      form={form}
      initial={{ ...(element.holds ? { holds: element.holds } : {}), facts: element.facts ?? '', evidence: element.evidence }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      {element.element.part === 'intent' && (
        <Alert type="info" showIcon title="故意要有自己的证据：报告与实际不符，本身不说明故意；企业提供虚假材料而机构不知情的，不是故意。" style={{ marginBottom: 12 }} />
      )}
      <Form.Item name="holds" label="这个要件" rules={required}>
        <Radio.Group
          options={[
            { value: 'yes', label: '成立' },
            { value: 'no', label: '不成立' },
          ]}
        />
      </Form.Item>
      <Form.Item name="facts" label="事实" rules={written}>
        <Input.TextArea rows={5} maxLength={2000} showCount />
      </Form.Item>
      <References name="evidence" label="证据" extra={holds === 'yes' ? '成立的，至少一份。' : ''} kinds={['线索', '现场检查记录', '询问笔录', '勘验笔录', '影像', '鉴定意见', '报告原文', '过程控制档案', '专家意见']} />
    </Sheet>
  );
}

interface GivenOpinion {
  expert: string;
  stance: 'supports' | 'opposes' | 'unclear';
  text: string;
  given_on: Dayjs;
}

export function OpinionForm({ of }: { of: Determination }) {
  const [form] = Form.useForm<GivenOpinion>();
  const change = useChange('专家意见已附上', ({ given_on: on, ...given }: GivenOpinion) => attachOpinion(of.summary.id, { ...given, given_on: day(on) }), {
    form,
    done: () => form.resetFields(),
  });
  return (
    <Sheet<GivenOpinion> label="附专家意见" send="附上" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <p className="muted">照书面意见录入，原件入卷。专家提意见，不作结论。</p>
      <Form.Item name="expert" label="专家" rules={required}>
        <ExpertPicker label="专家" onFound={() => undefined} />
      </Form.Item>
      <Form.Item name="stance" label="意见" rules={required}>
        <Radio.Group options={Object.entries(stanceWords).map(([value, { label }]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="text" label="意见全文" rules={written}>
        <Input.TextArea rows={8} maxLength={4000} showCount />
      </Form.Item>
      <Form.Item name="given_on" label="出具日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
    </Sheet>
  );
}

export function TellButton({ of }: { of: Determination }) {
  const change = useChange('已告知机构', () => tellInstitution(of.summary.id));
  return (
    <Popconfirm
      title="机构从此看到全部要件、事实和证据的名称"
      description="告知以后又有新的判断，须再次告知。"
      okText="告知"
      cancelText="取消"
      onConfirm={() => change.mutate(undefined)}
    >
      <Button loading={change.isPending}>告知机构</Button>
    </Popconfirm>
  );
}

export function DecideForm({ of }: { of: Determination }) {
  const [form] = Form.useForm<{ established: boolean; reasons: string }>();
  const ready = of.in_the_way.length === 0;
  const change = useChange('结论已作出', ({ established, reasons }: { established: boolean; reasons: string }) =>
    decideDetermination(of.summary.id, established, reasons.trim()), { form });
  return (
    <Sheet<{ established: boolean; reasons: string }>
      label="作出结论"
      act="decide"
      next={ready}
      send="作出结论"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      {!ready && <Alert type="warning" showIcon title="现在还不能认定成立" description={<ul>{of.in_the_way.map((one) => <li key={one}>{one}</li>)}</ul>} style={{ marginBottom: 12 }} />}
      <Form.Item name="established" label="结论" rules={required}>
        <Radio.Group
          options={[
            { value: true, label: `认定${faultWords[of.summary.fault]}`, disabled: !ready },
            { value: false, label: '不予认定' },
          ]}
        />
      </Form.Item>
      <Form.Item name="reasons" label="理由" extra="不予认定的，不在机构的信用记录里留下任何痕迹。" rules={written}>
        <Input.TextArea rows={6} maxLength={4000} showCount />
      </Form.Item>
    </Sheet>
  );
}

export const AnswerDeterminationForm = ({ of }: { of: Determination }) => (
  <ReasonForm label="作出说明" send="提交说明" done="说明已提交" field="说明" act="answer" next max={8000} follows="说明记入账本，不能撤回，可以再次说明。" make={(text) => answerDetermination(of.summary.id, text)} />
);

export const AnnulForm = ({ of }: { of: Determination }) => (
  <ReasonForm label="撤销认定" send="撤销" done="认定已撤销" max={2000} make={(text) => annulDetermination(of.summary.id, text)} />
);
