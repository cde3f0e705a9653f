// SPDX-License-Identifier: Apache-2.0
// What an officer makes of a price that is low among like ones, after asking.
import { Form, Input, Radio } from 'antd';
import { concludePrice, type ConcludePrice } from '../api/planning';
import { useChange } from '../parts/change';
import { verdictWords } from '../planning-words';
import { Sheet } from './sheet';

const required = [{ required: true, message: '必填' }];
const written = [{ required: true, whitespace: true, min: 2, message: '请写明，至少 2 个字' }];
const verdicts = (['explained', 'suspected', 'undecided'] as const).map((value) => ({ value, label: verdictWords[value].label }));

export function PriceConclusionForm({ project }: { project: string }) {
  const [form] = Form.useForm<ConcludePrice>();
  const change = useChange('结论已登记', (given: ConcludePrice) => concludePrice(project, given), {
    form,
    done: () => form.resetFields(),
  });
  return (
    <Sheet<ConcludePrice>
      label="作出结论"
      send="登记结论"
      small
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">结论记入账本，可以以后再作。涉嫌低价竞争的，下次核对时提议列入重点监督检查对象，仍由人确认；列入以后机构看得到理由。</p>
      <Form.Item name="verdict" label="结论" rules={required}>
        <Radio.Group options={verdicts} />
      </Form.Item>
      <Form.Item name="asked" label="询问情况" extra="问了谁、问了什么、怎样答复、看了哪些材料。" rules={written}>
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
      <Form.Item name="reason" label="理由" extra="不要写其他项目的价款和名称。" rules={written}>
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
    </Sheet>
  );
}
