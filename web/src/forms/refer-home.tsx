// SPDX-License-Identifier: Apache-2.0
// The case to the bureau that granted the qualification, with the proposal to take it away.
import { Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { type Case, recordStep } from '../api/cases';
import { formOfStep } from '../case-words';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import type { Home } from '../parts/home-authority';
import { Documents, type GivenDocument, type GivenOfficer, Officers, required, withoutEmpty, written } from './case-lines';
import { Sheet } from './sheet';

interface Given {
  on: Dayjs;
  text: string;
  officers?: GivenOfficer[];
  documents?: GivenDocument[];
}

export const referralText = ({ institution_name: name, clause }: Home) => `${name}的资质由原资质认可机关决定（${clause.source}）：移送，建议依法吊销、撤销其资质。`;

export function ReferHome({ view, home }: { view: Case; home: Home }) {
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '已移送',
    (given: Given) =>
      recordStep(view.summary.id, {
        kind: 'referred',
        on: day(given.on),
        to: home.bureau,
        instalments: [],
        text: given.text,
        officers: withoutEmpty(given.officers),
        documents: withoutEmpty(given.documents),
      }),
    { form },
  );
  return (
    <Sheet<Given>
      label="移送原资质认可机关"
      title={`移送${home.bureau_name}`}
      send="移送"
      busy={change.isPending}
      form={form}
      initial={{ on: beijingNow(), text: referralText(home) }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">移送后该机关可以查看本案、下载材料包，并有待办。</p>
      <Form.Item name="on" label="日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="text" label="内容" rules={written}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Officers />
      <Documents suggested={formOfStep.referred} />
    </Sheet>
  );
}
