// SPDX-License-Identifier: Apache-2.0
// A published report that no longer stands.
import { Form, Input } from 'antd';
import type { Project } from '../api/client';
import { withdrawReport } from '../api/review';
import { useChange } from '../parts/change';
import { ReportRead } from './report-read';
import { Sheet } from './sheet';

interface Given {
  reason: string;
}

export function WithdrawalForm({ project }: { project: Project }) {
  const [form] = Form.useForm<Given>();
  const report = project.reports[0]!;
  const change = useChange(
    '报告已撤回',
    ({ reason }: Given) => withdrawReport(project.id, { report_sm3: report.file.blob.sm3, reason }),
    { form },
  );
  return (
    <Sheet<Given>
      label="撤回报告"
      send="撤回"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="late">撤回后，公开编号 {report.number} 保留，任何人查验时都会看到已撤回。改正后的报告作为新版本提交，重新审核、公开。</p>
      <ReportRead project={project} what="撤回" />
      <Form.Item name="reason" label="撤回原因" rules={[{ required: true, min: 2, message: '请写明，至少 2 个字' }]}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </Sheet>
  );
}
