// SPDX-License-Identifier: Apache-2.0
// Where the report stands on the institution's own site.
import { Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { Project } from '../api/client';
import { type DisclosedReport, recordDisclosure, withdrawDisclosure } from '../api/disclosure';
import { asWords } from '../disclosure-words';
import { useChange } from '../parts/change';
import { DatePicker, day } from '../parts/day-picker';
import { beijingToday } from '../registry-words';
import { Sheet } from './sheet';

interface Given {
  url: string;
  as: DisclosedReport['as'];
  public_since?: Dayjs | null;
  reason?: string;
}

const required = [{ required: true, message: '必填' }];
const worded = [{ required: true, min: 2, message: '请写明，至少 2 个字' }];

function Fields({ changes }: { changes: boolean }) {
  return (
    <>
      <Form.Item name="url" label="公开网址" rules={required} extra="从浏览器地址栏复制，以 http:// 或 https:// 开头。">
        <Input.TextArea autoSize maxLength={2000} inputMode="url" />
      </Form.Item>
      <Form.Item name="as" label="网址上公开的是" rules={required}>
        <Radio.Group vertical options={Object.entries(asWords).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="public_since" label="公开日期">
        <DatePicker maxDate={dayjs(beijingToday())} inputReadOnly style={{ width: '100%' }} />
      </Form.Item>
      {changes && (
        <Form.Item name="reason" label="变更原因" rules={worded}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
    </>
  );
}

export function DisclosureForm({ project, current }: { project: Project; current: DisclosedReport | undefined }) {
  const [form] = Form.useForm<Given>();
  const changes = current?.latest === true;
  const change = useChange(
    changes ? '公开网址已变更' : '公开网址已登记',
    ({ public_since, ...given }: Given) =>
      recordDisclosure(project.id, {
        ...given,
        report_sm3: project.reports[0]!.file.blob.sm3,
        ...(public_since ? { public_since: day(public_since) } : {}),
      }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<Given>
      label={changes ? '变更网址' : '登记公开网址'}
      send="登记"
      busy={change.isPending}
      form={form}
      initial={{ as: 'original' }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p>报告在本机构网站上公开后，把网址登记在这里。平台会打开网址核对：能否打开，文件是否与提交的报告相同。</p>
      <Fields changes={changes} />
    </Sheet>
  );
}

export function DisclosureWithdrawal({ project }: { project: Project }) {
  const [form] = Form.useForm<{ reason: string }>();
  const change = useChange('公开网址已撤下', ({ reason }: { reason: string }) => withdrawDisclosure(project.id, reason), {
    form,
    done: () => form.resetFields(),
  });
  return (
    <Sheet<{ reason: string }>
      label="撤下网址"
      send="撤下"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p>撤下后，公开查询页面不再显示这个网址；登记和撤下的记录保留。</p>
      <Form.Item name="reason" label="撤下原因" rules={worded}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </Sheet>
  );
}
