// SPDX-License-Identifier: Apache-2.0
// What a document says, as the law of the place has its form: a control for each field, rows where there are several.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Segmented } from 'antd';
import { type DocumentForm, enterprisesNamed, type FormField, institutionsNamed } from '../api/document';
import type { Choice } from '../parts/catalogue';
import { DatePicker } from '../parts/day-picker';
import { Lookup } from './lookup';

function RowsField({ field }: { field: FormField }) {
  const single = field.columns.length === 1;
  return (
    <Form.Item label={field.name} required={field.required}>
      <Form.List name={['fields', field.code]}>
        {(rows, { add, remove }) => (
          <>
            {rows.map((row, at) => (
              <div key={row.key} className="document-row">
                <span className="muted">{at + 1}</span>
                {field.columns.map((column) => (
                  <Form.Item key={column.code} name={[row.name, column.code]} style={{ flex: 1, minWidth: 160, marginBottom: 8 }}>
                    <Input.TextArea
                      autoSize={{ minRows: 1, maxRows: 8 }}
                      maxLength={4000}
                      placeholder={single ? field.name : column.name}
                      aria-label={`${field.name}第 ${at + 1} 项${single ? '' : `的${column.name}`}`}
                    />
                  </Form.Item>
                ))}
                <Button type="text" icon={<DeleteOutlined />} aria-label={`删去${field.name}第 ${at + 1} 项`} onClick={() => remove(row.name)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({})}>
              添加{field.name}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

function control({ input }: FormField) {
  if (input === 'text') return <Input.TextArea autoSize={{ minRows: 2, maxRows: 16 }} maxLength={20000} />;
  if (input === 'date') return <DatePicker />;
  if (input === 'number') return <Input inputMode="numeric" maxLength={12} style={{ width: 160 }} />;
  return <Input maxLength={200} placeholder={input === 'moment' ? '如：2026年11月30日9时30分' : undefined} />;
}

function OneField({ field }: { field: FormField }) {
  if (field.input === 'rows') return <RowsField field={field} />;
  const wide = field.input === 'text';
  return (
    <Form.Item name={['fields', field.code]} label={field.name} required={field.required} className={wide ? 'wide' : ''}>
      {control(field)}
    </Form.Item>
  );
}

export function DocumentFields({ form }: { form: DocumentForm }) {
  const signed = form.fields.filter((field) => field.input === 'sign');
  return (
    <>
      <div className="document-fields">
        {form.fields
          .filter((field) => field.input !== 'sign')
          .map((field) => (
            <OneField key={field.code} field={field} />
          ))}
      </div>
      <p className="muted">
        星号为一般应有的栏目，没有填的签发时提示，打印后可以手写。
        {signed.length > 0 && `打印后手写签名：${signed.map((field) => field.name).join('、')}。`}
      </p>
    </>
  );
}

const kinds = [
  { value: 'institution', label: '机构' },
  { value: 'enterprise', label: '企业' },
  { value: 'other', label: '其他单位或者个人' },
];

interface WhoProps {
  known?: Choice | undefined; // as it was chosen before
  registered?: boolean; // only who is
}

export function AddresseeFields({ known, registered }: WhoProps) {
  const form = Form.useFormInstance();
  const kind = Form.useWatch<string>(['addressee', 'kind']);
  return (
    <>
      <Form.Item name={['addressee', 'kind']} label="受送达人">
        <Segmented options={registered ? kinds.slice(0, 2) : kinds} onChange={() => form.setFieldValue(['addressee', 'id'], undefined)} />
      </Form.Item>
      {kind === 'other' ? (
        <Form.Item name="addressee_name" label="名称" extra="内部文书可以不填。">
          <Input maxLength={100} />
        </Form.Item>
      ) : (
        <Form.Item name={['addressee', 'id']} label="单位" rules={[{ required: true, message: '请选择单位' }]}>
          <Lookup
            key={kind}
            what={`documents ${kind}`}
            find={kind === 'enterprise' ? enterprisesNamed : institutionsNamed}
            placeholder="名称的一部分"
            {...(known ? { added: known } : {})}
          />
        </Form.Item>
      )}
    </>
  );
}
