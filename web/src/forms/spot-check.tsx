// SPDX-License-Identifier: Apache-2.0
// A bureau looks at work under way; written where it stands, on a phone.
import { Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { Project } from '../api/client';
import { recordSpotCheck } from '../api/site';
import { useChange } from '../parts/change';
import { DatePicker, day } from '../parts/day-picker';
import { Files, type SentFile } from '../parts/files';
import { maySendPictures, useSession } from '../parts/session';
import { beijingToday } from '../registry-words';
import { Sheet } from './sheet';

interface Given {
  checked_on: Dayjs;
  announced: boolean;
  team_on_site: boolean;
  officers: string;
  findings: string;
  files?: SentFile[];
}

const required = [{ required: true, message: '请选择' }];
const worded = [{ required: true, min: 2, message: '请写明，至少 2 个字' }];

function Questions() {
  return (
    <>
      <Form.Item name="announced" label="是否事先通知" rules={required}>
        <Radio.Group
          options={[
            { value: false, label: '事先未通知' },
            { value: true, label: '事先通知' },
          ]}
        />
      </Form.Item>
      <Form.Item name="team_on_site" label="项目组是否在现场作业" rules={required}>
        <Radio.Group
          options={[
            { value: true, label: '在现场' },
            { value: false, label: '不在现场' },
          ]}
        />
      </Form.Item>
    </>
  );
}

export function SpotCheckForm({ project }: { project: Project }) {
  const session = useSession().data;
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '监督抽查已记录',
    ({ checked_on, files, ...given }: Given) => recordSpotCheck(project.id, { ...given, checked_on: day(checked_on), files: files ?? [] }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<Given>
      label="监督抽查"
      send="记录"
      busy={change.isPending}
      form={form}
      initial={{ checked_on: dayjs(beijingToday()), officers: session?.display_name ?? '' }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="checked_on" label="抽查日期" rules={[{ required: true, message: '必填' }]}>
        <DatePicker maxDate={dayjs(beijingToday())} inputReadOnly style={{ width: '100%' }} />
      </Form.Item>
      <Questions />
      <Form.Item name="officers" label="抽查人员" rules={worded}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="findings" label="抽查情况" rules={worded}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
      {maySendPictures(session) && (
        <Form.Item name="files" label="现场照片">
          <Files kind="other" label="拍照或选择照片" />
        </Form.Item>
      )}
    </Sheet>
  );
}
