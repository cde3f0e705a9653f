// SPDX-License-Identifier: Apache-2.0
// An inspection is planned. A draw or another list that leads here says in the address whom and why:
// /inspections/new?institution=J-…&origin=draw&ref=SJ-…
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, Input, Radio, Result, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect } from 'react';
import { api } from '../api/client';
import { drawOf, sentTo } from '../api/draw';
import { expertsLike } from '../api/expert';
import { checklistOf, planInspection, type PlanInspection } from '../api/inspection';
import { institutionOf } from '../api/registry';
import { EnterprisePicker } from '../forms/enterprise';
import { InstitutionPicker } from '../forms/institution';
import { Lookup } from '../forms/lookup';
import { coverageWords, originWords, settingWords, subjectWords } from '../inspection-words';
import type { Choice } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { DatePicker, day } from '../parts/day-picker';
import { useFilters } from '../parts/filters';
import { emptyWords, Many } from '../parts/many';
import { OfficersPicker, useOfficers } from '../parts/officers';
import { mayInspect, maySeeEnterprises, useSession } from '../parts/session';
import { VisitReminder } from '../parts/visit-load';
import { beijingToday, choices } from '../registry-words';

interface Given extends Omit<PlanInspection, 'planned_from' | 'planned_until' | 'announced' | 'experts'> {
  days: [Dayjs, Dayjs];
  announced: boolean;
  experts?: string[];
}

const required = [{ required: true, message: '必填' }];

const choiceOf = (one: { id: string; title: string; institution_name: string }): Choice => ({ value: one.id, label: `${one.title}（${one.institution_name}）` });

async function findProjects(q: string): Promise<Choice[]> {
  const { items } = (await api.GET('/api/v1/projects', { params: { query: { q } } })).data!;
  return items.map(choiceOf);
}

function bodyOf({ days: [from, until], experts, origin, ...given }: Given): PlanInspection {
  const { kind, reference, note } = origin;
  return {
    ...given,
    origin: { kind, ...(reference ? { reference } : {}), ...(note ? { note } : {}) },
    planned_from: day(from),
    planned_until: day(until),
    officers: given.officers ?? [],
    experts: experts ?? [],
  };
}

function Whom() {
  const session = useSession().data;
  const [{ institution, project }] = useFilters();
  const named = useQuery({ queryKey: ['institution', institution], enabled: Boolean(institution), queryFn: () => institutionOf(institution!) });
  const known = named.data && { value: named.data.id, label: named.data.name };
  const of = useQuery({
    queryKey: ['project', project],
    enabled: Boolean(project),
    queryFn: async () => (await api.GET('/api/v1/projects/{id}', { params: { path: { id: project! } } })).data!,
  }).data;
  const checked = Form.useWatch('checked') as Given['checked'] | undefined;
  return (
    <section className="panel" aria-label="检查谁">
      <h2>检查谁</h2>
      <Form.Item name="checked" label="被检查单位">
        <Radio.Group
          options={[
            { value: 'institution', label: '评价检测机构' },
            { value: 'enterprise', label: '企业' },
          ]}
        />
      </Form.Item>
      {checked === 'institution' && (
        <Form.Item name="institution" label="机构" extra="选了项目的可以不选">
          <InstitutionPicker known={known} />
        </Form.Item>
      )}
      {checked === 'enterprise' && maySeeEnterprises(session) && (
        <Form.Item name="enterprise" label="企业" extra="选了项目的可以不选">
          <EnterprisePicker />
        </Form.Item>
      )}
      <Form.Item name="project" label="项目" extra="检查一个项目、核对一份报告与实际的，请选择项目">
        <Lookup what="projects" find={findProjects} added={of && choiceOf(of)} placeholder="项目名称的一部分；不针对某个项目的不选" />
      </Form.Item>
      <Form.Item name="place" label="检查地点" rules={required}>
        <Input maxLength={200} />
      </Form.Item>
    </section>
  );
}

function What() {
  const setting = Form.useWatch('setting') as string | undefined;
  const subjects = Form.useWatch('subjects') as string[] | undefined;
  const asked = useQuery({
    queryKey: ['checklist', setting, subjects],
    enabled: Boolean(setting && subjects?.length),
    queryFn: () => checklistOf(setting!, subjects!),
  });
  return (
    <section className="panel" aria-label="检查什么">
      <h2>检查什么</h2>
      <Form.Item name="setting" label="情形" rules={required}>
        <Radio.Group options={choices(settingWords)} />
      </Form.Item>
      <Form.Item name="subjects" label="内容" rules={[{ type: 'array', min: 1, message: '至少选一项' }]} extra={asked.data ? `检查表 ${asked.data.length} 项：${asked.data.map((one) => one.name).join('；')}` : undefined}>
        <Checkbox.Group options={choices(subjectWords)} />
      </Form.Item>
      <Form.Item name={['origin', 'kind']} label="为什么检查" rules={required}>
        <Select options={choices(originWords)} />
      </Form.Item>
      <Space size="large" wrap align="start">
        <Form.Item name={['origin', 'reference']} label="依据的编号">
          <Input maxLength={100} placeholder="抽取、计划、举报等的编号" />
        </Form.Item>
        <Form.Item name={['origin', 'note']} label="说明">
          <Input maxLength={500} />
        </Form.Item>
      </Space>
    </section>
  );
}

function Reminder() {
  const given = Form.useWatch((all: Given) => all, Form.useFormInstance<Given>());
  if (!given || given.coverage === 'desk') return null;
  const { checked, institution, enterprise, project } = given;
  return <VisitReminder whom={{ checked, institution, enterprise, project }} />;
}

// Whom the draw sends is sent, unless somebody chooses otherwise.
function useDrawnTeam() {
  const form = Form.useFormInstance<Given>();
  const [{ origin, ref, institution }] = useFilters();
  const asked = origin === 'draw' && ref?.startsWith('SJ-') && Boolean(institution);
  const draw = useQuery({ queryKey: ['draw', ref], enabled: Boolean(asked), queryFn: () => drawOf(ref!) }).data;
  const officers = useOfficers().data;
  const sent = asked && draw ? sentTo(draw, institution!) : undefined;
  const ids = sent && officers?.filter((one) => one.current && sent.certificates.includes(one.facts.certificate)).map((one) => one.id);
  const drawn = ids?.join(' ');
  const experts = sent?.experts.join(' ');
  useEffect(() => {
    if (drawn && !form.isFieldTouched('officers')) form.setFieldsValue({ officers: drawn.split(' ') });
    if (experts && !form.isFieldTouched('experts')) form.setFieldsValue({ experts: experts.split(' ') });
  }, [drawn, experts, form]);
  return ids;
}

function Drawn() {
  const drawn = useDrawnTeam();
  const chosen = (Form.useWatch('officers') as string[] | undefined) ?? [];
  if (!drawn?.length) return null;
  const others = chosen.some((one) => !drawn.includes(one));
  return (
    <Alert
      type={others ? 'warning' : 'info'}
      showIcon
      title={others ? '所选人员与抽取派出的不同，检查记录里会注明' : '已填入抽取派出的执法人员'}
      style={{ marginBottom: 16 }}
    />
  );
}

function How() {
  const announced = Form.useWatch('announced') as boolean | undefined;
  const coverage = Form.useWatch('coverage') as Given['coverage'] | undefined;
  const experts = useQuery({ queryKey: ['experts', 'to assist'], queryFn: () => expertsLike('', 'current') });
  return (
    <section className="panel" aria-label="怎么检查">
      <h2>怎么检查</h2>
      <Form.Item name="coverage" label="方式" extra="能以非现场方式核查、能与其他检查合并的，不重复进入现场">
        <Radio.Group options={choices(coverageWords)} />
      </Form.Item>
      {coverage === 'joint' && (
        <Form.Item name="joint_with" label="联合的部门" rules={required}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      <Form.Item name="announced" label="是否预先通知">
        <Radio.Group
          options={[
            { value: true, label: '批准后通知被检查单位' },
            { value: false, label: '不预先通知' },
          ]}
        />
      </Form.Item>
      {announced === false && (
        <Form.Item name="unannounced_reason" label="不预先通知的理由" rules={[{ required: true, min: 2, message: '必填，至少 2 个字' }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
      <Form.Item name="days" label="计划日期" rules={required}>
        <DatePicker.RangePicker />
      </Form.Item>
      <Drawn />
      <Form.Item name="officers" label="执法人员" extra="现场检查须有两名以上执法证件当日有效的人员到场">
        <OfficersPicker />
      </Form.Item>
      <Form.Item name="experts" label="协助的专家" extra="专家只提供意见，不单独检查">
        <Many
          showSearch={{ optionFilterProp: 'label' }}
          options={(experts.data?.items ?? []).map((one) => ({ value: one.id, label: `${one.name}（${one.employer}）` }))}
          placeholder="没有的不选"
          notFoundContent={emptyWords(experts, '专家', '专家库里没有可选的专家')}
        />
      </Form.Item>
    </section>
  );
}

export function NewInspectionPage() {
  const session = useSession().data;
  const [asked] = useFilters();
  const navigate = useNavigate();
  const [form] = Form.useForm<Given>();
  const change = useChange('检查已拟定', (given: Given) => planInspection(bodyOf(given)), {
    form,
    done: (written) => void navigate({ to: '/inspections/$id', params: { id: (written as { result: { id: string } }).result.id } }),
  });
  if (session && !mayInspect(session)) return <Result status="403" title="检查由应急管理部门拟定" />;
  const today = dayjs(beijingToday());
  const origin = asked.origin && asked.origin in originWords ? (asked.origin as Given['origin']['kind']) : 'annual_plan';
  return (
    <>
      <div className="headline">
        <div>
          <h1>拟定检查</h1>
          <p>拟定后由科（处）长或负责人批准。</p>
        </div>
      </div>
      <Form<Given>
        form={form}
        layout="vertical"
        scrollToFirstError
        initialValues={
          {
            title: asked.title ?? '',
            checked: asked.enterprise ? 'enterprise' : 'institution',
            institution: asked.institution,
            enterprise: asked.enterprise,
            project: asked.project,
            setting: asked.setting && asked.setting in settingWords ? (asked.setting as Given['setting']) : 'daily',
            subjects: asked.project ? ['process'] : ['qualification', 'process'],
            origin: { kind: origin, reference: asked.ref },
            coverage: 'site',
            announced: true,
            days: [today, today.add(7, 'day')],
          } as never
        }
        onFinish={(given) => change.mutate(given)}
      >
        <section className="panel" aria-label="名称">
          <Form.Item name="title" label="检查名称" rules={[{ required: true, min: 2, message: '必填，至少 2 个字' }]} style={{ marginBottom: 0 }}>
            <Input maxLength={200} placeholder="如：2026 年四季度安全评价机构检查" />
          </Form.Item>
        </section>
        <Whom />
        <What />
        <How />
        <Reminder />
        <Button type="primary" htmlType="submit" size="large" loading={change.isPending}>
          提请批准
        </Button>
      </Form>
    </>
  );
}
