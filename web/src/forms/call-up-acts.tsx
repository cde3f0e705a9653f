// SPDX-License-Identifier: Apache-2.0
// What is done with a report that is called up: by the bureau, by the institution, by a reviewer.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { askAgain, assignReviewers, type CallUp, callUpReport, concludeCallUp, expertAccounts, type Fault, giveOpinion, handInMaterial, relieveReviewer, type Reviewer, type Seat, type Verdict, withdrawCallUp } from '../api/call-up';
import { differsAt, faults, faultsIn, faultWords, verdictWords } from '../call-up-words';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { allNamed, Files, type SentFile } from '../parts/files';
import { ExpertPicker } from './expert-picker';
import { ReasonForm } from './reason';
import { Sheet } from './sheet';

const required = [{ required: true, message: '必填' }];
const written = [{ required: true, whitespace: true, min: 2, message: '请写明，至少 2 个字' }];

interface GivenCallUp {
  why: string;
  missing?: boolean;
  what?: string;
  due?: Dayjs;
  campaign?: string;
}

export function CallUpForm({ report }: { report: string }) {
  const [form] = Form.useForm<GivenCallUp>();
  const navigate = useNavigate();
  const missing = Form.useWatch('missing', form);
  const change = useChange(
    '已调阅',
    ({ why, what, due, campaign }: GivenCallUp) =>
      callUpReport({ report, why: why.trim(), ...(what && due ? { wanted: { what: what.trim(), due: day(due) } } : {}), ...(campaign ? { campaign } : {}) }),
    { form, done: (answer) => void navigate({ to: '/call-ups/$id', params: { id: answer.result.id } }) },
  );
  return (
    <Sheet<GivenCallUp> label="调阅报告" small send="调阅" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <p className="muted">机构从调阅之时起知道。平台上已有的报告和档案不需要再提交；平台上线以前的报告没有留痕的，不作为问题。</p>
      <Form.Item name="why" label="调阅的理由" extra="只有部门看得到。" rules={written}>
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
      <Form.Item name="missing" valuePropName="checked">
        <Checkbox>要机构提交平台上没有的过程控制材料</Checkbox>
      </Form.Item>
      {missing && (
        <>
          <Form.Item name="what" label="要哪些材料" rules={written}>
            <Input.TextArea rows={3} maxLength={1000} placeholder="如：内部审核记录原件、现场原始记录" />
          </Form.Item>
          <Form.Item name="due" label="提交期限" rules={required}>
            <DatePicker minDate={beijingNow()} />
          </Form.Item>
        </>
      )}
      <Form.Item name="campaign" label="专项名称（可不填）">
        <Input maxLength={100} />
      </Form.Item>
    </Sheet>
  );
}

export function HandInForm({ of }: { of: CallUp }) {
  const [form] = Form.useForm<{ note: string; files?: SentFile[] }>();
  const change = useChange('材料已提交', ({ note, files }: { note: string; files?: SentFile[] }) => handInMaterial(of.summary.id, { note: note.trim(), files: files ?? [] }), {
    form,
    done: () => form.resetFields(),
  });
  return (
    <Sheet<{ note: string; files?: SentFile[] }>
      label={of.summary.handed > 0 ? '补充材料' : '提交材料'}
      act="hand-in"
      next={of.summary.handed === 0 && of.summary.due !== undefined}
      send="提交"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      {of.wanted && <p className="typed">{of.wanted}</p>}
      <Form.Item name="note" label="说明" extra="没有的材料，写明为什么没有。" rules={written}>
        <Input.TextArea rows={4} maxLength={4000} showCount />
      </Form.Item>
      <Form.Item name="files" label="材料" rules={[{ validator: allNamed }]}>
        <Files kind="document" />
      </Form.Item>
    </Sheet>
  );
}

function Seats() {
  const accounts = useQuery({ queryKey: ['expert-accounts'], queryFn: expertAccounts });
  const options = (accounts.data ?? []).map((one) => ({ value: one.account, label: `${one.name}（${one.unit_name}）` }));
  return (
    <Form.List name="seats">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field, at) => (
            <section key={field.key} className="panel" aria-label={`第 ${at + 1} 位`}>
              <Form.Item name={[field.name, 'expert']} label="专家" rules={required}>
                <ExpertPicker label={`第 ${at + 1} 位专家`} onFound={() => undefined} />
              </Form.Item>
              <Form.Item name={[field.name, 'account']} label="用哪个账号提交意见" rules={required}>
                <Select
                  aria-label={`第 ${at + 1} 位的账号`}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={options}
                  loading={accounts.isPending}
                  notFoundContent="还没有专家账号：请平台管理员开立"
                />
              </Form.Item>
              {fields.length > 1 && (
                <Button type="text" icon={<MinusCircleOutlined />} onClick={() => remove(field.name)}>
                  去掉这一位
                </Button>
              )}
            </section>
          ))}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>
            再请一位
          </Button>
        </>
      )}
    </Form.List>
  );
}

export function AssignForm({ of }: { of: CallUp }) {
  const [form] = Form.useForm<{ seats: Seat[] }>();
  const sitting = of.reviewers.filter((one) => one.relieved === undefined).length;
  const change = useChange('已请专家评审', ({ seats }: { seats: Seat[] }) => assignReviewers(of.summary.id, seats), { form, done: () => form.resetFields() });
  return (
    <Sheet<{ seats: Seat[] }>
      label={sitting === 0 ? '请专家评审' : '再请专家'}
      next={sitting < 2}
      send="请专家评审"
      busy={change.isPending}
      form={form}
      initial={{ seats: (sitting === 0 ? [{}, {}] : [{}]) as Seat[] }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">至少两位，各自评审：意见齐了以前，专家互不知道对方是谁、说了什么。任职或曾任职于该机构、参加过这个项目的，应当回避。</p>
      <Seats />
    </Sheet>
  );
}

interface GivenRelief {
  ground?: 'recusal' | 'other';
  reason: string;
}

export function RelieveForm({ of, reviewer }: { of: string; reviewer: Reviewer }) {
  const [form] = Form.useForm<GivenRelief>();
  const change = useChange('已解除', ({ ground, reason }: GivenRelief) => relieveReviewer(of, { reviewer: reviewer.number, reason: reason.trim(), ...(ground ? { ground } : {}) }), { form });
  return (
    <Sheet<GivenRelief> label="解除" small title={`解除专家 ${reviewer.number} 的评审`} send="解除" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <p className="muted">解除的理由会保留。{reviewer.given && '已经提交的意见也保留：因回避解除的，不再计入结论的比较和一致性；因其他原因解除的，照样计入。'}</p>
      <Form.Item name="ground" label="为什么解除" rules={required}>
        <Radio.Group
          options={[
            { value: 'recusal', label: '应当回避' },
            { value: 'other', label: '其他原因' },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label="理由" rules={written}>
        <Input.TextArea rows={6} maxLength={500} showCount />
      </Form.Item>
    </Sheet>
  );
}

export const AskAgainForm = ({ of, reviewer }: { of: string; reviewer: Reviewer }) => (
  <ReasonForm label="请补充意见" small send="请补充意见" done="已请专家补充意见" title={`请专家 ${reviewer.number} 补充意见`} follows="原来的意见保留，补充的意见并列。" make={(text) => askAgain(of, reviewer.number, text)} />
);

interface GivenOpinion {
  on: Record<Fault, { verdict: Verdict; grounds: string }>;
  no_interest: boolean;
}

export function OpinionForm({ of }: { of: CallUp }) {
  const [form] = Form.useForm<GivenOpinion>();
  const change = useChange(
    '意见已提交',
    ({ on, no_interest }: GivenOpinion) => giveOpinion(of.summary.id, { answers: faults.map((fault) => ({ fault, verdict: on[fault].verdict, grounds: on[fault].grounds.trim() })), no_interest }),
    { form, done: () => form.resetFields() },
  );
  const again = of.reviewers.find((one) => one.mine)?.asked_again;
  return (
    <Sheet<GivenOpinion> label={again ? '补充意见' : '提交意见'} act="opine" next send="提交意见" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      {again && <Alert type="info" showIcon title={`部门请您补充意见：${again}`} style={{ marginBottom: 12 }} />}
      <p className="muted">四种情形逐项写；不能判断的，也写明为什么。意见提交后不能更改。</p>
      {faults.map((fault) => (
        <section key={fault} className="panel" aria-label={faultWords[fault]}>
          <Form.Item name={['on', fault, 'verdict']} label={faultWords[fault]} rules={required}>
            <Radio.Group aria-label={faultWords[fault]} options={Object.entries(verdictWords).map(([value, { label }]) => ({ value, label }))} />
          </Form.Item>
          <Form.Item name={['on', fault, 'grounds']} label="依据" rules={written} style={{ marginBottom: 0 }}>
            <Input.TextArea aria-label={`${faultWords[fault]}的依据`} autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} placeholder="报告的章节、材料的名称、与之不符的事实" />
          </Form.Item>
        </section>
      ))}
      <Form.Item name="no_interest" valuePropName="checked" extra="有利害关系的请不要提交，告知调阅的部门，由它另请专家。" rules={[{ validator: async (_, agreed) => { if (!agreed) throw new Error('请声明'); } }]}>
        <Checkbox>我与出具报告的机构、被评价的企业没有利害关系</Checkbox>
      </Form.Item>
    </Sheet>
  );
}

interface GivenConclusion {
  problem: boolean;
  found?: Fault[];
  reason: string;
  differing?: string;
}

const foundIn = ({ problem, found }: Pick<GivenConclusion, 'problem' | 'found'>): Fault[] => (problem ? (found ?? []) : []);

export function ConcludeForm({ of }: { of: CallUp }) {
  const [form] = Form.useForm<GivenConclusion>();
  const problem = Form.useWatch('problem', form);
  const chosen = Form.useWatch('found', form);
  const differs = problem === undefined ? [] : differsAt(of, foundIn({ problem, ...(chosen ? { found: chosen } : {}) }));
  const change = useChange(
    '结论已作出',
    ({ reason, differing, ...given }: GivenConclusion) => concludeCallUp(of.summary.id, { found: foundIn(given), reason: reason.trim(), ...(differing ? { differing: differing.trim() } : {}) }),
    { form },
  );
  return (
    <Sheet<GivenConclusion> label="作出结论" act="conclude" next send="作出结论" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <p className="muted">专家提意见，部门作结论。是否认定失实、虚假、重大疏漏，在“报告认定”里逐个要件判断。</p>
      <Form.Item name="problem" label="结论" rules={required}>
        <Radio.Group
          options={[
            { value: false, label: '没有发现问题' },
            { value: true, label: '有问题' },
          ]}
        />
      </Form.Item>
      {problem && (
        <Form.Item name="found" label="哪几种情形" rules={required}>
          <Checkbox.Group options={faults.map((value) => ({ value, label: faultWords[value] }))} />
        </Form.Item>
      )}
      <Form.Item name="reason" label="理由" rules={written}>
        <Input.TextArea rows={5} maxLength={4000} showCount />
      </Form.Item>
      {differs.length > 0 && (
        <Form.Item name="differing" label={`与专家意见不一致：${faultsIn(differs)}`} extra="写明为什么没有采纳。" rules={written}>
          <Input.TextArea rows={4} maxLength={2000} showCount />
        </Form.Item>
      )}
    </Sheet>
  );
}

export const WithdrawCallUpForm = ({ of }: { of: string }) => (
  <ReasonForm label="撤回调阅" send="撤回" done="已撤回" max={500} follows="调阅和撤回的理由都会保留。" make={(text) => withdrawCallUp(of, text)} />
);
