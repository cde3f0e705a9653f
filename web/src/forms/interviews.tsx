// SPDX-License-Identifier: Apache-2.0
// A warning interview that is to be held: the bureau invites, sets the time and says how it ended.
import { useSearch } from '@tanstack/react-router';
import { Form, Input, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { endInvitation, type EndInvitation, type Invitation, invite, setInvitationTime } from '../api/interviews';
import { outcomeWords } from '../interview-words';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { useInstitution } from '../parts/registry';
import { type GivenOfficer, Officers, required, withoutEmpty, written } from './case-lines';
import { InstitutionLookup } from './institution-lookup';
import { Sheet } from './sheet';

/** As the interface takes an instant: the hour is Beijing's. */
export const instant = (at: Dayjs) => `${at.format('YYYY-MM-DDTHH:mm:00')}+08:00`;
// An instant as the picker shows it.
const shown = (at: string) => beijingNow(Date.parse(at));

export function TimeField({ name, label, optional = false }: { name: string; label: string; optional?: boolean }) {
  return (
    <Form.Item name={name} label={label} rules={optional ? [] : required}>
      <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" minDate={beijingNow()} style={{ width: '100%' }} />
    </Form.Item>
  );
}

interface GivenInvitation {
  institution: string;
  title: string;
  basis: string;
  facts: string;
  at: Dayjs;
  place: string;
  hosts: string;
  expected: string;
}

// Of whom, where another page led here with it: /talks?act=invite&institution=J-1&basis=…
export function InviteForm() {
  const [form] = Form.useForm<GivenInvitation>();
  const { institution, basis } = useSearch({ strict: false }) as { institution?: string; basis?: string };
  const known = useInstitution(institution ?? '').data;
  const change = useChange('约谈邀请已发出', (given: GivenInvitation) => invite({ ...given, at: instant(given.at) }), { form, done: () => form.resetFields() });
  return (
    <Sheet<GivenInvitation>
      label="邀请约谈"
      act="invite"
      send="发出邀请"
      busy={change.isPending}
      form={form}
      initial={{ title: '警示约谈', ...(institution ? { institution } : {}), ...(basis ? { basis } : {}) }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">机构在自己的待办里看到邀请，确认到场或者说明理由请求改期；未到的登记在案。参加的人写职务，不写姓名。</p>
      <Form.Item name="institution" label="机构" rules={required}>
        <InstitutionLookup {...(known ? { known: { value: known.id, label: known.name } } : {})} />
      </Form.Item>
      <Form.Item name="title" label="名称" rules={written}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="basis" label="依据的条款" rules={written}>
        <Input maxLength={300} placeholder="如：自治区工作措施第三条（信用等级不合格）" />
      </Form.Item>
      <Form.Item name="facts" label="事由" rules={written}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <TimeField name="at" label="时间" />
      <Form.Item name="place" label="地点" rules={written}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="hosts" label="约谈人（职务）" rules={written}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="expected" label="请机构何人到场（职务）" rules={written}>
        <Input maxLength={200} placeholder="如：主要负责人、技术负责人" />
      </Form.Item>
    </Sheet>
  );
}

interface GivenTime {
  at: Dayjs;
  place: string;
  text: string;
}

export function SetTimeForm({ of }: { of: Invitation }) {
  const [form] = Form.useForm<GivenTime>();
  const change = useChange('约谈时间已答复', (given: GivenTime) => setInvitationTime(of.id, { ...given, at: instant(given.at) }), { form });
  const asked = of.acts.filter((one) => one.act === 'other_time').at(-1)?.time;
  return (
    <Sheet<GivenTime> label={of.stage === 'asked' ? '答复改期' : '改定时间'} small send="答复" busy={change.isPending} form={form} initial={{ at: shown(asked ?? of.at), place: of.place }} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <p className="muted">不同意改期的，时间填原来的，写明理由。</p>
      <TimeField name="at" label="时间" />
      <Form.Item name="place" label="地点" rules={written}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="text" label="理由" rules={written}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </Sheet>
  );
}

interface GivenEnd {
  outcome: EndInvitation['outcome'];
  on: Dayjs;
  text: string;
  demands?: string;
  due?: Dayjs;
  officers?: GivenOfficer[];
}

export function EndForm({ of }: { of: Invitation }) {
  const [form] = Form.useForm<GivenEnd>();
  const outcome = Form.useWatch('outcome', form) ?? 'held';
  const change = useChange(
    '约谈结果已登记',
    (given: GivenEnd) =>
      endInvitation(of.id, {
        outcome: given.outcome,
        on: day(given.on),
        text: given.text,
        demands: (given.outcome === 'held' && given.demands) || undefined,
        due: given.outcome === 'held' && given.due ? day(given.due) : undefined,
        officers: given.outcome === 'held' ? withoutEmpty(given.officers) : [],
        documents: [],
      }),
    { form },
  );
  return (
    <Sheet<GivenEnd> label="登记结果" small send="登记" busy={change.isPending} form={form} initial={{ outcome: 'held', on: beijingNow(), officers: [{}, {}] as GivenOfficer[] }} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="outcome" label="结果" rules={required}>
        <Radio.Group options={Object.entries(outcomeWords).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="on" label="日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="text" label={outcome === 'held' ? '约谈记录' : '情况'} rules={written}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
      {outcome === 'held' && (
        <>
          <Form.Item name="demands" label="要求（可不填）">
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
          <Form.Item name="due" label="整改期限（可不填）">
            <DatePicker />
          </Form.Item>
          <Officers />
        </>
      )}
    </Sheet>
  );
}
