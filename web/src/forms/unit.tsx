// SPDX-License-Identifier: Apache-2.0
// Whose an account is to be: asked in the way that kind of unit is known by.
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import { AuthorityChoice } from '../parts/authority-choice';
import { RegionPicker } from '../parts/region';

const required = [{ required: true, message: '必填' }];

export interface Unit {
  id: string;
  region?: string;
}

function InstitutionPicker({ id, onChange }: { id?: string; onChange?: (unit: Unit) => void }) {
  const [text, setText] = useState('');
  const found = useQuery({
    queryKey: ['institutions', text],
    queryFn: async () => (await api.GET('/api/v1/institutions', { params: { query: { q: text } } })).data!.items,
  });
  const all = found.data ?? [];
  const choose = (chosen: string) => {
    const one = all.find((institution) => institution.id === chosen);
    onChange?.(one ? { id: chosen, region: one.region } : { id: chosen });
  };
  return (
    <Select
      id={id}
      showSearch={{ onSearch: setText, filterOption: false }}
      loading={found.isFetching}
      onChange={choose}
      placeholder="机构名称的一部分，或统一社会信用代码"
      options={all.map((one) => ({ value: one.id, label: `${one.name}（${one.region_name}）` }))}
    />
  );
}

export function UnitFields({ kind }: { kind: string }) {
  if (kind === 'institution')
    return (
      <Form.Item name="institution" label="机构" rules={required}>
        <InstitutionPicker />
      </Form.Item>
    );
  if (kind === 'bureau')
    return (
      <>
        <Form.Item name="region" label="管辖地区" rules={required}>
          <RegionPicker anyLevel />
        </Form.Item>
        <AuthorityChoice />
      </>
    );
  return (
    <>
      <Form.Item name="unit" label="单位编号" rules={required} extra="平台给这个单位的编号，企业以 Q- 开头；单位登记时显示，也可向其登记人询问。">
        <Input maxLength={64} />
      </Form.Item>
      <Form.Item name="region" label="所在地区">
        <RegionPicker anyLevel />
      </Form.Item>
    </>
  );
}
