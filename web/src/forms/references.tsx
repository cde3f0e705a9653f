// SPDX-License-Identifier: Apache-2.0
// What something rests on: kind and words of each, and the platform's own number where it has one.
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Form, Input, Space } from 'antd';

const required = [{ required: true, message: '必填' }];

export interface GivenReference {
  kind: string;
  text: string;
  id?: string;
}

export const referencesOf = (given: GivenReference[] | undefined) =>
  (given ?? []).map(({ kind, text, id }) => ({ kind, text, id: id?.trim() ?? '' }));

interface Props {
  name: string;
  label: string;
  extra: string;
  kinds: string[];
}

export function References({ name, label, extra, kinds }: Props) {
  return (
    <Form.Item label={label} extra={extra}>
      <Form.List name={name}>
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <Space key={field.key} align="baseline" wrap>
                <Form.Item name={[field.name, 'kind']} rules={required} style={{ marginBottom: 8 }}>
                  <AutoComplete options={kinds.map((value) => ({ value }))} maxLength={40} placeholder="种类" aria-label={`${label}的种类`} style={{ width: 130 }} />
                </Form.Item>
                <Form.Item name={[field.name, 'text']} rules={required} style={{ marginBottom: 8 }}>
                  <Input maxLength={300} placeholder="名称、文号、所在页" aria-label={`${label}的名称`} style={{ width: 260 }} />
                </Form.Item>
                <Form.Item name={[field.name, 'id']} style={{ marginBottom: 8 }}>
                  <Input maxLength={60} placeholder="平台编号（可不填）" aria-label={`${label}的平台编号`} style={{ width: 160 }} />
                </Form.Item>
                <Button type="text" icon={<MinusCircleOutlined />} aria-label={`去掉这份${label}`} onClick={() => remove(field.name)} />
              </Space>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add()}>
              添加{label}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
