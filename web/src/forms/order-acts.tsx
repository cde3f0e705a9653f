// SPDX-License-Identifier: Apache-2.0
// What is done to an item of an order: proof, re-check, extension.
import { Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { extendDeadline, giveProof, type OrderItem, recheckItem, withdrawOrder } from '../api/rectification';
import { useChange } from '../parts/change';
import { DatePicker, day } from '../parts/day-picker';
import { Files, type SentFile } from '../parts/files';
import { OfficersPicker } from '../parts/officers';
import { maySendPictures, useSession } from '../parts/session';
import { beijingToday } from '../registry-words';
import { Sheet } from './sheet';

const required = [{ required: true, message: '必填' }];
const said = [{ required: true, min: 2, message: '必填，至少 2 个字' }];

interface Props {
  order: string;
  item: OrderItem;
}
interface Proof {
  words: string;
  responsible?: string;
  files?: SentFile[];
}

export function ProofForm({ order, item }: Props) {
  const [form] = Form.useForm<Proof>();
  const change = useChange('整改证明已提交', ({ words, responsible, files }: Proof) => giveProof(order, { item: item.number, words, ...(responsible ? { responsible } : {}), files: files ?? [] }), {
    form,
    done: () => form.resetFields(),
  });
  return (
    <Sheet<Proof>
      label={item.stage === 'proven' ? '补充证明' : '提交整改证明'}
      small
      next={item.stage !== 'proven'}
      title={`第 ${item.number} 项的整改证明`}
      send="提交"
      busy={change.isPending}
      form={form}
      initial={item.responsible ? { responsible: item.responsible } : {}}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">{item.demand}</p>
      <Form.Item name="words" label="整改情况" rules={said}>
        <Input.TextArea rows={5} maxLength={4000} />
      </Form.Item>
      <Form.Item name="responsible" label="整改责任人">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="files" label="证明材料">
        <Files kind="rectification" />
      </Form.Item>
    </Sheet>
  );
}

interface Recheck {
  on: Dayjs;
  passed: boolean;
  words: string;
  officers: string[];
  files?: SentFile[];
}

export function RecheckForm({ order, item }: Props) {
  const session = useSession().data;
  const [form] = Form.useForm<Recheck>();
  const change = useChange('复查已记录', ({ on, files, ...given }: Recheck) => recheckItem(order, { ...given, item: item.number, on: day(on), files: files ?? [] }), {
    form,
    done: () => form.resetFields(),
  });
  return (
    <Sheet<Recheck>
      label="复查"
      small
      next={item.stage === 'proven'}
      title={`复查第 ${item.number} 项`}
      send="记录复查"
      busy={change.isPending}
      form={form}
      initial={{ on: dayjs(beijingToday()) }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">{item.demand}</p>
      <Form.Item name="on" label="复查日期" rules={required}>
        <DatePicker maxDate={dayjs(beijingToday())} />
      </Form.Item>
      <Form.Item name="officers" label="复查的执法人员" rules={required}>
        <OfficersPicker />
      </Form.Item>
      <Form.Item name="passed" label="结果" rules={required}>
        <Radio.Group
          options={[
            { value: true, label: '通过' },
            { value: false, label: '未通过' },
          ]}
        />
      </Form.Item>
      <Form.Item name="words" label="复查意见" rules={said}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
      {maySendPictures(session) && (
        <Form.Item name="files" label="证据">
          <Files kind="other" label="拍照或选择文件" />
        </Form.Item>
      )}
    </Sheet>
  );
}

export function ExtensionForm({ order, item }: Props) {
  const [form] = Form.useForm<{ due: Dayjs; reason: string }>();
  const change = useChange('已延期', ({ due, reason }: { due: Dayjs; reason: string }) => extendDeadline(order, item.number, day(due), reason), { form, done: () => form.resetFields() });
  return (
    <Sheet<{ due: Dayjs; reason: string }> label="延期" small title={`第 ${item.number} 项延期`} send="延期" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="due" label={`新的期限（现为 ${item.due}）`} rules={required}>
        <DatePicker minDate={dayjs(item.due).add(1, 'day')} />
      </Form.Item>
      <Form.Item name="reason" label="理由" rules={said}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </Sheet>
  );
}

export function WithdrawOrderForm({ order }: { order: string }) {
  const [form] = Form.useForm<{ reason: string }>();
  const change = useChange('已撤销', ({ reason }: { reason: string }) => withdrawOrder(order, reason), { form });
  return (
    <Sheet<{ reason: string }> label="撤销" title="撤销整改文书" send="撤销" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <p className="muted">文书和撤销的理由都会保留。</p>
      <Form.Item name="reason" label="理由" rules={said}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </Sheet>
  );
}
