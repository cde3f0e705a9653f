// SPDX-License-Identifier: Apache-2.0
// What the institution's own process control asks of its reviews.
import { useQuery } from '@tanstack/react-query';
import { Descriptions, Form, Input, Switch, Tag } from 'antd';
import { api, type Get } from '../api/client';
import { Sheet } from '../forms/sheet';
import { time } from '../words';
import { useChange } from './change';
import { maySetProcessRule, useSession } from './session';

type Rule = Get<'/api/v1/process-rule'>;

interface Given {
  separate_persons: boolean;
  own_key: boolean;
  reason: string;
}

export function useProcessRule() {
  return useQuery({
    queryKey: ['process-rule'],
    queryFn: async () => (await api.GET('/api/v1/process-rule')).data!,
  });
}

function RuleForm({ rule }: { rule: Rule }) {
  const [form] = Form.useForm<Given>();
  const change = useChange('过程控制规则已改变', async (body: Given) => (await api.PUT('/api/v1/process-rule', { body })).data!, { form });
  return (
    <Sheet<Given>
      label="改变规则"
      title="过程控制规则"
      send="记录"
      busy={change.isPending}
      form={form}
      initial={{ separate_persons: rule.separate_persons, own_key: rule.own_key }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">这是机构自己的规则，从记录时起对以后的审核生效，已经作出的确认不变。每份报告的确认方式监管部门都能看到。</p>
      <Form.Item name="separate_persons" label="编制人和各级审核人为不同的人" valuePropName="checked">
        <Switch checkedChildren="要求" unCheckedChildren="不要求" />
      </Form.Item>
      <Form.Item name="own_key" label="审核用本人的签名密钥确认" valuePropName="checked">
        <Switch checkedChildren="要求" unCheckedChildren="不要求" />
      </Form.Item>
      <Form.Item name="reason" label="理由" rules={[{ required: true, min: 2, message: '请写明理由' }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </Sheet>
  );
}

const asked = (yes: boolean) => <Tag color={yes ? 'green' : 'orange'}>{yes ? '要求' : '不要求'}</Tag>;

export function ProcessRulePart() {
  const session = useSession().data;
  const rule = useProcessRule();
  if (rule.error) return <p>没有读到过程控制规则，请刷新。</p>;
  if (!rule.data) return null;
  const { separate_persons, own_key, own, since, reason } = rule.data;
  return (
    <>
      <Descriptions
        column={1}
        style={{ marginBottom: 16 }}
        items={[
          { key: 's', label: '编制人和各级审核人为不同的人', children: asked(separate_persons) },
          { key: 'k', label: '审核用本人的签名密钥确认', children: asked(own_key) },
          {
            key: 'o',
            label: '来源',
            children: own ? `本机构自定，${time(since ?? '')} 起：${reason ?? ''}` : '规则书的默认值；机构可以自定',
          },
        ]}
      />
      {maySetProcessRule(session) && <RuleForm key={JSON.stringify(rule.data)} rule={rule.data} />}
    </>
  );
}
