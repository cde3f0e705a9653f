// SPDX-License-Identifier: Apache-2.0
import { Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { addBranch } from '../api/registry';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { RegionPicker } from '../parts/region';
import { Sheet } from './sheet';

interface Given {
  name: string;
  region: string;
  address: string;
  phone: string;
  registered_on: Dayjs;
}

const required = [{ required: true, message: '必填' }];

export function BranchForm({ institution }: { institution: string }) {
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '分支机构已登记',
    (given: Given) => addBranch(institution, { ...given, registered_on: day(given.registered_on) }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<Given>
      label="登记分支机构"
      send="登记"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="name" label="名称" rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="region" label="所在县（市、区）" rules={required}>
        <RegionPicker />
      </Form.Item>
      <Form.Item name="address" label="地址" rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="phone" label="电话" rules={required}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="registered_on" label="注册登记日" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
    </Sheet>
  );
}
