// SPDX-License-Identifier: Apache-2.0
// What the platform that keeps a credential said when somebody asked it.
import { Form, Input, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { addVerification, type Credential, type NewVerification } from '../api/registry';
import { useCatalogue } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { day, DatePicker } from '../parts/day-picker';
import { beijingToday, kindWords, resultWords } from '../registry-words';
import { Sheet } from './sheet';

interface Given {
  platform: string;
  result: NewVerification['result'];
  asked_on: Dayjs;
  note?: string;
}

const required = [{ required: true, message: '必填' }];
const results = Object.entries(resultWords).map(([value, { label }]) => ({ value, label }));

export function VerificationForm({ institution, credential }: { institution: string; credential: Credential }) {
  const [form] = Form.useForm<Given>();
  const platforms = useCatalogue('verification_platforms');
  const other = Form.useWatch('platform', form) === 'other';
  const change = useChange(
    '核验已记录',
    ({ asked_on, note, ...given }: Given) =>
      addVerification(institution, { ...given, credential: credential.id, asked_on: day(asked_on), ...(note ? { note } : {}) }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<Given>
      label="记录核验"
      title={`记录核验：${kindWords[credential.kind]} ${credential.number ?? ''}`}
      small
      send="记录"
      busy={change.isPending}
      form={form}
      initial={{ result: 'confirmed', asked_on: dayjs(beijingToday()) }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">请先在发证单位的平台上查询，再把查询结果记在这里；记录后不能修改，可以再次核验。</p>
      <Form.Item name="platform" label="查询平台" rules={required}>
        <Select options={platforms} />
      </Form.Item>
      <Form.Item name="result" label="查询结果">
        <Radio.Group options={results} />
      </Form.Item>
      <Form.Item name="asked_on" label="查询日期" rules={required}>
        <DatePicker maxDate={dayjs(beijingToday())} />
      </Form.Item>
      <Form.Item name="note" label="备注" rules={other ? [{ required: true, message: '请写明是哪个平台' }] : []}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </Sheet>
  );
}
