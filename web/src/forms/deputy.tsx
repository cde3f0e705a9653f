// SPDX-License-Identifier: Apache-2.0
// Who keeps an officer's desk while they are away; and that they are back before the day.
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { type Deputy, endDeputy, nameDeputy, officesToAsk } from '../api/circulation';
import { useChange } from '../parts/change';
import { beijingNow, DatePicker, day } from '../parts/day-picker';
import { mayArrangeDeputies, useSession } from '../parts/session';
import { roleWords } from '../words';
import { Sheet } from './sheet';

interface Given {
  officer?: string;
  deputy: string;
  days: [Dayjs, Dayjs];
  reason: string;
}

const required = [{ required: true, message: '必填' }];
const said = [{ required: true, min: 2, message: '必填，至少 2 个字' }];

export function DeputyForm() {
  const [form] = Form.useForm<Given>();
  const arranges = mayArrangeDeputies(useSession().data);
  const offices = useQuery({ queryKey: ['offices'], queryFn: officesToAsk });
  const people = (offices.data ?? [])
    .filter((one) => one.officer)
    .map((one) => ({ value: one.officer!, label: `${one.officer_name}　${roleWords[one.role ?? ''] ?? ''}` }));
  const send = ({ officer, deputy, days: [from, until], reason }: Given) =>
    nameDeputy({ deputy, from: day(from), until: day(until), reason, ...(officer ? { officer } : {}) });
  const change = useChange('代理已登记', send, { form, done: () => form.resetFields() });
  return (
    <Sheet<Given>
      label="指定代理"
      send="指定"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">
        这些天交给您的转办、会签、批示，代理人的待办里也会出现；代理人办的，记明“代理”。代理不增加代理人本来没有的权限，到期自动结束，也可以提前结束。
      </p>
      {arranges && (
        <Form.Item name="officer" label="谁外出（不选为本人）">
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={people} placeholder="本人" />
        </Form.Item>
      )}
      <Form.Item name="deputy" label="由谁代理" rules={required}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={people} loading={offices.isPending} placeholder="本部门的同事" />
      </Form.Item>
      <Form.Item name="days" label="代理的日期" rules={required}>
        <DatePicker.RangePicker minDate={beijingNow()} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="reason" label="原因" rules={said}>
        <Input maxLength={500} placeholder="如：外出培训" />
      </Form.Item>
    </Sheet>
  );
}

export function EndDeputyForm({ deputy }: { deputy: Deputy }) {
  const [form] = Form.useForm<{ reason: string }>();
  const change = useChange('代理已结束', ({ reason }: { reason: string }) => endDeputy(deputy.id, { reason }), { form });
  return (
    <Sheet<{ reason: string }>
      label="结束"
      small
      title={`结束${deputy.deputy_name}对${deputy.officer_name}的代理`}
      send="结束代理"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="reason" label="原因" rules={said}>
        <Input maxLength={500} placeholder="如：提前回来" />
      </Form.Item>
    </Sheet>
  );
}
