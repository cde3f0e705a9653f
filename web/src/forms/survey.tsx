// SPDX-License-Identifier: Apache-2.0
import { Form, Input, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { api, type Project } from '../api/client';
import { useCatalogue } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { DatePicker } from '../parts/day-picker';
import { Files, type SentFile } from '../parts/files';
import { leaderOf, PeoplePicker } from './people';
import { Sheet } from './sheet';

interface Given {
  times: [Dayjs, Dayjs];
  place: string;
  members: string[];
  enterprise_people: string;
  latitude?: string;
  longitude?: string;
  reason_code?: string;
  findings: string;
  files?: SentFile[];
}

const required = [{ required: true, message: '必填' }];
// What was typed is Beijing time, wherever the browser is.
const beijing = (time: Dayjs) => time.format('YYYY-MM-DDTHH:mm:ss') + '+08:00';

export function SurveyForm({ project, next }: { project: Project; next: boolean }) {
  const [form] = Form.useForm<Given>();
  const reasons = useCatalogue('reason_codes');
  const change = useChange(
    '现场勘验已记录',
    async (given: Given) =>
      (
        await api.POST('/api/v1/projects/{id}/surveys', {
          params: { path: { id: project.id } },
          body: {
            started_at: beijing(given.times[0]),
            ended_at: beijing(given.times[1]),
            place: given.place,
            members: given.members,
            enterprise_people: given.enterprise_people,
            findings: given.findings,
            files: given.files ?? [],
            ...(given.latitude ? { latitude: given.latitude } : {}),
            ...(given.longitude ? { longitude: given.longitude } : {}),
            ...(given.reason_code ? { reason_code: given.reason_code } : {}),
          },
        })
      ).data!,
    { form },
  );
  return (
    <Sheet<Given>
      label="现场勘验"
      next={next}
      send="提交记录"
      busy={change.isPending}
      form={form}
      initial={{ place: project.site, members: leaderOf(project), times: [dayjs().subtract(2, 'hour'), dayjs()] }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="times" label="现场时间" rules={required}>
        <DatePicker.RangePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="place" label="地点" rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="members" label="到场人员" rules={required}>
        <PeoplePicker institution={project.institution} />
      </Form.Item>
      <Form.Item name="enterprise_people" label="企业到场人员（职务）" rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Space wrap size="large">
        <Form.Item name="latitude" label="签到纬度">
          <Input maxLength={20} placeholder="44.011600" />
        </Form.Item>
        <Form.Item name="longitude" label="签到经度">
          <Input maxLength={20} placeholder="87.304200" />
        </Form.Item>
      </Space>
      <Form.Item name="reason_code" label="没有位置或照片的原因">
        <Select allowClear options={reasons} />
      </Form.Item>
      <Form.Item name="findings" label="勘验情况" rules={required}>
        <Input.TextArea rows={5} maxLength={4000} />
      </Form.Item>
      <Form.Item name="files" label="照片、视频、原始记录">
        <Files kind="gate" />
      </Form.Item>
    </Sheet>
  );
}
