// SPDX-License-Identifier: Apache-2.0
// Views exchanged with the enterprise: when, where, who, about what, with what result.
import { Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import type { Project } from '../api/client';
import { type NewExchange, recordExchange } from '../api/site';
import { useChange } from '../parts/change';
import { beijingNow, DatePicker } from '../parts/day-picker';
import { Files, type SentFile } from '../parts/files';
import { leaderOf, PeoplePicker } from './people';
import { Sheet } from './sheet';
import { beijing } from './survey-given';

type Given = Omit<NewExchange, 'held_at' | 'files'> & { held_at: Dayjs; files?: SentFile[] };

const required = [{ required: true, message: '必填' }];
const worded = [{ required: true, min: 2, message: '请写明' }];

export function ExchangeForm({ project }: { project: Project }) {
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '交换意见已记录',
    ({ held_at, files, ...given }: Given) => recordExchange(project.id, { ...given, held_at: beijing(held_at), files: files ?? [] }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<Given>
      label="记录交换意见"
      small
      send="记录"
      busy={change.isPending}
      form={form}
      initial={{ held_at: beijingNow(), place: project.site, members: leaderOf(project) }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="held_at" label="时间" rules={required}>
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
      </Form.Item>
      <Form.Item name="place" label="交换意见的地点" rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="members" label="机构人员">
        <PeoplePicker institution={project.institution} />
      </Form.Item>
      <Form.Item name="enterprise_people" label="企业人员（职务）" rules={required}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="content" label="内容" rules={worded}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item name="result" label="结果" rules={worded}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="files" label="双方签字的记录">
        <Files kind="signed_page" />
      </Form.Item>
    </Sheet>
  );
}
