// SPDX-License-Identifier: Apache-2.0
// An expert enters the register, changes in it, leaves it.
import { Form, Input, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { changeExpert, type Expert, listExpert, removeExpert } from '../api/expert';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { factsOf, type GivenFacts, givenOf } from './expert-given';
import { Several } from './several';
import { Sheet } from './sheet';

const required = [{ required: true, message: '必填' }];
const said = [{ required: true, min: 2, message: '必填，至少 2 个字' }];

function Facts() {
  return (
    <>
      <Form.Item name={['facts', 'title']} label="职称" rules={required}>
        <Input maxLength={50} placeholder="如：教授级高级工程师" />
      </Form.Item>
      <Form.Item name={['facts', 'fields']} label="专业" rules={required} extra="可以有几项，用顿号或回车分开。">
        <Several />
      </Form.Item>
      <Form.Item name={['facts', 'employer']} label="工作单位" rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['facts', 'employers_before']} label="曾任职单位" extra="抽取和评审时据此回避。没有的不填。">
        <Several />
      </Form.Item>
      <Form.Item name={['facts', 'interests']} label="持股或有业务往来的机构" extra="写机构全称；抽取和评审时据此回避。没有的不填。">
        <Several />
      </Form.Item>
      <Space size="large" align="start" wrap>
        <Form.Item name={['facts', 'listed_on']} label="入库日期" rules={required}>
          <DatePicker maxDate={beijingNow()} />
        </Form.Item>
        <Form.Item name={['facts', 'until']} label="聘期至" extra="没有期限的不填。">
          <DatePicker />
        </Form.Item>
      </Space>
    </>
  );
}

interface GivenExpert {
  name: string;
  facts: GivenFacts;
}

export function ExpertForm() {
  const [form] = Form.useForm<GivenExpert>();
  const change = useChange('专家已入库', ({ name, facts }: GivenExpert) => listExpert({ name, facts: factsOf(facts) }), {
    form,
    done: () => form.resetFields(),
  });
  return (
    <Sheet<GivenExpert>
      label="登记专家"
      next
      send="登记"
      busy={change.isPending}
      form={form}
      initial={{ facts: { listed_on: beijingNow() } as GivenFacts }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="name" label="姓名" rules={required}>
        <Input maxLength={50} />
      </Form.Item>
      <Facts />
    </Sheet>
  );
}

interface GivenChange {
  facts: GivenFacts;
  reason: string;
}

export function ExpertChangeForm({ expert }: { expert: Expert }) {
  const [form] = Form.useForm<GivenChange>();
  const change = useChange(
    '专家信息已更新',
    ({ facts, reason }: GivenChange) => changeExpert(expert.id, { facts: factsOf(facts), reason }),
    { form },
  );
  return (
    <Sheet<GivenChange>
      label="更新"
      title={`更新专家信息：${expert.name}`}
      send="更新"
      busy={change.isPending}
      form={form}
      initial={{ facts: givenOf(expert) }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Facts />
      <Form.Item name="reason" label="更新原因" rules={said}>
        <Input.TextArea rows={2} maxLength={500} placeholder="如：调动工作" />
      </Form.Item>
    </Sheet>
  );
}

interface GivenRemoval {
  on: Dayjs;
  reason: string;
}

export function ExpertRemovalForm({ expert }: { expert: Expert }) {
  const [form] = Form.useForm<GivenRemoval>();
  const change = useChange('专家已出库', ({ on, reason }: GivenRemoval) => removeExpert(expert.id, { on: day(on), reason }), { form });
  return (
    <Sheet<GivenRemoval>
      label="出库"
      title={`专家出库：${expert.name}`}
      send="出库"
      busy={change.isPending}
      form={form}
      initial={{ on: beijingNow() }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">出库后不再供选用；以前的登记和已参加的工作照旧保留，仍可在“不在库”中查到。</p>
      <Form.Item name="on" label="出库日期" rules={required}>
        <DatePicker minDate={dayjs(expert.listed_on)} maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="reason" label="出库原因" rules={said}>
        <Input.TextArea rows={2} maxLength={500} placeholder="如：聘期内调离、违反回避要求" />
      </Form.Item>
    </Sheet>
  );
}
