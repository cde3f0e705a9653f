// SPDX-License-Identifier: Apache-2.0
// An enforcement officer enters the bureau's list, changes in it, leaves it.
import { Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { addOfficer, changeOfficer, type Officer, type OfficerFacts } from '../api/officer';
import { useChange } from '../parts/change';
import { DatePicker, day } from '../parts/day-picker';
import { useColleagues } from '../parts/officers';
import { Several } from './several';
import { Sheet } from './sheet';

interface GivenFacts {
  certificate: string;
  valid_until: Dayjs;
  account?: string;
  left_on?: Dayjs | null;
  interests?: string[];
}
interface Given {
  name?: string;
  facts: GivenFacts;
  reason?: string;
}

const required = [{ required: true, message: '必填' }];

const factsOf = ({ certificate, valid_until, account, left_on, interests }: GivenFacts): OfficerFacts => ({
  certificate,
  valid_until: day(valid_until),
  ...(account ? { account } : {}),
  ...(left_on ? { left_on: day(left_on) } : {}),
  ...(interests?.length ? { interests } : {}),
});

function Facts({ leaving }: { leaving: boolean }) {
  const colleagues = useColleagues();
  return (
    <>
      <Form.Item name={['facts', 'certificate']} label="执法证号" rules={required}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name={['facts', 'valid_until']} label="执法证有效期至" rules={required}>
        <DatePicker />
      </Form.Item>
      <Form.Item name={['facts', 'account']} label="平台账号" extra="有账号的，可以用自己的账号在检查结果上签字。">
        <Select allowClear options={colleagues} placeholder="没有账号" />
      </Form.Item>
      <Form.Item name={['facts', 'interests']} label="应当回避的机构" extra="曾任职、持股或有近亲属任职的，写机构全称；抽取时不派往。没有的不填。">
        <Several />
      </Form.Item>
      {leaving && (
        <Form.Item name={['facts', 'left_on']} label="离岗日期" extra="在岗的不填。">
          <DatePicker />
        </Form.Item>
      )}
    </>
  );
}

export function OfficerForm() {
  const [form] = Form.useForm<Given>();
  const change = useChange('执法人员已登记', ({ name, facts }: Given) => addOfficer({ name: name!, facts: factsOf(facts) }), {
    form,
    done: () => form.resetFields(),
  });
  return (
    <Sheet<Given> label="登记执法人员" next send="登记" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="name" label="姓名" rules={required}>
        <Input maxLength={50} />
      </Form.Item>
      <Facts leaving={false} />
    </Sheet>
  );
}

export function OfficerChangeForm({ officer }: { officer: Officer }) {
  const [form] = Form.useForm<Given>();
  const { facts } = officer;
  const change = useChange('执法人员已更新', ({ facts: given, reason }: Given) => changeOfficer(officer.id, factsOf(given), reason!), { form });
  return (
    <Sheet<Given>
      label="更新"
      small
      title={`更新：${officer.name}`}
      send="更新"
      busy={change.isPending}
      form={form}
      initial={{
        facts: {
          certificate: facts.certificate,
          valid_until: dayjs(facts.valid_until),
          ...(facts.account ? { account: facts.account } : {}),
          ...(facts.left_on ? { left_on: dayjs(facts.left_on) } : {}),
          ...(facts.interests ? { interests: facts.interests } : {}),
        },
      }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Facts leaving />
      <Form.Item name="reason" label="更新原因" rules={[{ required: true, min: 2, message: '必填，至少 2 个字' }]}>
        <Input.TextArea rows={2} maxLength={500} placeholder="如：换发证件、调离" />
      </Form.Item>
    </Sheet>
  );
}
