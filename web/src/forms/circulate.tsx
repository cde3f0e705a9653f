// SPDX-License-Identifier: Apache-2.0
// Passes matters on, asks for opinions, or instructs: to whom, what, by when.
import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { instruct, type Matter, officesToAsk, sendSlip, type SlipKind } from '../api/circulation';
import { officeGroups, recipientOf } from '../circulation-words';
import { useChange } from '../parts/change';
import { beijingNow, DatePicker, day } from '../parts/day-picker';
import { roleWords } from '../words';
import { Sheet } from './sheet';

interface Given {
  to: string | string[];
  text?: string;
  within?: number | null;
  due?: Dayjs;
}

const required = [{ required: true, message: '必填' }];

const sheets = {
  transfer: { title: '转办', send: '转办', done: '已转办', to: '交给', text: '说明（可不填）' },
  cosign: { title: '请人会签', send: '送会签', done: '已送会签', to: '请谁提意见', text: '请对方看什么' },
  instruction: { title: '批示', send: '作出批示', done: '批示已记录', to: '由谁办理', text: '批示内容' },
};

// Colleagues by name, other bureaus as a whole.
function Offices({ several, id, value, onChange }: { several: boolean; id?: string; value?: string; onChange?: (to: string) => void }) {
  const offices = useQuery({ queryKey: ['offices'], queryFn: officesToAsk });
  return (
    <Select
      id={id}
      mode={several ? 'multiple' : undefined}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      onChange={onChange}
      loading={offices.isPending}
      placeholder="同事，或者上级、下级部门"
      options={officeGroups(offices.data ?? [], (code) => roleWords[code] ?? code)}
    />
  );
}

function bodyOf({ to, text, within, due }: Given, matters: Matter[]) {
  return {
    matters,
    to: [to].flat().map(recipientOf),
    ...(text ? { text } : {}),
    ...(within ? { within } : due ? { due: day(due) } : {}),
  };
}

interface CirculateProps {
  kind: Exclude<SlipKind, 'returned'>;
  matters: Matter[];
  label?: string;
  follows?: string; // the slip that is passed on
  small?: boolean;
  next?: boolean;
  done?: () => void;
}

export function CirculateForm({ kind, matters, label, follows, small, next, done }: CirculateProps) {
  const [form] = Form.useForm<Given>();
  const words = sheets[kind];
  const send = (given: Given) => {
    const body = bodyOf(given, matters);
    if (kind === 'instruction') return instruct({ ...body, text: given.text ?? '' });
    return sendSlip({ ...body, kind, ...(follows ? { follows } : {}) });
  };
  const change = useChange(words.done, send, {
    form,
    done: () => {
      form.resetFields();
      done?.();
    },
  });
  return (
    <Sheet<Given>
      label={label ?? words.title}
      {...(next ? { next } : {})}
      {...(small ? { small } : {})}
      title={matters.length > 1 ? `${words.title}（${matters.length} 件）` : words.title}
      send={words.send}
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">只记录事项在谁手里；告知的收到、许可的法定期限都不因此停止或者延长。</p>
      <Form.Item name="to" label={words.to} rules={required} extra="其他部门由谁办，由该部门安排。">
        <Offices several={kind !== 'transfer'} />
      </Form.Item>
      <Form.Item name="text" label={words.text} rules={kind === 'transfer' ? [] : required}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
      <div className="line">
        <Form.Item name="within" label="几个工作日内（可不填）">
          <InputNumber min={1} max={250} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="due" label="或者指定日期">
          <DatePicker minDate={beijingNow()} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </Sheet>
  );
}
