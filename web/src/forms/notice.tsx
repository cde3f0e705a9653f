// SPDX-License-Identifier: Apache-2.0
import { Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { api, type Project } from '../api/client';
import { useChange } from '../parts/change';
import { DatePicker } from '../parts/day-picker';
import { leaderOf, PeoplePicker } from './people';
import { Sheet } from './sheet';

interface Given {
  days: [Dayjs, Dayjs];
  members: string[];
  contact: string;
  phone: string;
  reason?: string;
}

const required = [{ required: true, message: '必填' }];

export function NoticeForm({ project, next }: { project: Project; next: boolean }) {
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '已告知，回执已开具',
    async (given: Given) =>
      (
        await api.POST('/api/v1/projects/{id}/notices', {
          params: { path: { id: project.id } },
          body: {
            site_first_day: given.days[0].format('YYYY-MM-DD'),
            site_last_day: given.days[1].format('YYYY-MM-DD'),
            members: given.members,
            contact: given.contact,
            phone: given.phone,
            ...(given.reason ? { reason: given.reason } : {}),
          },
        })
      ).data!,
    { form },
  );
  const first = dayjs(project.site_first_day);
  return (
    <Sheet<Given>
      label="从业告知"
      next={next}
      send="提交告知"
      busy={change.isPending}
      form={form}
      initial={{ days: [first, first], members: leaderOf(project), contact: project.leader_name }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">同时送达省级和项目所在县的应急管理部门，提交即视为收到，不需要批准。</p>
      <Form.Item name="days" label="现场日期" rules={required}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="members" label="现场人员" rules={required}>
        <PeoplePicker institution={project.institution} />
      </Form.Item>
      <Form.Item name="contact" label="联系人" rules={required}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="phone" label="联系电话" rules={required}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="reason" label="情况说明（紧急、变更日期等）">
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </Sheet>
  );
}
