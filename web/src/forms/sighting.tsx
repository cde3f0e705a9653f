// SPDX-License-Identifier: Apache-2.0
// Somebody opened the address in a browser of their own.
import { Form, Input, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import type { Project } from '../api/client';
import { type NewSighting, recordSighting } from '../api/disclosure';
import { useChange } from '../parts/change';
import { beijingNow, DatePicker } from '../parts/day-picker';
import { isBureau, useSession } from '../parts/session';
import { Sheet } from './sheet';
import { beijing } from './survey-given';

interface Given {
  seen_at: Dayjs;
  sight: NewSighting['sight'];
  note?: string;
}

const required = [{ required: true, message: '必填' }];

export function SightingForm({ project }: { project: Project }) {
  const session = useSession().data;
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '查看结果已登记',
    ({ seen_at, ...given }: Given) => recordSighting(project.id, { ...given, seen_at: beijing(seen_at) }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<Given>
      label="登记查看结果"
      send="登记"
      busy={change.isPending}
      form={form}
      initial={{ seen_at: beijingNow().startOf('minute') }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p>
        {isBureau(session)
          ? '您用自己的浏览器打开公开网址后，登记看到的情况；与平台核对同样计算。'
          : '机构自行查看的情况照样记录，但不影响提示；提示由平台核对或监管人员查看的结果决定。'}
      </p>
      <Form.Item name="seen_at" label="查看时间" rules={required}>
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" maxDate={beijingNow()} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="sight" label="看到的情况" rules={required}>
        <Radio.Group
          vertical
          options={[
            { value: 'same', label: '能打开，内容与提交的报告一致' },
            { value: 'different', label: '能打开，内容不同' },
            { value: 'unreachable', label: '打不开' },
          ]}
        />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </Sheet>
  );
}
