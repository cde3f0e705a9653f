// SPDX-License-Identifier: Apache-2.0
// Keeping what is seen of a project from its institution for a time, and telling it earlier.
import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { endHold, type Finding, type Hold, holdBack, holdBackWith, holdsOf } from '../api/findings';
import { useChange } from '../parts/change';
import { DatePicker, day } from '../parts/day-picker';
import { mayHoldFindings, useSession } from '../parts/session';
import { ReasonForm } from './reason';
import { Sheet } from './sheet';

interface Given {
  until: Dayjs;
  reason: string;
}

const required = [{ required: true, message: '必填' }];

interface Of {
  title: string;
  follows: string;
  send: (body: { until: string; reason: string }) => ReturnType<typeof holdBack>;
}

const ofProject = (project: string): Of => ({
  title: `项目 ${project}`,
  follows: '有虚假报告、出租出借的嫌疑或者举报时，可以在归档之前暂不告知机构，防止改动材料。这个项目现有和以后的线索，机构都看不到；归档、到期即看到，作出不利决定之前一定先告知。理由和期限记入账本。',
  send: (body) => holdBack(project, body),
});
const ofAlarms = ({ id, institution_name }: Finding['summary']): Of => ({
  title: `${institution_name}的资质保持线索`,
  follows: '有挂靠、出租出借的嫌疑或者举报时，可以暂不告知机构，防止改动登记。资质保持现有和以后的线索，机构都看不到；到期即看到，作出不利决定之前一定先告知。登记册里的缺口，机构自己仍然看得到。理由和期限记入账本。',
  send: (body) => holdBackWith(id, body),
});

function HoldForm({ of }: { of: Of }) {
  const [form] = Form.useForm<Given>();
  const change = useChange('已暂不告知', ({ until, reason }: Given) => of.send({ until: day(until), reason: reason.trim() }), { form, done: () => form.resetFields() });
  return (
    <Sheet<Given> label="暂不告知" title={`暂不告知机构：${of.title}`} send="确认暂不告知" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <p>{of.follows}</p>
      <Form.Item name="until" label="截止日" rules={required}>
        <DatePicker style={{ width: 200 }} />
      </Form.Item>
      <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, min: 2, message: '请写明，至少 2 个字' }]}>
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
    </Sheet>
  );
}

function HoldOf({ of, hold }: { of: Of; hold: Hold | null | undefined }) {
  const session = useSession().data;
  if (!mayHoldFindings(session)) return null;
  if (!hold) return <HoldForm of={of} />;
  return <ReasonForm label="告知机构" send="确认告知" done="已告知机构" follows="机构马上看到这些线索，可以逐条作出说明。" make={(reason) => endHold(hold.id, reason)} />;
}

export function FindingHold({ finding: { summary, hold } }: { finding: Finding }) {
  return <HoldOf of={summary.project ? ofProject(summary.project) : ofAlarms(summary)} hold={hold} />;
}

// On the page of a project, findings or none.
export function ProjectHold({ project }: { project: string }) {
  const may = mayHoldFindings(useSession().data);
  const holds = useQuery({ queryKey: ['finding-holds', project], queryFn: () => holdsOf(project), enabled: may });
  if (!may || !holds.data) return null;
  return <HoldOf of={ofProject(project)} hold={holds.data.find((one) => one.holds)} />;
}
