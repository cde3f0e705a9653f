// SPDX-License-Identifier: Apache-2.0
// A text for the public from a case: written, published by the leader, withdrawn with its reason.
import { Form, Input, Radio, Select, Space } from 'antd';
import type { Case } from '../api/cases';
import { decideTypical, draftTypical, type DraftTypical, type TypicalCase, withdrawTypical } from '../api/typical';
import { useChange } from '../parts/change';
import { required, written } from './case-lines';
import { ReasonForm } from './reason';
import { Sheet } from './sheet';

export const typicalWords: Record<TypicalCase['kind'], string> = { typical: '典型案例', serious: '严重案件' };

// Of a case whose decision is published and stands; a typical one is closed besides.
export function TypicalForm({ view }: { view: Case }) {
  const [form] = Form.useForm<DraftTypical>();
  const change = useChange('案例已写好，等负责人决定', (given: DraftTypical) => draftTypical(view.summary.id, given), { form, done: () => form.resetFields() });
  const conducts = view.decision?.conducts ?? [];
  const last = [...view.steps].reverse().find((one) => one.kind === 'publication' || one.kind === 'publication_withdrawn');
  if (last?.kind !== 'publication' || view.decision?.annulled_on) return null;
  const closed = view.summary.stage === 'closed';
  return (
    <Sheet<DraftTypical>
      label="编写公开案例"
      send="交负责人决定"
      busy={change.isPending}
      form={form}
      initial={{ kind: closed ? 'typical' : 'serious', topic: conducts[0]?.facts.conduct }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">给公众看的文本：案情、适用条款、警示。不写个人姓名，案卷里的姓名会被查出。负责人批准后在公开查询和各机构的工作台发布。</p>
      <Form.Item name="kind" label="种类" rules={required}>
        <Radio.Group options={Object.entries(typicalWords).map(([value, label]) => ({ value, label, disabled: value === 'typical' && !closed }))} />
      </Form.Item>
      <Form.Item name="topic" label="行为" rules={required}>
        <Select options={conducts.map((one) => ({ value: one.facts.conduct, label: one.conduct_name }))} />
      </Form.Item>
      <Form.Item name="title" label="标题" rules={written}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="facts" label="案情" rules={written}>
        <Input.TextArea rows={6} maxLength={4000} showCount />
      </Form.Item>
      <Form.Item name="clause" label="适用条款" rules={written}>
        <Input.TextArea rows={2} maxLength={1000} showCount />
      </Form.Item>
      <Form.Item name="lesson" label="警示" rules={written}>
        <Input.TextArea rows={4} maxLength={4000} showCount />
      </Form.Item>
    </Sheet>
  );
}

// The leader's.
export function TypicalDecisions({ row }: { row: TypicalCase }) {
  if (row.stage === 'published')
    return (
      <ReasonForm
        label="撤回"
        send="确认撤回"
        done="案例已撤回"
        follows="撤回后公众和机构不再看到；理由记入账本。"
        make={(reason) => withdrawTypical(row.id, reason)}
      />
    );
  if (row.stage !== 'drafted') return null;
  return (
    <Space wrap>
      {!row.annulled && (
        <ReasonForm label="发布" send="确认发布" done="案例已发布" field="意见" follows="公众和各机构马上看到，不能改动，只能撤回。" make={(reason) => decideTypical(row.id, { approved: true, reason })} />
      )}
      <ReasonForm label="不发布" send="确认不发布" done="已决定不发布" follows="这一稿了结，可以另写。" make={(reason) => decideTypical(row.id, { approved: false, reason })} />
    </Space>
  );
}
