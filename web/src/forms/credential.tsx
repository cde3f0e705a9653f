// SPDX-License-Identifier: Apache-2.0
// One of a person's credentials; one given by mistake is replaced, and both stay in the ledger.
import { Form, Input, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { addCredential, type Credential, type NewCredential, type Person } from '../api/registry';
import { useChange } from '../parts/change';
import { DatePicker, givenDays } from '../parts/day-picker';
import { choices, gradeChoices, kindWords } from '../registry-words';
import { Sheet } from './sheet';
import { SpecialtyInput } from './specialty';

interface Given {
  kind: NewCredential['kind'];
  grade: NewCredential['grade'];
  specialty: string;
  number?: string;
  valid_from?: Dayjs | null;
  valid_until?: Dayjs | null;
}

interface CredentialFormProps {
  institution: string;
  person: Person;
  replaces?: Credential;
}

const required = [{ required: true, message: '必填' }];
const date = (day: string | undefined) => (day ? dayjs(day) : undefined);

function initialOf(old: Credential | undefined): Partial<Given> {
  if (!old) return { kind: 'engineer' };
  const { kind, grade, specialty, number } = old;
  return { kind, specialty, ...(grade ? { grade } : {}), ...(number ? { number } : {}), valid_from: date(old.valid_from), valid_until: date(old.valid_until) };
}

export function CredentialForm({ institution, person, replaces }: CredentialFormProps) {
  const [form] = Form.useForm<Given>();
  const initial = initialOf(replaces);
  const kind = Form.useWatch('kind', form) ?? initial.kind!;
  const change = useChange(
    replaces ? '证件已更正' : '证件已登记',
    ({ number, valid_from, valid_until, ...given }: Given) =>
      addCredential(institution, {
        ...given,
        person: person.id,
        ...(number ? { number } : {}),
        ...givenDays({ valid_from, valid_until }),
        ...(replaces ? { replaces: replaces.id } : {}),
      }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<Given>
      label={replaces ? '更正' : '登记证件'}
      title={`${replaces ? '更正证件' : '登记证件'}：${person.name}`}
      small={replaces !== undefined}
      send={replaces ? '更正' : '登记'}
      busy={change.isPending}
      form={form}
      initial={initial}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      {replaces && <p className="muted">更正后以新登记的为准，原来登记的内容仍留在账本里；核验须重新进行。</p>}
      <Form.Item name="kind" label="证件种类" rules={required}>
        <Select options={choices(kindWords)} onChange={() => form.resetFields(['grade'])} />
      </Form.Item>
      <Form.Item name="grade" label="等级" rules={required}>
        <Select options={gradeChoices(kind)} />
      </Form.Item>
      <Form.Item name="specialty" label="专业" rules={required}>
        <SpecialtyInput institution={institution} />
      </Form.Item>
      <Form.Item name="number" label="证件编号">
        <Input maxLength={40} />
      </Form.Item>
      <Space size="large" wrap align="start">
        <Form.Item name="valid_from" label="有效期自">
          <DatePicker />
        </Form.Item>
        <Form.Item name="valid_until" label="有效期至" extra="长期有效的不填">
          <DatePicker />
        </Form.Item>
      </Space>
    </Sheet>
  );
}
