// SPDX-License-Identifier: Apache-2.0
import { Form, Input } from 'antd';
import dayjs from 'dayjs';
import { api, type Notice, type Project } from '../api/client';
import { useChange } from '../parts/change';
import { DatePicker } from '../parts/day-picker';
import { changesOf, type Given } from './amendment-given';
import { PeoplePicker } from './people';
import { Sheet } from './sheet';

const required = [{ required: true, message: '必填' }];

export function AmendmentForm({ project, notice }: { project: Project; notice: Notice }) {
  const [form] = Form.useForm<Given>();
  const { content } = notice;
  const change = useChange(
    '告知已更正',
    async (given: Given) =>
      (
        await api.POST('/api/v1/projects/{id}/amendments', {
          params: { path: { id: project.id } },
          body: { notice: notice.id, reason: given.reason, ...changesOf(notice, given) },
        })
      ).data!,
    { form },
  );
  const send = (given: Given, close: () => void) => {
    if (Object.keys(changesOf(notice, given)).length === 0)
      form.setFields([{ name: 'reason', errors: ['上面各项都没有改动'] }]);
    else change.mutate(given, { onSuccess: close });
  };
  return (
    <Sheet<Given>
      label="更正告知"
      title={`更正告知：${notice.id}`}
      small
      send="提交更正"
      busy={change.isPending}
      form={form}
      initial={{
        days: [dayjs(content.site_first_day), dayjs(content.site_last_day)],
        members: content.members,
        contact: content.contact,
        phone: content.phone,
      }}
      onSend={send}
    >
      <p className="muted">改动有变化的各项，写明原因；原来的告知和每次更正都保留。现场人员全部更换的，另须重新告知。</p>
      <Form.Item name="days" label="现场日期" rules={required}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="members" label="现场人员" extra={content.members.length === 0 ? `告知书上写的是：${notice.member_names.join('、')}` : undefined}>
        <PeoplePicker institution={project.institution} />
      </Form.Item>
      <Form.Item name="contact" label="联系人" rules={required}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="phone" label="联系电话" rules={required}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="reason" label="更正原因" rules={[{ required: true, min: 2, message: '请写明原因' }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </Sheet>
  );
}
