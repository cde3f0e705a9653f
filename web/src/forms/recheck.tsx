// SPDX-License-Identifier: Apache-2.0
// On site again: what of the measures is done.
import { App, Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { Project } from '../api/client';
import { type Measure, recheckMeasures } from '../api/site';
import { useChange } from '../parts/change';
import { DatePicker, day } from '../parts/day-picker';
import { Files, type SentFile } from '../parts/files';
import { beijingToday } from '../registry-words';
import { MeasureCard } from './measure-card';
import { type CheckLine, checksOf } from './measure-lines';
import { leaderOf, PeoplePicker } from './people';
import { Sheet } from './sheet';

interface Given {
  checked_on: Dayjs;
  members: string[];
  checks?: Record<string, CheckLine>;
  files?: SentFile[];
}

function CheckFields({ measure }: { measure: Measure }) {
  const at = ['checks', String(measure.number)];
  return (
    <MeasureCard measure={measure}>
      <Form.Item name={[...at, 'done']} style={{ marginBottom: 8 }}>
        <Radio.Group
          aria-label={`第 ${measure.number} 条的复核结果`}
          options={[
            { value: true, label: '已完成' },
            { value: false, label: '没有完成' },
          ]}
        />
      </Form.Item>
      <Form.Item name={[...at, 'note']} style={{ marginBottom: 0 }}>
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={1000}
          aria-label={`第 ${measure.number} 条的复核情况`}
          placeholder="复核情况；没有完成的写明原因和计划"
        />
      </Form.Item>
    </MeasureCard>
  );
}

export function RecheckForm({ project, measures }: { project: Project; measures: Measure[] }) {
  const app = App.useApp();
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '整改复核已记录',
    ({ checked_on, members, checks, files }: Given) =>
      recheckMeasures(project.id, { checked_on: day(checked_on), members, checks: checksOf(checks), files: files ?? [] }),
    { form, done: () => form.resetFields() },
  );
  const send = (given: Given, close: () => void) => {
    if (checksOf(given.checks).length === 0) void app.message.warning('至少复核一条');
    else change.mutate(given, { onSuccess: close });
  };
  return (
    <Sheet<Given>
      label="整改复核"
      small
      send="提交复核"
      busy={change.isPending}
      form={form}
      initial={{ checked_on: dayjs(beijingToday()), members: leaderOf(project) }}
      onSend={send}
    >
      <Form.Item name="checked_on" label="复核日期" rules={[{ required: true, message: '必填' }]}>
        <DatePicker maxDate={dayjs(beijingToday())} />
      </Form.Item>
      <Form.Item name="members" label="复核人员" rules={[{ required: true, message: '必填' }]}>
        <PeoplePicker institution={project.institution} />
      </Form.Item>
      <p className="muted">这次没有复核的不选。</p>
      {measures.map((one) => (
        <CheckFields key={one.number} measure={one} />
      ))}
      <Form.Item name="files" label="双方签字的复核记录、影像">
        <Files kind="rectification" />
      </Form.Item>
    </Sheet>
  );
}
