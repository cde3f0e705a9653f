// SPDX-License-Identifier: Apache-2.0
// A contract is known by its first day: told again it is corrected, with a last day it ends.
import { Form, Radio, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { addEmployment, type NewEmployment, type Person } from '../api/registry';
import { useChange } from '../parts/change';
import { day, DatePicker, givenDays } from '../parts/day-picker';
import { useBranches } from '../parts/registry';
import { beijingToday, choices, contractWords } from '../registry-words';
import { Sheet } from './sheet';

interface Given {
  kind: NewEmployment['kind'];
  full_time: boolean;
  branch: string;
  from: Dayjs;
  until?: Dayjs | null;
}

interface EmploymentFormProps {
  institution: string;
  person: Person;
  ends?: boolean;
}

const required = [{ required: true, message: '必填' }];

function initialOf(person: Person, ends: boolean): Partial<Given> {
  if (!ends) return { kind: 'labour', full_time: true, branch: '' };
  return {
    kind: 'labour',
    full_time: person.full_time,
    branch: person.branch ?? '',
    from: dayjs(person.employed_from),
    until: dayjs(beijingToday()),
  };
}

export function EmploymentForm({ institution, person, ends = false }: EmploymentFormProps) {
  const [form] = Form.useForm<Given>();
  const branches = useBranches(institution).data ?? [];
  const places = [{ value: '', label: '机构本部' }, ...branches.map((one) => ({ value: one.id, label: one.name }))];
  const change = useChange(
    ends ? '合同已终止' : '合同已登记',
    ({ branch, from, until, ...given }: Given) =>
      addEmployment(institution, {
        ...given,
        person: person.id,
        from: day(from),
        ...(branch ? { branch } : {}),
        ...givenDays({ until }),
      }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<Given>
      label={ends ? '终止合同' : '登记合同'}
      title={`${ends ? '终止合同' : '登记合同'}：${person.name}`}
      send={ends ? '终止' : '登记'}
      busy={change.isPending}
      form={form}
      initial={initialOf(person, ends)}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      {ends && <p className="muted">终止日之后此人不再计入专业能力配备；已经签订的项目照常记录。</p>}
      <Form.Item name="kind" label="合同种类">
        <Radio.Group options={choices(contractWords)} />
      </Form.Item>
      <Form.Item name="full_time" label="用工形式">
        <Radio.Group
          options={[
            { value: true, label: '专职' },
            { value: false, label: '兼职' },
          ]}
        />
      </Form.Item>
      <Form.Item name="branch" label="工作单位">
        <Select options={places} disabled={ends} />
      </Form.Item>
      <Space size="large" wrap align="start">
        <Form.Item name="from" label="合同起始日" rules={required}>
          <DatePicker disabled={ends} />
        </Form.Item>
        <Form.Item name="until" label={ends ? '终止日' : '合同截止日'} extra={ends ? '当天仍在职' : '无固定期限的不填'} rules={ends ? required : []}>
          <DatePicker />
        </Form.Item>
      </Space>
    </Sheet>
  );
}
