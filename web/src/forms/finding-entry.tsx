// SPDX-License-Identifier: Apache-2.0
// A finding about a report that screening did not make: of a tip, an inspection, the project's records.
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Radio } from 'antd';
import { type EnteredFinding, enterFinding } from '../api/findings';
import { useChange } from '../parts/change';
import { Sheet } from './sheet';

interface Given {
  told: EnteredFinding['told'];
  words: string;
  reference?: string;
}

const kinds = [
  { value: 'tip', label: '举报' },
  { value: 'inspection', label: '检查' },
  { value: 'watch', label: '项目记录中的异常' },
];

export function EnterFindingForm({ report }: { report: string }) {
  const [form] = Form.useForm<Given>();
  const navigate = useNavigate();
  const change = useChange(
    '线索已记入',
    ({ told, words, reference }: Given) => enterFinding(report, { told, words: words.trim(), reference: reference?.trim() || undefined }),
    { form, done: (written) => void navigate({ to: '/findings/$id', params: { id: written.result.id } }) },
  );
  return (
    <Sheet<Given> label="记一条线索" send="记入线索" busy={change.isPending} form={form} initial={{ told: 'tip' }} onSend={(given) => change.mutate(given)}>
      <p className="muted">与自动核查的线索在一处处理：机构能看到并作出说明，经办部门采纳或者排除。需要先不告知的，先在项目上办“暂不告知”。</p>
      <Form.Item name="told" label="来源" rules={[{ required: true }]}>
        <Radio.Group options={kinds} />
      </Form.Item>
      <Form.Item name="words" label="说了什么、看到了什么" extra="不要写举报人的姓名和联系方式。" rules={[{ required: true, whitespace: true, min: 5, message: '请写明，至少 5 个字' }]}>
        <Input.TextArea rows={6} maxLength={1000} showCount />
      </Form.Item>
      <Form.Item name="reference" label="编号（举报、检查的，可不填）">
        <Input maxLength={64} style={{ width: 260 }} />
      </Form.Item>
    </Sheet>
  );
}
