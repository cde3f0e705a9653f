// SPDX-License-Identifier: Apache-2.0
// What is done to the list of those watched more closely.
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { answerObjection, confirmListing, declineListing, type Listing, lookAround, objectToListing, type ProposeListing, proposeListing, removeListing } from '../api/planning';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { InstitutionLookup } from './institution-lookup';
import { ReasonForm } from './reason';
import { type GivenReference, References, referencesOf } from './references';
import { Sheet } from './sheet';

const required = [{ required: true, message: '必填' }];
const written = [{ required: true, whitespace: true, min: 2, message: '请写明，至少 2 个字' }];

export function LookButton() {
  const change = useChange('已核对，符合情形的已提议', () => lookAround());
  return (
    <Button loading={change.isPending} onClick={() => change.mutate(undefined)}>
      按评级、处理决定和价格结论核对
    </Button>
  );
}

interface GivenProposal {
  institution: string;
  trigger: ProposeListing['trigger'];
  happened_on: Dayjs;
  facts: string;
  references?: GivenReference[];
}

export function ProposeForm() {
  const [form] = Form.useForm<GivenProposal>();
  const navigate = useNavigate();
  const change = useChange(
    '已提议，等科长或者负责人确认',
    ({ happened_on: on, references, ...given }: GivenProposal) =>
      proposeListing({ ...given, happened_on: day(on), references: referencesOf(references) }),
    {
      form,
      done: (answer) => {
        form.resetFields();
        void navigate({ to: '/key-list/$id', params: { id: answer.result.id } });
      },
    },
  );
  return (
    <Sheet<GivenProposal>
      label="提议列入"
      send="提议"
      busy={change.isPending}
      form={form}
      initial={{ trigger: 'accident' }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">评级靠后、不参加评定、上一年度多次违法，由平台核对；平台看不到的三种情形，在这里提议。提议不告知机构，确认以后才告知。</p>
      <Form.Item name="institution" label="机构" rules={required}>
        <InstitutionLookup />
      </Form.Item>
      <Form.Item name="trigger" label="情形">
        <Select
          options={[
            { value: 'accident', label: '与生产安全事故有关联' },
            { value: 'price', label: '低价竞争扰乱市场' },
            { value: 'tip', label: '被举报查实' },
          ]}
        />
      </Form.Item>
      <Form.Item name="happened_on" label="发生或者查实的日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="facts" label="事实" extra="机构在确认以后看得到。不要写举报人的任何信息。" rules={written}>
        <Input.TextArea rows={5} maxLength={2000} showCount />
      </Form.Item>
      <References name="references" label="材料" extra="如：事故调查报告及文号、举报办理单号、价格比较的结论。" kinds={['事故调查报告', '举报办理单', '价格比较结论', '其他材料']} />
    </Sheet>
  );
}

interface GivenConfirmation {
  reason: string;
  until?: Dayjs;
}

export function ConfirmForm({ listing }: { listing: Listing }) {
  const [form] = Form.useForm<GivenConfirmation>();
  const change = useChange('已确认列入，机构可以提出异议', ({ reason, until }: GivenConfirmation) =>
    confirmListing(listing.summary.id, reason.trim(), until ? day(until) : undefined), { form });
  return (
    <Sheet<GivenConfirmation>
      label="确认列入"
      next
      act="confirm"
      send="确认列入"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">确认以后，机构在自己的页面上看到情形、事实和条款，可以提出异议；检查计划按提高的频次建议。</p>
      <Form.Item name="reason" label="理由" rules={written}>
        <Input.TextArea rows={5} maxLength={1000} showCount />
      </Form.Item>
      <Form.Item name="until" label="到哪天为止" extra="不填则按条款的期限；可以早于它，不能晚于它。">
        <DatePicker minDate={beijingNow()} />
      </Form.Item>
    </Sheet>
  );
}

export function AnswerForm({ listing }: { listing: Listing }) {
  const [form] = Form.useForm<{ upheld: boolean; reason: string }>();
  const change = useChange('异议已答复', ({ upheld, reason }: { upheld: boolean; reason: string }) =>
    answerObjection(listing.summary.id, upheld, reason.trim()), { form });
  return (
    <Sheet<{ upheld: boolean; reason: string }>
      label="答复异议"
      next
      act="answer"
      send="答复"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="upheld" label="结论" rules={required}>
        <Radio.Group
          options={[
            { value: true, label: '异议成立，移出' },
            { value: false, label: '异议不成立，维持' },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label="理由" rules={written}>
        <Input.TextArea rows={5} maxLength={2000} showCount />
      </Form.Item>
    </Sheet>
  );
}

const words = {
  decline: { label: '不予列入', send: '不予列入', done: '已决定不予列入', follows: '同一事实不再提议。', make: declineListing },
  remove: { label: '提前移出', send: '移出', done: '已移出', follows: '移出以后，检查计划不再按提高的频次建议。', make: removeListing },
  object: { label: '提出异议', send: '提出异议', done: '异议已提出', follows: '异议记入账本，列入的部门须在期限内答复；答复以后可以再提。', make: objectToListing },
};

export function ListingAct({ listing, what, next }: { listing: Listing; what: keyof typeof words; next?: boolean }) {
  const { make, ...say } = words[what];
  return (
    <ReasonForm
      {...say}
      act={what}
      field={what === 'object' ? '异议和理由' : '理由'}
      max={what === 'object' ? 4000 : 1000}
      {...(next ? { next } : {})}
      make={(text) => make(listing.summary.id, text)}
    />
  );
}
