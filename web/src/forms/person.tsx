// SPDX-License-Identifier: Apache-2.0
import { Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { addPerson, type NewPerson } from '../api/registry';
import { useChange } from '../parts/change';
import { DatePicker, givenDays } from '../parts/day-picker';
import { choices, levelWords } from '../registry-words';
import { Sheet } from './sheet';
import { SpecialtyInput } from './specialty';

interface Given {
  name: string;
  level: NewPerson['level'];
  specialty: string;
  certificate?: string;
  certificate_until?: Dayjs;
}

const required = [{ required: true, message: '必填' }];

export function PersonForm({ institution }: { institution: string }) {
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '人员已登记',
    ({ certificate, certificate_until, ...given }: Given) =>
      addPerson(institution, { ...given, ...(certificate ? { certificate } : {}), ...givenDays({ certificate_until }) }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<Given>
      label="登记人员"
      next
      send="登记"
      busy={change.isPending}
      form={form}
      initial={{ level: 'level2' }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">先登记本人和安全评价师证书；注册安全工程师、职称、学历和合同在人员详情里登记。</p>
      <Form.Item name="name" label="姓名" rules={required}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="level" label="等级">
        <Select options={choices(levelWords)} />
      </Form.Item>
      <Form.Item name="specialty" label="专业" rules={required}>
        <SpecialtyInput institution={institution} />
      </Form.Item>
      <Form.Item name="certificate" label="证书编号">
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="certificate_until" label="证书有效期至">
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
    </Sheet>
  );
}
