// SPDX-License-Identifier: Apache-2.0
// Filing a case. What it comes from may stand in the address: /cases/new?source=finding:FX-1&institution=J-1&enterprise=Q-1&text=…&project=P-1
import { useNavigate, useSearch } from '@tanstack/react-router';
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, Select, Space } from 'antd';
import type { Dayjs } from 'dayjs';
import { type OpenCase, openCase } from '../api/cases';
import { Documents, type GivenDocument, type GivenOfficer, Officers, required, withoutEmpty, written } from '../forms/case-lines';
import { Units } from '../forms/case-parties';
import { type GivenUnit, unitOf, unitsAsked } from '../forms/party-given';
import { useCatalogue } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { Many } from '../parts/many';

interface Asked {
  source?: string;
  text?: string;
  institution?: string;
  enterprise?: string;
  project?: string;
}
interface Given {
  title: string;
  opened_on: Dayjs;
  acted_on: Dayjs;
  harm?: boolean;
  conducts: string[];
  units?: GivenUnit[];
  persons?: string[];
  source: string;
  source_id?: string;
  source_text: string;
  projects?: string[];
  summary: string;
  officers?: GivenOfficer[];
  documents?: GivenDocument[];
  external_number?: string;
}

export const sourceKinds = [
  { value: 'clue', label: '线索' },
  { value: 'finding', label: '报告核查' },
  { value: 'determination', label: '报告认定' },
  { value: 'inspection', label: '监督检查' },
  { value: 'rectification', label: '整改' },
  { value: 'permit', label: '许可审查' },
  { value: 'tip', label: '举报' },
  { value: 'referral', label: '移送、交办' },
  { value: 'accident', label: '事故调查' },
  { value: 'campaign', label: '专项整治' },
];

export function openingOf(given: Given): OpenCase {
  const persons = (given.persons ?? []).filter(Boolean).map((name) => ({ kind: 'person' as const, name }));
  return {
    title: given.title,
    opened_on: day(given.opened_on),
    acted_on: day(given.acted_on),
    harm: given.harm ?? false,
    conducts: given.conducts,
    parties: [...(given.units ?? []).map(unitOf), ...persons],
    sources: [{ kind: given.source, id: given.source_id || undefined, text: given.source_text }],
    projects: given.projects ?? [],
    summary: given.summary,
    officers: withoutEmpty(given.officers),
    documents: withoutEmpty(given.documents),
    external_number: given.external_number || undefined,
  };
}

function Persons() {
  return (
    <Form.Item label="涉案人员" extra="姓名不写入公开的账本。">
      <Form.List name="persons">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <Space key={field.key} align="baseline">
                <Form.Item name={field.name} rules={required} style={{ marginBottom: 8 }}>
                  <Input maxLength={100} placeholder="姓名" aria-label={`涉案人员${field.name + 1}`} style={{ width: 200 }} />
                </Form.Item>
                <Button type="text" icon={<MinusCircleOutlined />} aria-label="去掉这一人" onClick={() => remove(field.name)} />
              </Space>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add()}>
              添加涉案人员
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

function Origin() {
  return (
    <>
      <Form.Item name="source" label="案件来源" rules={required}>
        <Select options={sourceKinds} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item name="source_id" label="来源编号（可不填）">
        <Input maxLength={64} style={{ width: 260 }} />
      </Form.Item>
      <Form.Item name="source_text" label="来源说明" rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  );
}

export function NewCasePage() {
  const [form] = Form.useForm<Given>();
  const navigate = useNavigate();
  const asked = useSearch({ strict: false }) as Asked;
  const conducts = useCatalogue('penalty_conducts');
  const change = useChange('已立案', (given: Given) => openCase(openingOf(given)), {
    form,
    done: (written) => void navigate({ to: '/cases/$id', params: { id: (written as unknown as { result: { id: string } }).result.id } }),
  });
  const [kind, sourceId] = (asked.source ?? 'clue:').split(':');
  const initial = {
    opened_on: beijingNow(),
    source: kind,
    source_id: sourceId,
    source_text: asked.text,
    units: unitsAsked(asked),
    projects: asked.project ? [asked.project] : [],
    officers: [{}, {}],
  };
  return (
    <>
      <div className="headline">
        <div>
          <h1>立案</h1>
          <p>立案之日起九十日内作出决定；期限自动计算，依据和算法可以展开。</p>
        </div>
      </div>
      <Form form={form} name="new-case" layout="vertical" initialValues={initial} scrollToFirstError onFinish={(given) => change.mutate(given)}>
        <div className="panel">
          <Form.Item name="title" label="案件名称" rules={written}>
            <Input maxLength={200} placeholder="某某公司出具虚假安全评价报告案" />
          </Form.Item>
          <Origin />
          <Units />
          <Persons />
          <Form.Item name="conducts" label="涉嫌的行为" rules={required}>
            <Many options={conducts} optionFilterProp="label" />
          </Form.Item>
          <Form.Item name="acted_on" label="行为终了日期" rules={required} extra="用来选定适用的法律和计算追责时效。">
            <DatePicker maxDate={beijingNow()} />
          </Form.Item>
          <Form.Item name="harm" valuePropName="checked">
            <Checkbox>涉及公民生命健康安全且有危害后果（追责时效五年）</Checkbox>
          </Form.Item>
          <Form.Item name="projects" label="所涉报告的项目编号（可不填）" extra="填写后列出采信其报告的许可。">
            <Many mode="tags" suffixIcon={null} open={false} placeholder="写完一个按回车" />
          </Form.Item>
          <Form.Item name="summary" label="案情简介" rules={written}>
            <Input.TextArea rows={4} maxLength={4000} />
          </Form.Item>
          <Form.Item name="opened_on" label="立案日期" rules={required}>
            <DatePicker maxDate={beijingNow()} />
          </Form.Item>
          <Form.Item name="external_number" label="执法系统的案号（可不填）">
            <Input maxLength={100} style={{ width: 260 }} />
          </Form.Item>
          <Officers />
          <Documents suggested={{ kind: 'A1', label: '立案审批表' }} />
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            立案
          </Button>
        </div>
      </Form>
    </>
  );
}
