// SPDX-License-Identifier: Apache-2.0
// What is known of an enterprise beyond its registration.
import { Form, Input, Select } from 'antd';
import { api } from '../api/client';
import type { Enterprise } from '../api/registry';
import { useCatalogue } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { choices, supervisionWords } from '../registry-words';
import { Sheet } from './sheet';
import { siteOf, siteText } from './site-text';

interface Given {
  industry: string;
  supervision_level: NonNullable<Enterprise['supervision_level']>;
  site?: string;
}

const required = [{ required: true, message: '必填' }];

async function readable(_: unknown, text: string | undefined) {
  const site = siteOf(text ?? '');
  if (typeof site === 'string') throw new Error(site);
}

export function DescriptionForm({ enterprise }: { enterprise: Enterprise }) {
  const [form] = Form.useForm<Given>();
  const industries = useCatalogue('industries');
  const { industry, supervision_level } = enterprise;
  const change = useChange(
    '企业情况已登记',
    async ({ site, ...given }: Given) =>
      (
        await api.PUT('/api/v1/enterprises/{id}/description', {
          params: { path: { id: enterprise.id } },
          body: { ...given, site: siteOf(site ?? '') as Enterprise['site'] },
        })
      ).data!,
    { form },
  );
  return (
    <Sheet<Given>
      label="更新企业情况"
      next
      send="登记"
      busy={change.isPending}
      form={form}
      initial={{ ...(industry ? { industry } : {}), ...(supervision_level ? { supervision_level } : {}), site: siteText(enterprise.site) }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="industry" label="所属行业" rules={required} extra="《国民经济行业分类》（GB/T 4754）大类">
        <Select showSearch={{ optionFilterProp: 'label' }} options={industries} />
      </Form.Item>
      <Form.Item name="supervision_level" label="监管层级" rules={required}>
        <Select options={choices(supervisionWords)} />
      </Form.Item>
      <Form.Item
        name="site"
        label="场所位置"
        extra="每行一个点，纬度在前（WGS-84）；写一个点，或围成边界的 3 个以上的点；不知道的不填"
        rules={[{ validator: readable }]}
      >
        <Input.TextArea rows={5} placeholder="44.011600, 87.304200" />
      </Form.Item>
    </Sheet>
  );
}
