// SPDX-License-Identifier: Apache-2.0
// What the permit desk does with an application as a whole: acceptance, another report, the agenda.
import { Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { acceptApplication, type Application, linkReport, putOnAgenda } from '../api/permit';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { ProjectPicker } from './permit-pickers';
import { Sheet } from './sheet';

interface ActProps {
  view: Application;
  next: boolean;
}

const required = [{ required: true, message: '必填' }];

export function AcceptForm({ view, next }: ActProps) {
  const [form] = Form.useForm<{ on: Dayjs }>();
  const { id, received_on: received } = view.summary;
  const change = useChange('已受理', ({ on }: { on: Dayjs }) => acceptApplication(id, { accepted_on: day(on) }), { form });
  return (
    <Sheet<{ on: Dayjs }>
      label="受理"
      next={next}
      send="受理"
      busy={change.isPending}
      form={form}
      initial={{ on: beijingNow() }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">作出决定的法定期限自受理之日起算，算出后不因机构的补正而停止或者延长。</p>
      <Form.Item name="on" label="受理日期" rules={required} extra={`收到日期 ${received}`}>
        <DatePicker minDate={dayjs(received)} maxDate={beijingNow()} />
      </Form.Item>
    </Sheet>
  );
}

export function LinkForm({ view, next }: ActProps) {
  const [form] = Form.useForm<{ project: string }>();
  const { id, enterprise } = view.summary;
  const change = useChange('报告已关联', (given: { project: string }) => linkReport(id, given), { form, done: () => form.resetFields() });
  return (
    <Sheet<{ project: string }>
      label="关联报告"
      next={next}
      send="关联"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">关联后记录当时缺少的材料；作出决定后，依据了哪些报告一直可以查到。</p>
      <Form.Item name="project" label="申请人的项目" rules={required}>
        <ProjectPicker enterprise={enterprise} without={view.reports.map((one) => one.project)} />
      </Form.Item>
    </Sheet>
  );
}

export function AgendaForm({ view, next }: ActProps) {
  const [form] = Form.useForm<{ on: Dayjs }>();
  const { id, due, meeting_on: meeting } = view.summary;
  const change = useChange('已列入议程', ({ on }: { on: Dayjs }) => putOnAgenda(id, { meeting_on: day(on) }), { form });
  return (
    <Sheet<{ on: Dayjs }>
      label={meeting ? '改期' : '列入议程'}
      next={next}
      title={meeting ? '改变会议日期' : '列入办公会议议程'}
      send={meeting ? '改期' : '列入'}
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      {due && <p className="muted">作出决定的法定期限：{due}。</p>}
      {meeting && <p className="muted">现在列在 {meeting} 的会议。</p>}
      <Form.Item name="on" label="会议日期" rules={required}>
        <DatePicker minDate={beijingNow()} />
      </Form.Item>
    </Sheet>
  );
}
