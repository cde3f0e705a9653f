// SPDX-License-Identifier: Apache-2.0
// An application as it arrives at the permit desk.
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { receiveApplication } from '../api/permit';
import { useCatalogue } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker, givenDays } from '../parts/day-picker';
import { ApplicantPicker, ProjectsPicker } from './permit-pickers';
import { Sheet } from './sheet';

interface Given {
  enterprise: string;
  projects?: string[];
  kind: string;
  title: string;
  received_on: Dayjs;
  accepted_on?: Dayjs | null;
}

const required = [{ required: true, message: '必填' }];

function Fields({ enterprise, onApplicant }: { enterprise: string | undefined; onApplicant: () => void }) {
  const kinds = useCatalogue('permit_kinds');
  return (
    <>
      <Form.Item name="enterprise" label="申请人" rules={required}>
        <ApplicantPicker onChange={onApplicant} />
      </Form.Item>
      <Form.Item name="projects" label="所依据的报告" extra="按项目选取；登记后还可以关联其他报告。">
        <ProjectsPicker enterprise={enterprise} />
      </Form.Item>
      <Form.Item name="kind" label="许可种类" rules={required}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name="title" label="申请事项" rules={[{ required: true, min: 2, message: '必填，至少 2 个字' }]}>
        <Input maxLength={200} placeholder="如：安全生产许可证延期" />
      </Form.Item>
      <Form.Item name="received_on" label="收到日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="accepted_on" label="受理日期" extra="还没有受理的不填；法定期限自受理之日起算。">
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
    </>
  );
}

export function ApplicationForm() {
  const [form] = Form.useForm<Given>();
  const enterprise = Form.useWatch('enterprise', form);
  const navigate = useNavigate();
  const change = useChange(
    '许可申请已登记',
    ({ accepted_on, received_on, projects = [], ...given }: Given) =>
      receiveApplication({ ...given, projects, received_on: day(received_on), ...givenDays({ accepted_on }) }),
    { form, done: (written) => void navigate({ to: '/applications/$id', params: { id: written.result.id } }) },
  );
  return (
    <Sheet<Given>
      label="登记申请"
      next
      title="登记许可申请"
      send="登记"
      busy={change.isPending}
      form={form}
      initial={{ received_on: beijingNow() }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Fields enterprise={enterprise} onApplicant={() => form.resetFields(['projects'])} />
    </Sheet>
  );
}
