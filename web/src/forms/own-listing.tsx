// SPDX-License-Identifier: Apache-2.0
// What an institution does about a listing of its own: it states its defence, it asks to be removed early.
import { Form, Input, Tag } from 'antd';
import { answerListing, type OwnListing, type RepairCondition, requestRepair } from '../api/listings';
import { repairWords } from '../case-words';
import { useChange } from '../parts/change';
import { written } from './case-lines';
import { type Paper, Papers } from './papers';
import { Sheet } from './sheet';

interface GivenAnswer {
  text: string;
  papers?: Paper[];
}

export function AnswerListingForm({ of }: { of: OwnListing }) {
  const [form] = Form.useForm<GivenAnswer>();
  const change = useChange('陈述、申辩已提交', ({ text, papers }: GivenAnswer) => answerListing(of.summary.id, { text: text.trim(), documents: papers ?? [] }), {
    form,
    done: () => form.resetFields(),
  });
  return (
    <Sheet<GivenAnswer> label="陈述、申辩" next send="提交陈述、申辩" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <p className="muted">写清楚对事实、理由和依据的意见；可以多次提交。过了期限的照样收下，注明逾期。</p>
      <Form.Item name="text" label="陈述、申辩的内容" rules={written}>
        <Input.TextArea rows={6} maxLength={2000} showCount />
      </Form.Item>
      <Form.Item name="papers" label="佐证（可不附）">
        <Papers kind="defence" label="附佐证" />
      </Form.Item>
    </Sheet>
  );
}

interface GivenRequest {
  text: string;
  papers?: Record<string, Paper[]>;
}

function ConditionField({ of }: { of: RepairCondition }) {
  const { label, color } = repairWords[of.standing];
  return (
    <Form.Item
      name={['papers', of.code]}
      label={
        <>
          {of.name}　<Tag color={color}>{label}</Tag>
        </>
      }
      extra={of.why}
    >
      <Papers kind={of.code} label={`附佐证：${of.name}`} />
    </Form.Item>
  );
}

export function RepairForm({ of }: { of: OwnListing }) {
  const [form] = Form.useForm<GivenRequest>();
  const change = useChange(
    '提前移出的申请已提交',
    ({ text, papers }: GivenRequest) => requestRepair(of.summary.id, { text: text.trim(), documents: Object.values(papers ?? {}).flatMap((one) => one ?? []) }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<GivenRequest> label="申请提前移出" send="提交申请" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <p className="muted">还缺条件的也可以申请，部门核实后书面答复。隐瞒真实情况、弄虚作假的，撤销提前移出，恢复列入。</p>
      {of.conditions.map((one) => (
        <ConditionField key={one.code} of={one} />
      ))}
      <Form.Item name="text" label="申请的理由" rules={written}>
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Form.Item>
    </Sheet>
  );
}
