// SPDX-License-Identifier: Apache-2.0
// Smaller acts about a case: what was done about a permit that relied on its report; where the bureau's cases are run; the list of
// serious dishonesty.
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { type Case, type CaseMode, handleReliance, proposeListing, setCaseMode } from '../api/cases';
import { useCatalogue } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { required, written } from './case-lines';
import { Sheet } from './sheet';

type Reliance = Case['reliances'][number];

export function RelianceForm({ view, one }: { view: Case; one: Reliance }) {
  const [form] = Form.useForm<{ on: Dayjs; outcome: string }>();
  const change = useChange('处理结果已登记', (given: { on: Dayjs; outcome: string }) =>
    handleReliance(view.summary.id, { application: one.application, on: day(given.on), outcome: given.outcome }), { form });
  return (
    <Sheet<{ on: Dayjs; outcome: string }>
      label="登记处理结果"
      small
      title={`采信报告的许可：${one.title}`}
      send="登记"
      busy={change.isPending}
      form={form}
      initial={{ on: beijingNow() }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="on" label="处理日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="outcome" label="怎样处理" rules={written}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </Sheet>
  );
}

export function ModeForm({ mode }: { mode: CaseMode }) {
  const [form] = Form.useForm<{ mode: CaseMode['mode']; system?: string }>();
  const external = Form.useWatch('mode', form) === 'external';
  const change = useChange('办案方式已确定', (given: { mode: CaseMode['mode']; system?: string }) =>
    setCaseMode({ mode: given.mode, system: given.mode === 'external' ? given.system : undefined }), { form });
  return (
    <Sheet<{ mode: CaseMode['mode']; system?: string }>
      label="办案方式"
      send="确定"
      busy={change.isPending}
      form={form}
      initial={{ mode: mode.mode, ...(mode.system ? { system: mode.system } : {}) }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">一案一号。已经立案的不变，以后的案件按这里办理。</p>
      <Form.Item name="mode" label="以后的案件" rules={required}>
        <Radio.Group
          options={[
            { value: 'here', label: '在这里办理' },
            { value: 'external', label: '在执法系统办理，这里推送线索、登记文书和结果' },
          ]}
        />
      </Form.Item>
      {external && (
        <Form.Item name="system" label="执法系统的名称" rules={required}>
          <Input maxLength={100} placeholder="应急管理执法系统" />
        </Form.Item>
      )}
    </Sheet>
  );
}

export function ListingForm({ view }: { view: Case }) {
  const [form] = Form.useForm<{ situation: string; on: Dayjs; grounds: string; person?: string }>();
  const situations = useCatalogue('dishonesty_situations');
  const navigate = useNavigate();
  const change = useChange('列入前告知已登记', (given: { situation: string; on: Dayjs; grounds: string; person?: string }) =>
    proposeListing({ of: view.summary.id, situation: given.situation, on: day(given.on), grounds: given.grounds, person: given.person || undefined, documents: [] }), {
    form,
    done: () => void navigate({ to: '/listings' }),
  });
  return (
    <Sheet<{ situation: string; on: Dayjs; grounds: string; person?: string }>
      label="拟列入失信名单"
      send="登记告知"
      busy={change.isPending}
      form={form}
      initial={{ on: beijingNow() }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">列入之前先告知当事人，听取陈述、申辩；列入、移出由负责人决定。</p>
      <Form.Item name="situation" label="情形" rules={required}>
        <Select options={situations} />
      </Form.Item>
      <Form.Item name="person" label="人员姓名（列入机构的不填）">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="on" label="告知日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="grounds" label="事由、依据、管理措施" rules={written}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </Sheet>
  );
}
