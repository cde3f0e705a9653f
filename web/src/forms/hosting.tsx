// SPDX-License-Identifier: Apache-2.0
// An enterprise that is hosted, an expert's visit to it, and that it is over before its day.
import { Form, Input, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { declareHosting, endHosting, type Hosting, recordHostingVisit } from '../api/hosting';
import { hostedWords } from '../hosting-words';
import { useChange } from '../parts/change';
import { beijingNow, DatePicker, day } from '../parts/day-picker';
import { Files, type SentFile } from '../parts/files';
import { choices } from '../registry-words';
import { EnterprisePicker } from './enterprise';
import { ExpertPicker } from './expert-picker';
import { Sheet } from './sheet';

const required = [{ required: true, message: '必填' }];
const nothing = () => undefined;

interface GivenHosting {
  enterprise: string;
  kind: Hosting['summary']['kind'];
  days: [Dayjs, Dayjs];
}

export function DeclareHostingForm() {
  const [form] = Form.useForm<GivenHosting>();
  const send = ({ enterprise, kind, days: [from, until] }: GivenHosting) => declareHosting({ enterprise, kind, from: day(from), until: day(until) });
  const change = useChange('托管企业已登记', send, { form, done: () => form.resetFields() });
  return (
    <Sheet<GivenHosting> label="登记托管企业" next send="登记" busy={change.isPending} form={form} initial={{ kind: 'ordinary' }} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="enterprise" label="企业" rules={required}>
        <EnterprisePicker />
      </Form.Item>
      <Form.Item name="kind" label="企业类别" extra="金属冶炼、涉爆粉尘、深井铸造等为重点监管企业" rules={required}>
        <Radio.Group options={choices(hostedWords)} />
      </Form.Item>
      <Form.Item name="days" label="托管期" rules={required}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
    </Sheet>
  );
}

interface GivenVisit {
  expert: string;
  on: Dayjs;
  files: SentFile[];
  delivered_on: Dayjs;
}

export function HostingVisitForm({ hosting }: { hosting: Hosting }) {
  const [form] = Form.useForm<GivenVisit>();
  const send = ({ expert, on, files, delivered_on }: GivenVisit) =>
    recordHostingVisit(hosting.summary.id, { expert, on: day(on), upload: files[0]!.upload, delivered_on: day(delivered_on) });
  const change = useChange('专家检查已登记', send, { form, done: () => form.resetFields() });
  return (
    <Sheet<GivenVisit> label="登记专家检查" next send="登记" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="expert" label="专家" rules={required}>
        <ExpertPicker label="专家" onFound={nothing} />
      </Form.Item>
      <Form.Item name="on" label="检查日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item
        name="files"
        label="专家签字的检查情况（一份）"
        rules={[{ validator: async (_, files?: SentFile[]) => { if (files?.length !== 1) throw new Error('请上传一份专家签字的检查情况'); } }]}
      >
        <Files kind="signed_page" label="选择文件" />
      </Form.Item>
      <Form.Item name="delivered_on" label="交付企业的日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
    </Sheet>
  );
}

interface GivenEnd {
  on: Dayjs;
  reason: string;
}

export function EndHostingForm({ hosting }: { hosting: Hosting }) {
  const [form] = Form.useForm<GivenEnd>();
  const change = useChange('托管已结束', ({ on, reason }: GivenEnd) => endHosting(hosting.summary.id, { on: day(on), reason: reason.trim() }), { form });
  return (
    <Sheet<GivenEnd> label="提前结束" send="结束托管" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="on" label="哪天结束" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, min: 2, message: '请写明，至少 2 个字' }]}>
        <Input maxLength={500} placeholder="如：合同提前解除、登记有误" />
      </Form.Item>
    </Sheet>
  );
}
