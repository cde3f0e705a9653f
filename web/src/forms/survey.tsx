// SPDX-License-Identifier: Apache-2.0
import { Form, Input, Select, Space } from 'antd';
import type { Project } from '../api/client';
import { recordSurvey } from '../api/site';
import { useCatalogue } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { beijingNow, DatePicker } from '../parts/day-picker';
import { ChecklistFields } from './checklist';
import { leaderOf, PeoplePicker } from './people';
import { Pictures } from './pictures';
import { Sheet } from './sheet';
import { bodyOf, type Given } from './survey-given';

const required = [{ required: true, message: '必填' }];

function PlaceFields() {
  const reasons = useCatalogue('reason_codes');
  return (
    <>
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
    </>
  );
}

export function SurveyForm({ project, next }: { project: Project; next: boolean }) {
  const [form] = Form.useForm<Given>();
  const ways = useCatalogue('evidence_ways');
  const change = useChange('现场勘验已记录', (given: Given) => recordSurvey(project.id, bodyOf(given)), { form });
  return (
    <Sheet<Given>
      label="现场勘验"
      next={next}
      send="提交记录"
      busy={change.isPending}
      form={form}
      initial={{ place: project.site, members: leaderOf(project), times: [beijingNow().subtract(2, 'hour'), beijingNow()] }}
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
      <Form.Item name="way" label="留痕方式" extra="各种方式同等有效">
        <Select allowClear options={ways} />
      </Form.Item>
      <PlaceFields />
      <Form.Item name="findings" label="勘验情况" rules={required}>
        <Input.TextArea rows={5} maxLength={4000} />
      </Form.Item>
      <ChecklistFields />
      <Pictures evidence={project.evidence} />
    </Sheet>
  );
}
