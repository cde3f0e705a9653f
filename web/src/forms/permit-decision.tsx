// SPDX-License-Identifier: Apache-2.0
// The responsible leader decides on the merits, in their own name: the password is asked for again.
import { Alert, Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type Application, decideApplication, type Outcome } from '../api/permit';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { offTheAgenda, outcomeWords } from '../permit-words';
import { Sheet } from './sheet';

interface Given {
  outcome: Outcome;
  on: Dayjs;
  permit_number?: string;
  reasons: string;
}

const waits = '机构未按时补正，暂不列入办公会议议程；现在只能记录申请人撤回。临近法定期限时，由您就事项本身作出决定。';
const isDue = '机构未按时补正，法定期限将到。请就申请事项本身作出决定并写明理由，不因机构的过错给申请人增加条件。';

function Standing({ view }: { view: Application }) {
  if (view.held?.severity !== 'hold') return null;
  return offTheAgenda(view) ? <Alert type="info" title={waits} /> : <Alert type="warning" title={isDue} />;
}

export function DecisionForm({ view, next }: { view: Application; next: boolean }) {
  const [form] = Form.useForm<Given>();
  const outcome = Form.useWatch('outcome', form);
  const { id, received_on: received } = view.summary;
  const away = offTheAgenda(view);
  const outcomes = (Object.keys(outcomeWords) as Outcome[]).map((value) => ({
    value,
    label: outcomeWords[value].label,
    disabled: away && value !== 'withdrawn',
  }));
  const change = useChange(
    '决定已作出',
    ({ outcome: chosen, on, permit_number: number, reasons }: Given) =>
      decideApplication(id, {
        outcome: chosen,
        decided_on: day(on),
        reasons,
        ...(chosen === 'granted' && number?.trim() ? { permit_number: number.trim() } : {}),
      }),
    { form },
  );
  return (
    <Sheet<Given>
      label="作出决定"
      next={next}
      act="decide"
      title={`作出决定：${view.summary.title}`}
      send="作出决定"
      busy={change.isPending}
      form={form}
      initial={{ on: beijingNow() }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">决定以您本人名义作出，提交时可能请您再次输入密码；作出后不能更改，申请人和机构可以看到。</p>
      <Standing view={view} />
      <Form.Item name="outcome" label="决定" rules={[{ required: true, message: '请选择' }]} style={{ marginTop: 16 }}>
        <Radio.Group options={outcomes} />
      </Form.Item>
      <Form.Item name="on" label="决定日期" rules={[{ required: true, message: '必填' }]}>
        <DatePicker minDate={dayjs(received)} maxDate={beijingNow()} />
      </Form.Item>
      {outcome === 'granted' && (
        <Form.Item name="permit_number" label="许可证编号" extra="还没有编号的可以不填。">
          <Input maxLength={60} />
        </Form.Item>
      )}
      <Form.Item name="reasons" label="理由" rules={[{ required: true, min: 2, message: '必填，至少 2 个字' }]}>
        <Input.TextArea rows={6} maxLength={4000} />
      </Form.Item>
    </Sheet>
  );
}
