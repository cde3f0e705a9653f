// SPDX-License-Identifier: Apache-2.0
// The sections of the form, in the order the work is done: project, risk analysis, contract, who goes on site when.
import { Form, Input, InputNumber, Radio, Select, Space } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { EnterprisePicker } from '../../forms/enterprise';
import { PersonPicker } from '../../forms/people';
import { useCatalogue } from '../../parts/catalogue';
import { DatePicker } from '../../parts/day-picker';
import { Files } from '../../parts/files';
import { Many } from '../../parts/many';
import { RegionPicker } from '../../parts/region';
import { useBranches, useInstitution } from '../../parts/registry';
import { beijingToday } from '../../registry-words';

const required = [{ required: true, message: '必填' }];
const yesOrNo = (yes: string, no: string) => [
  { value: true, label: yes },
  { value: false, label: no },
];

function Section({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {note && <p className="muted">{note}</p>}
      {children}
    </section>
  );
}

// Scopes the institution is recognised for stand first; another can be chosen, and will be flagged.
function useScopeChoices(unit: string) {
  const scopes = useCatalogue('scopes');
  const covered = useInstitution(unit).data?.qualification.scopes ?? [];
  const group = (label: string, inside: boolean) => ({ label, options: scopes.filter((one) => covered.includes(one.value) === inside) });
  return [group('资质认可的业务范围', true), group('其他业务范围（超出资质认可范围）', false)];
}

export function ProjectFields({ unit }: { unit: string }) {
  const kinds = useCatalogue('statutory_kinds');
  const services = useCatalogue('service_types');
  return (
    <Section title="项目概况">
      <Form.Item name="title" label="项目名称" rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="enterprise" label="委托企业" rules={required}>
        <EnterprisePicker />
      </Form.Item>
      <Form.Item name="region" label="项目所在县（市、区）" rules={required}>
        <RegionPicker />
      </Form.Item>
      <Form.Item name="site" label="现场地点" rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="scope" label="业务范围" rules={required}>
        <Select options={useScopeChoices(unit)} />
      </Form.Item>
      <Form.Item name="statutory_kind" label="法定项目种类" rules={required}>
        <Select options={[...kinds, { value: 'none', label: '非法定项目' }]} />
      </Form.Item>
      <Form.Item name="service_type" label="服务类型" rules={required}>
        <Select options={services} />
      </Form.Item>
    </Section>
  );
}

function Analysis() {
  const needed = Form.useWatch(['risk', 'experts_needed']) as boolean | undefined;
  return (
    <>
      <Form.Item name={['risk', 'made_on']} label="分析日期" rules={required}>
        <DatePicker maxDate={dayjs(beijingToday())} />
      </Form.Item>
      <Form.Item name={['risk', 'in_scope']} label="是否在资质范围内" rules={required}>
        <Radio.Group options={yesOrNo('在资质范围内', '不在资质范围内')} />
      </Form.Item>
      <Form.Item name={['risk', 'people_suffice']} label="现有人员专业是否满足" rules={required}>
        <Radio.Group options={yesOrNo('满足', '不满足')} />
      </Form.Item>
      <Form.Item name={['risk', 'experts_needed']} label="是否聘请外部专家" rules={required}>
        <Radio.Group options={yesOrNo('需要聘请', '不需要')} />
      </Form.Item>
      {needed && (
        <Form.Item name={['risk', 'experts']} label="聘请哪些专业的专家" rules={required}>
          <Input maxLength={500} placeholder="专业、人数、从何处聘请" />
        </Form.Item>
      )}
      <Form.Item name={['risk', 'conclusion']} label="分析结论" rules={[{ required: true, min: 2, message: '请写明能否承接及理由' }]}>
        <Input.TextArea rows={3} maxLength={2000} placeholder="能否承接及理由；经济性、可行性" />
      </Form.Item>
    </>
  );
}

export function RiskFields() {
  const analysed = Form.useWatch('analysed') as boolean | undefined;
  return (
    <Section title="合同前风险分析" note="各项判断由您作出，不预先填写。">
      <Form.Item name="analysed" label="签订合同前是否作了风险分析">
        <Radio.Group options={yesOrNo('已作分析', '没有作分析')} />
      </Form.Item>
      {analysed === false ? <p className="muted">没有风险分析记录的法定项目会标记为待补正，仍可提交。</p> : <Analysis />}
    </Section>
  );
}

function TermsFields() {
  const stages = useCatalogue('construction_stages');
  const tied = Form.useWatch(['terms', 'permit_tied']) as boolean | undefined;
  return (
    <>
      <Form.Item name={['terms', 'object']} label="服务内容" rules={required}>
        <Input.TextArea rows={3} maxLength={2000} placeholder="为谁、对什么、做到什么程度" />
      </Form.Item>
      <Form.Item name={['terms', 'stages']} label="涉及的“三同时”阶段" extra="不是建设项目的不选">
        <Many options={stages} />
      </Form.Item>
      <Form.Item name={['terms', 'permit_tied']} label="是否约定以取得许可为条件" rules={required} extra="付款或合同终止取决于企业取得行政许可的，选“有约定”">
        <Radio.Group options={yesOrNo('有约定', '没有约定')} />
      </Form.Item>
      {tied && (
        <Form.Item name={['terms', 'permit_term']} label="约定的原文" rules={required}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
    </>
  );
}

export function ContractFields({ unit }: { unit: string }) {
  const branches = useBranches(unit).data ?? [];
  const parties = [{ value: '', label: '机构本部' }, ...branches.map((one) => ({ value: one.id, label: one.name }))];
  return (
    <Section title="合同要点">
      <Form.Item name="branch" label="承担单位" extra={branches.length ? '分支机构承担的，按分支机构的人员核对专业能力配备' : undefined}>
        <Select options={parties} />
      </Form.Item>
      <Space size="large" wrap align="start">
        <Form.Item name={['contract', 'number']} label="合同编号" rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name={['contract', 'price']} label="合同价款（万元）" rules={required}>
          <InputNumber min={0} precision={2} style={{ width: 160 }} />
        </Form.Item>
      </Space>
      <br />
      <Space size="large" wrap align="start">
        <Form.Item name={['contract', 'signed_on']} label="签订日" rules={required}>
          <DatePicker maxDate={dayjs(beijingToday())} />
        </Form.Item>
        <Form.Item name={['contract', 'ends_on']} label="合同截止日" rules={required}>
          <DatePicker />
        </Form.Item>
      </Space>
      <TermsFields />
      <Form.Item name="files" label="合同扫描件与票据">
        <Files kind="contract_scan" />
      </Form.Item>
    </Section>
  );
}

export function SiteFields({ unit }: { unit: string }) {
  return (
    <Section title="现场安排">
      <Form.Item name="leader" label="项目组组长" rules={required}>
        <PersonPicker institution={unit} />
      </Form.Item>
      <Form.Item name="site_first_day" label="计划首次现场" rules={required} extra="从业告知的期限按这一天倒推">
        <DatePicker />
      </Form.Item>
    </Section>
  );
}
