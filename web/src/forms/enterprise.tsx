// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import { enterpriseOf } from '../api/registry';
import { useChange } from '../parts/change';
import { RegionPicker } from '../parts/region';

interface NewEnterprise {
  name: string;
  credit_code: string;
  region: string;
  address: string;
}

interface EnterprisePickerProps {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
}

// An enterprise by name or credit code; one that is not there yet is entered here.
export function EnterprisePicker({ id, value, onChange }: EnterprisePickerProps) {
  const [text, setText] = useState('');
  const [entering, setEntering] = useState(false);
  const [form] = Form.useForm<NewEnterprise>();
  // The one chosen may not be among those found by what is typed now.
  const chosen = useQuery({ queryKey: ['enterprise', value], enabled: value !== undefined, queryFn: () => enterpriseOf(value!) }).data;
  const found = useQuery({
    queryKey: ['enterprises', text],
    queryFn: async () => (await api.GET('/api/v1/enterprises', { params: { query: { q: text } } })).data!.items,
  });
  const all = found.data ?? [];
  const listed = chosen && !all.some((one) => one.id === chosen.id) ? [chosen, ...all] : all;
  const change = useChange(
    '企业已登记',
    async (given: NewEnterprise) =>
      (await api.POST('/api/v1/enterprises', { body: { ...given, authority: 'government' } })).data!,
    {
      form,
      done: (written) => {
        setEntering(false);
        onChange?.((written as { result: { id: string } }).result.id);
      },
    },
  );
  return (
    <>
      <Space.Compact style={{ width: '100%' }}>
        <Select
          id={id}
          style={{ flex: 1, minWidth: 0 }}
          showSearch={{ onSearch: setText, filterOption: false }}
          value={value}
          onChange={onChange}
          placeholder="企业名称的一部分，或统一社会信用代码"
          options={listed.map((one) => ({ value: one.id, label: `${one.name}（${one.region_name}）` }))}
        />
        <Button onClick={() => setEntering(true)}>登记新企业</Button>
      </Space.Compact>
      <Modal
        open={entering}
        title="登记新企业"
        okText="登记"
        confirmLoading={change.isPending}
        onOk={() => form.submit()}
        onCancel={() => setEntering(false)}
        destroyOnHidden
      >
        <Form form={form} layout="vertical" onFinish={(given) => change.mutate(given)} component={false}>
          <Form.Item name="name" label="企业名称" rules={[{ required: true, message: '必填' }]}>
            <Input />
          </Form.Item>
          <Form.Item name="credit_code" label="统一社会信用代码" rules={[{ required: true, message: '必填' }]}>
            <Input maxLength={18} />
          </Form.Item>
          <Form.Item name="region" label="所在地" rules={[{ required: true, message: '必填' }]}>
            <RegionPicker />
          </Form.Item>
          <Form.Item name="address" label="地址" rules={[{ required: true, message: '必填' }]}>
            <Input />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
