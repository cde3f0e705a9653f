// SPDX-License-Identifier: Apache-2.0
// Whom a case is against: institutions and enterprises of the register, and firms that are in none.
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select, Space } from 'antd';
import { api } from '../api/client';
import { required } from './case-lines';
import { Lookup } from './lookup';
import type { GivenUnit } from './party-given';

const kinds = [
  { value: 'institution', label: '登记的机构' },
  { value: 'enterprise', label: '企业' },
  { value: 'unit', label: '没有登记的单位' },
];

const findInstitutions = async (q: string) =>
  (await api.GET('/api/v1/institutions', { params: { query: { q } } })).data!.items.map((one) => ({ value: one.id, label: `${one.name}（${one.region_name}）` }));
const findEnterprises = async (q: string) =>
  (await api.GET('/api/v1/enterprises', { params: { query: { q } } })).data!.items.map((one) => ({ value: one.id, label: `${one.name}（${one.region_name}）` }));

const label = (word: string, at: number) => (at === 0 ? word : `${word}${at + 1}`);

function Unregistered({ at }: { at: number }) {
  return (
    <>
      <Form.Item name={[at, 'name']} label={label('单位名称', at)} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Space wrap align="start">
        <Form.Item name={[at, 'credit_code']} label={label('统一社会信用代码（可不填）', at)}>
          <Input maxLength={18} style={{ width: 260 }} />
        </Form.Item>
        <Form.Item name={[at, 'address']} label={label('地址（可不填）', at)}>
          <Input maxLength={200} style={{ width: 320 }} />
        </Form.Item>
      </Space>
    </>
  );
}

function Unit({ at }: { at: number }) {
  const kind = Form.useWatch<GivenUnit['kind']>(['units', at, 'kind']);
  if (kind === 'unit') return <Unregistered at={at} />;
  // Keyed: what was chosen of one register is nothing of the other.
  return kind === 'enterprise' ? (
    <Form.Item key="enterprise" name={[at, 'id']} label={label('当事企业', at)} rules={required}>
      <Lookup what="enterprises" find={findEnterprises} placeholder="企业名称的一部分，或统一社会信用代码" />
    </Form.Item>
  ) : (
    <Form.Item key="institution" name={[at, 'id']} label={label('当事机构', at)} rules={required}>
      <Lookup what="institutions" find={findInstitutions} placeholder="机构名称的一部分，或统一社会信用代码" />
    </Form.Item>
  );
}

export function Units() {
  const form = Form.useFormInstance();
  return (
    <Form.List name="units">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <div key={field.key}>
              <Space align="end">
                <Form.Item name={[field.name, 'kind']} label={label('当事人是', field.name)}>
                  <Select options={kinds} style={{ width: 180 }} onChange={() => form.setFieldValue(['units', field.name, 'id'], undefined)} />
                </Form.Item>
                <Form.Item>
                  <Button type="text" icon={<MinusCircleOutlined />} aria-label={`去掉当事人${field.name + 1}`} onClick={() => remove(field.name)} />
                </Form.Item>
              </Space>
              <Unit at={field.name} />
            </div>
          ))}
          <Form.Item>
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ kind: 'institution' })}>
              添加当事单位
            </Button>
          </Form.Item>
        </>
      )}
    </Form.List>
  );
}
