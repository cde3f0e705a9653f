// SPDX-License-Identifier: Apache-2.0
// A plan of a draw: the list is the scope's, what is typed is who is left out, who has more tickets, and why.
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber, Select, Segmented, Space } from 'antd';
import type { Dayjs } from 'dayjs';
import { type Candidate, drawCandidates, planDraw, type PlanDraw, type Scope } from '../api/draw';
import { stratumProblem, sumOf } from '../draw-words';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { Many } from '../parts/many';
import { OfficersPicker } from '../parts/officers';
import { hasBureausBelow, useSession } from '../parts/session';
import { Why } from '../parts/why';
import { type GivenSplit, splitOf, StrataField } from './draw-strata';
import { ExpertsPicker } from './experts-picker';
import { Sheet } from './sheet';

const required = [{ required: true, message: '必填' }];

interface GivenPlan {
  title: string;
  basis: string;
  form: PlanDraw['form'];
  scope: Scope;
  since?: Dayjs;
  take: number;
  reserve: number;
  left_out?: { institution: string; reason: string }[];
  weights?: { institution: string; weight: number; reason: string }[];
  officers?: string[];
  officers_each: number;
  experts?: string[];
  experts_each: number;
  participants?: string[];
  source?: string;
  split?: GivenSplit;
}

export function planOf(given: GivenPlan): PlanDraw {
  const ceremony = given.form === 'ceremony';
  return {
    title: given.title,
    basis: given.basis,
    form: given.form,
    scope: given.scope,
    since: given.scope === 'served' && given.since ? day(given.since) : undefined,
    take: given.split ? sumOf(given.split.rows, 'take') : given.take,
    reserve: given.split ? sumOf(given.split.rows, 'reserve') : (given.reserve ?? 0),
    left_out: given.left_out ?? [],
    weights: given.weights ?? [],
    officers: given.officers ?? [],
    officers_each: given.officers_each ?? 2,
    experts: given.experts ?? [],
    experts_each: given.experts_each ?? 1,
    participants: ceremony ? (given.participants ?? []) : [],
    source: ceremony && given.source ? given.source : undefined,
    split: splitOf(given.split),
  };
}

function Institution({ name, label, of }: { name: (string | number)[]; label: string; of: Candidate[] }) {
  return (
    <Form.Item name={name} rules={required} style={{ marginBottom: 8 }}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="机构"
        aria-label={`${label}的机构`}
        style={{ width: 240 }}
        options={of.map((one) => ({ value: one.institution, label: one.name }))}
      />
    </Form.Item>
  );
}

function Exceptions({ name, label, extra, of, weighed = false }: { name: string; label: string; extra: string; of: Candidate[]; weighed?: boolean }) {
  return (
    <Form.Item label={label} extra={extra}>
      <Form.List name={name}>
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <Space key={field.key} align="baseline" wrap>
                <Institution name={[field.name, 'institution']} label={label} of={of} />
                {weighed && (
                  <Form.Item name={[field.name, 'weight']} rules={required} style={{ marginBottom: 8 }}>
                    <InputNumber min={1} max={1000} precision={0} placeholder="签数" aria-label="签数" />
                  </Form.Item>
                )}
                <Form.Item name={[field.name, 'reason']} rules={[{ required: true, min: 2, message: '写明理由' }]} style={{ marginBottom: 8 }}>
                  <Input maxLength={500} placeholder="理由，随名单公布" aria-label={`${label}的理由`} style={{ width: 260 }} />
                </Form.Item>
                <Button type="text" icon={<MinusCircleOutlined />} aria-label={`去掉这一行${label}`} onClick={() => remove(field.name)} />
              </Space>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add()}>
              添加{label}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

// By grade and lists, as the book has it: these tickets are given unless they are changed below.
function Suggested({ of }: { of: Candidate[] }) {
  const more = of.filter((one) => one.tickets > 1);
  if (more.length === 0) return null;
  return (
    <Form.Item label="规则书建议的签数">
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {more.map((one) => (
          <li key={one.institution}>
            {one.name}　{one.tickets} 签　
            {one.reasons.map((reason) => (
              <span key={reason.text} className="muted">
                {reason.text} <Why citation={reason.citation} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Form.Item>
  );
}

function WhoMayBeSent() {
  return (
    <>
      <Form.Item name="officers" label="执法人员" extra="从中随机派出，须有有效的执法证；上一次派往同一机构的自动回避。不选则只抽对象。">
        <OfficersPicker />
      </Form.Item>
      <Form.Item name="experts" label="专家" extra="从专家库中选，随机派出，只协助；现在或曾在被抽机构任职的、任职于评价检测检验机构的自动回避。">
        <ExpertsPicker />
      </Form.Item>
    </>
  );
}

function Ceremony() {
  return (
    <>
      <Form.Item name="participants" label="参加的各方" rules={[{ required: true, type: 'array', min: 3, message: '至少三方' }]} extra="如：执法科、法制科、机构代表。每一方各自承诺、揭示一个份额。">
        <Many mode="tags" tokenSeparators={['、', '，', ',', '\n']} suffixIcon={null} placeholder="写完一方按回车" />
      </Form.Item>
      <Form.Item name="source" label="公开号码的来源" extra="如：双色球第 2026138 期，11 月 30 日 21:15 开奖。须在各方揭示以后才公布。不填则任何一方不揭示即作废。">
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

// Told here before it is sent; the server says the same.
function splitFits(_: unknown, split: GivenSplit | undefined): Promise<void> {
  if (split?.rows.length === 0) return Promise.reject(new Error(split.by === 'sheet' ? '先选择表格和列' : '各层还没有算出来，请稍候'));
  const wrong = split?.rows.find((row) => stratumProblem(row));
  if (wrong) return Promise.reject(new Error(`“${wrong.stratum}”${stratumProblem(wrong)}`));
  if (split && sumOf(split.rows, 'take') === 0) return Promise.reject(new Error('各层都没有抽取'));
  return Promise.resolve();
}

export function DrawPlanForm() {
  const [form] = Form.useForm<GivenPlan>();
  const session = useSession().data;
  const navigate = useNavigate();
  const kind = Form.useWatch('form', form);
  const scope = Form.useWatch('scope', form) ?? 'local';
  const since = Form.useWatch('since', form);
  const from = scope === 'served' && since ? day(since) : undefined;
  const candidates = useQuery({ queryKey: ['draw-candidates', scope, from], queryFn: () => drawCandidates(scope, from) });
  const of = candidates.data ?? [];
  const asked = {
    scope,
    since: from,
    left_out: (Form.useWatch('left_out', form) ?? []).flatMap((one) => (one?.institution ? [one.institution] : [])),
    take: Form.useWatch('take', form) ?? 1,
    reserve: Form.useWatch('reserve', form) ?? 0,
  };
  const change = useChange('抽取方案已公布', (given: GivenPlan) => planDraw(planOf(given)), {
    form,
    done: (written) => {
      form.resetFields();
      void navigate({ to: '/draws/$id', params: { id: written.result.id } });
    },
  });
  return (
    <Sheet<GivenPlan>
      label="立抽取方案"
      send="公布方案"
      busy={change.isPending}
      form={form}
      initial={{ form: 'everyday', scope: 'local', take: 2, reserve: 1, officers_each: 2, experts_each: 1 } as GivenPlan}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="title" label="名称" rules={required}>
        <Input maxLength={200} placeholder="如：2026 年第四季度双随机抽查" />
      </Form.Item>
      <Form.Item name="basis" label="依据" rules={required}>
        <Input maxLength={300} placeholder="如：2026 年度监督检查计划" />
      </Form.Item>
      <Form.Item name="form" label="方式">
        <Segmented options={[{ value: 'everyday', label: '日常抽取：另一人点击完成' }, { value: 'ceremony', label: '公开抽取：各方承诺' }]} />
      </Form.Item>
      <Form.Item name="scope" label="名单" extra={`今天有 ${of.length} ${scope === 'bureaus' ? '个部门' : '家机构'}。名单由平台列出，不能增减；要排除的写明理由。`}>
        <Segmented
          options={[
            { value: 'local', label: '在本地登记的机构' },
            { value: 'served', label: '在本地有项目的机构' },
            ...(hasBureausBelow(session) ? [{ value: 'bureaus', label: '下级部门' }] : []),
          ]}
        />
      </Form.Item>
      {scope === 'served' && (
        <Form.Item name="since" label="从哪天起有项目" rules={required}>
          <DatePicker maxDate={beijingNow()} />
        </Form.Item>
      )}
      <Space size="large" wrap>
        <Form.Item name="take" label="抽取家数" rules={required}>
          <InputNumber min={1} max={1000} precision={0} />
        </Form.Item>
        <Form.Item name="reserve" label="递补家数">
          <InputNumber min={0} max={1000} precision={0} />
        </Form.Item>
        <Form.Item name="officers_each" label="每家派执法人员">
          <InputNumber min={1} max={50} precision={0} />
        </Form.Item>
        <Form.Item name="experts_each" label="每家派专家">
          <InputNumber min={1} max={50} precision={0} />
        </Form.Item>
      </Space>
      <Exceptions name="left_out" label="排除" extra="已注销、正在立案等，随名单公布。" of={of} />
      <Form.Item name="split" label="分层" rules={[{ validator: splitFits }]} extra="名单按一项分成几层，各层分别抽取；层次和家数随名单公布。">
        <StrataField asked={asked} />
      </Form.Item>
      <Suggested of={of} />
      <Exceptions name="weights" label="加重" extra="签数越多越容易抽中。与规则书的建议不同的在这里改，写明理由；其余每家一签。" of={of} weighed />
      <WhoMayBeSent />
      {kind === 'ceremony' && <Ceremony />}
    </Sheet>
  );
}
