// SPDX-License-Identifier: Apache-2.0
// One of the general check-lists, answered item by item.
import { Form, Input, Radio, Select } from 'antd';
import type { Finding } from '../api/site';
import { type Choice, useCatalogue } from '../parts/catalogue';
import { choices } from '../registry-words';
import { findingWords } from '../site-words';

function Item({ list, item }: { list: string; item: Choice }) {
  const at = ['answers', list, item.value];
  const finding = Form.useWatch([...at, 'finding']) as Finding | undefined;
  return (
    <>
      <Form.Item name={[...at, 'finding']} label={item.label} rules={[{ required: true, message: '请选择' }]} style={{ marginBottom: 8 }}>
        <Radio.Group options={choices(findingWords)} />
      </Form.Item>
      {finding === 'fails' && (
        <Form.Item name={[...at, 'note']} rules={[{ required: true, message: '不符合的写明情况' }]} style={{ marginBottom: 8 }}>
          <Input maxLength={500} placeholder="不符合的情况" aria-label={`不符合的情况：${item.label}`} />
        </Form.Item>
      )}
    </>
  );
}

function Items({ list }: { list: string }) {
  const items = useCatalogue(list);
  return (
    <div className="panel">
      {items.map((item) => (
        <Item key={item.value} list={list} item={item} />
      ))}
    </div>
  );
}

export function ChecklistFields() {
  const list = Form.useWatch('checklist') as string | undefined;
  const lists = useCatalogue('checklists');
  return (
    <>
      <Form.Item name="checklist" label="安全检查表" extra="机构自己的检查表作为材料上传，这里不选">
        <Select allowClear options={lists} placeholder="不附检查表" />
      </Form.Item>
      {list && <Items key={list} list={list} />}
    </>
  );
}
