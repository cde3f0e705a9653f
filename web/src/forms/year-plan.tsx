// SPDX-License-Identifier: Apache-2.0
// The plan of a year: begun from what coverage, grades and the key list ask for; every line can be changed.
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber, Select, Space, Spin } from 'antd';
import { changeYearPlan, type PlannedVisits, type SettingShare, type Suggestion, suggestions, writeYearPlan, type YearPlan } from '../api/planning';
import { settingWords } from '../inspection-words';
import { useChange } from '../parts/change';
import { beijingNow } from '../parts/day-picker';
import { coverageWords, type GivenShares, givenShares, sharesOf } from '../planning-words';
import { Sheet } from './sheet';

const required = [{ required: true, message: '必填' }];
const written = [{ required: true, whitespace: true, min: 2, message: '请写明，至少 2 个字' }];
const kinds = (['site', 'desk', 'joint'] as const).map((value) => ({ value, label: coverageWords[value] }));

export function linesOf(found: Suggestion[]): PlannedVisits[] {
  return found.filter((one) => one.times > 0).map((one) => ({
    institution: one.institution,
    kind: 'site',
    times: one.times,
    reason: one.reasons.map((reason) => reason.text).join('；') || '本地监管对象',
  }));
}

function Lines({ names }: { names: Map<string, string> }) {
  const options = [...names].map(([value, label]) => ({ value, label }));
  return (
    <Form.List name="items">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <div key={field.key} className="plan-line">
              <Space align="baseline" wrap>
                <Form.Item name={[field.name, 'institution']} rules={required} style={{ marginBottom: 4 }}>
                  <Select showSearch={{ optionFilterProp: 'label' }} options={options} placeholder="机构" aria-label="计划检查的机构" style={{ width: 240 }} />
                </Form.Item>
                <Form.Item name={[field.name, 'kind']} rules={required} style={{ marginBottom: 4 }}>
                  <Select options={kinds} aria-label="方式" style={{ width: 130 }} />
                </Form.Item>
                <Form.Item name={[field.name, 'times']} rules={required} style={{ marginBottom: 4 }}>
                  <InputNumber min={1} max={52} precision={0} aria-label="次数" suffix="次" style={{ width: 90 }} />
                </Form.Item>
                <Button type="text" icon={<MinusCircleOutlined />} aria-label="去掉这一家" onClick={() => remove(field.name)} />
              </Space>
              <Form.Item name={[field.name, 'reason']} rules={written}>
                <Input maxLength={500} placeholder="理由" aria-label="理由" />
              </Form.Item>
            </div>
          ))}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ kind: 'site', times: 1 })}>
            添加机构
          </Button>
        </>
      )}
    </Form.List>
  );
}

const settings = Object.entries(settingWords) as [SettingShare['setting'], string][];

// Of each setting a share of the institutions, or none.
function Shares() {
  return (
    <>
      <h3 style={{ marginTop: 24 }}>各场景检查的比例（可不填）</h3>
      <p className="muted">占本地和在本地执业的机构的百分数，与计划一并批准；不填的，按当地条款的数字，当地也没有的不设。</p>
      {settings.map(([setting, label]) => (
        <Space key={setting} align="baseline" wrap style={{ display: 'flex' }}>
          <span style={{ display: 'inline-block', width: 72 }}>{label}</span>
          <Form.Item name={['shares', setting, 'percent']} style={{ marginBottom: 8 }}>
            <InputNumber min={0} max={100} precision={0} aria-label={`${label}的比例`} suffix="%" style={{ width: 100 }} />
          </Form.Item>
          <Form.Item
            name={['shares', setting, 'reason']}
            dependencies={[['shares', setting, 'percent']]}
            style={{ marginBottom: 8 }}
            rules={[
              ({ getFieldValue }) => ({
                validator: async (_, text?: string) => {
                  if (typeof getFieldValue(['shares', setting, 'percent']) === 'number' && (text?.trim().length ?? 0) < 2) throw new Error('请写明理由，至少 2 个字');
                },
              }),
            ]}
          >
            <Input maxLength={500} placeholder="理由" aria-label={`${label}比例的理由`} style={{ width: 340 }} />
          </Form.Item>
        </Space>
      ))}
    </>
  );
}

const namesOf = (found: Suggestion[]) => new Map(found.map((one) => [one.institution, one.name]));

interface GivenPlan {
  year: number;
  title: string;
  basis: string;
  items: PlannedVisits[];
  shares?: GivenShares;
}

export function WriteYearPlanForm() {
  const [form] = Form.useForm<GivenPlan>();
  const navigate = useNavigate();
  const found = useQuery({ queryKey: ['year-plan-suggestions'], queryFn: suggestions });
  const change = useChange('计划已立，等负责人批准', ({ shares, ...given }: GivenPlan) => writeYearPlan({ ...given, shares: sharesOf(shares) }), {
    form,
    done: (answer) => void navigate({ to: '/year-plans/$id', params: { id: answer.result.id } }),
  });
  if (!found.data) return <Spin />;
  const year = beijingNow().year();
  return (
    <Sheet<GivenPlan>
      label="立年度计划"
      next
      send="立定"
      busy={change.isPending}
      form={form}
      initial={{ year, title: `${year} 年度监督检查计划`, basis: '', items: linesOf(found.data) }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Space size="large" wrap>
        <Form.Item name="year" label="年度" rules={required}>
          <InputNumber min={year} max={year + 1} precision={0} />
        </Form.Item>
        <Form.Item name="title" label="名称" rules={written}>
          <Input maxLength={200} style={{ width: 320 }} />
        </Form.Item>
      </Space>
      <Form.Item name="basis" label="依据" rules={written}>
        <Input maxLength={500} placeholder="如：本级年度执法检查计划及文号" />
      </Form.Item>
      <h3>机构和次数</h3>
      <p className="muted">按全覆盖、信用等级、重点监督检查对象列出，次数取其中最多的；都可以改。能用非现场核查或联合检查的，不必到现场。</p>
      <Lines names={namesOf(found.data)} />
      <Shares />
    </Sheet>
  );
}

interface GivenChange {
  reason: string;
  items: PlannedVisits[];
  shares?: GivenShares;
}

export function ChangeYearPlanForm({ plan }: { plan: YearPlan }) {
  const [form] = Form.useForm<GivenChange>();
  const found = useQuery({ queryKey: ['year-plan-suggestions'], queryFn: suggestions });
  const change = useChange('计划已变更，等负责人批准', ({ reason, items, shares }: GivenChange) =>
    changeYearPlan(plan.summary.id, { reason: reason.trim(), items, shares: sharesOf(shares) }), { form });
  const names = namesOf(found.data ?? []);
  for (const one of plan.items) names.set(one.visits.institution, one.name);
  return (
    <Sheet<GivenChange>
      label="变更计划"
      send="变更"
      busy={change.isPending}
      form={form}
      initial={{ items: plan.items.map((one) => one.visits), shares: givenShares(plan.shares) }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="reason" label="变更的理由" rules={written}>
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
      <Lines names={names} />
      <Shares />
    </Sheet>
  );
}
