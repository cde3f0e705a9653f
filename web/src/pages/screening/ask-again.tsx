// SPDX-License-Identifier: Apache-2.0
import { Form, Input } from 'antd';
import { askScreening } from '../../api/findings';
import { Sheet } from '../../forms/sheet';
import { useChange } from '../../parts/change';

interface Given {
  reason: string;
}

export function AskAgainForm({ report }: { report: string }) {
  const [form] = Form.useForm<Given>();
  const change = useChange('已要求重新查重', ({ reason }: Given) => askScreening(report, reason.trim()), { form, done: () => form.resetFields() });
  return (
    <Sheet<Given>
      label="重新查重"
      send="确认重新查重"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">与现在比对库里的全部报告重新比对，并按最新认定的共同段落处理；以后提交的报告也在其中。原来的结果和线索仍在账本里。</p>
      <Form.Item name="reason" label="为什么重新查重" rules={[{ required: true, whitespace: true, min: 2, message: '请写明，至少 2 个字' }]}>
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
    </Sheet>
  );
}
