// SPDX-License-Identifier: Apache-2.0
// An institution by name, credit code or certificate; one that nobody registered yet is recorded as its paper says.
import { Button, Form, Input, Modal, Radio, Space } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, type Body } from '../api/client';
import { type Choice, useCatalogue } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { DatePicker, day } from '../parts/day-picker';
import { Many } from '../parts/many';
import { RegionPicker } from '../parts/region';
import { Lookup } from './lookup';

type Noted = Body<'/api/v1/institutions/noted'>;

interface Given {
  name: string;
  credit_code: string;
  kind: Noted['kind'];
  region: string;
  phone: string;
  qualification: { certificate: string; scopes: string[] };
  valid: [Dayjs, Dayjs];
}

interface InstitutionPickerProps {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
  known?: Choice | undefined; // chosen by the address that led here
}

const required = [{ required: true, message: '必填' }];

function bodyOf({ valid: [from, until], qualification, ...given }: Given): Noted {
  return { ...given, qualification: { ...qualification, valid_from: day(from), valid_until: day(until) } };
}

async function findInstitutions(q: string): Promise<Choice[]> {
  const { items } = (await api.GET('/api/v1/institutions', { params: { query: { q } } })).data!;
  return items.map((one) => ({ value: one.id, label: `${one.name}（${one.qualification.certificate}）` }));
}

function QualificationFields() {
  const kind = Form.useWatch('kind') as Noted['kind'] | undefined;
  const scopes = useCatalogue('scopes').filter((one) => one.value.startsWith(kind === 'testing' ? 'test.' : 'assess.'));
  return (
    <>
      <Form.Item name="kind" label="机构类别">
        <Radio.Group
          options={[
            { value: 'assessment', label: '安全评价' },
            { value: 'testing', label: '检测检验' },
          ]}
        />
      </Form.Item>
      <Form.Item name={['qualification', 'certificate']} label="资质证书编号" rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={['qualification', 'scopes']} label="资质证书上的业务范围" rules={required}>
        <Many optionFilterProp="label" options={scopes} />
      </Form.Item>
      <Form.Item name="valid" label="资质证书有效期" rules={required}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
    </>
  );
}

function NoteInstitution({ onNoted, onClose }: { onNoted: (choice: Choice) => void; onClose: () => void }) {
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '机构已记录',
    async (given: Given) => (await api.POST('/api/v1/institutions/noted', { body: bodyOf(given) })).data!,
    {
      form,
      done: (written) =>
        onNoted({ value: (written as { result: { id: string } }).result.id, label: form.getFieldValue('name') as string }),
    },
  );
  return (
    <Modal open title="记录没有登记的机构" okText="记录" confirmLoading={change.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <p className="muted">照告知书和所附资质证书填写；以后由资质认可机关登记，不影响现在录入。</p>
      <Form
        form={form}
        name="noted"
        layout="vertical"
        component={false}
        initialValues={{ kind: 'assessment' }}
        onFinish={(given) => change.mutate(given)}
      >
        <Form.Item name="name" label="机构名称" rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="credit_code" label="机构统一社会信用代码" rules={required}>
          <Input maxLength={18} />
        </Form.Item>
        <Form.Item name="region" label="机构登记地" rules={required}>
          <RegionPicker anyLevel />
        </Form.Item>
        <Form.Item name="phone" label="机构电话" rules={required}>
          <Input maxLength={30} />
        </Form.Item>
        <QualificationFields />
      </Form>
    </Modal>
  );
}

export function InstitutionPicker({ id, value, onChange, known }: InstitutionPickerProps) {
  const [noting, setNoting] = useState(false);
  const [added, setAdded] = useState<Choice>();
  const note = (choice: Choice) => {
    setAdded(choice);
    setNoting(false);
    onChange?.(choice.value);
  };
  return (
    <>
      <Space.Compact style={{ width: '100%' }}>
        <Lookup
          id={id}
          value={value}
          onChange={onChange}
          what="institutions"
          find={findInstitutions}
          added={added ?? known}
          placeholder="机构名称的一部分，或证书编号、统一社会信用代码"
        />
        <Button onClick={() => setNoting(true)}>记录新机构</Button>
      </Space.Compact>
      {noting && <NoteInstitution onNoted={note} onClose={() => setNoting(false)} />}
    </>
  );
}
