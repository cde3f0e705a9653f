// SPDX-License-Identifier: Apache-2.0
import { Alert, Form, Input } from 'antd';
import type { Project } from '../api/client';
import { type ReviewStep, signReview } from '../api/review';
import { useChange } from '../parts/change';
import { openOpinions } from '../review-steps';
import { stepWords } from '../words';
import { ReportRead } from './report-read';
import { Sheet } from './sheet';

interface Given {
  opinion: string;
}

export function ReviewForm({ project, step }: { project: Project; step: ReviewStep }) {
  const [form] = Form.useForm<Given>();
  const report = project.reports[0]!;
  const open = openOpinions(project, step);
  const change = useChange(
    '审核已确认',
    ({ opinion }: Given) => signReview(project.id, { step, report_sm3: report.file.blob.sm3, opinion }),
    { form },
  );
  return (
    <Sheet<Given>
      label={stepWords[step] ?? '审核'}
      next
      send="确认审核"
      busy={change.isPending}
      held={open > 0}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      {open > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={`还不能确认：这一级提出的意见有 ${open} 条没有答复，由项目组逐条答复后再确认。`}
        />
      )}
      <ReportRead project={project} what="确认" />
      <Form.Item name="opinion" label="审核意见" rules={[{ required: true, message: '必填' }]}>
        <Input.TextArea rows={5} maxLength={2000} />
      </Form.Item>
    </Sheet>
  );
}
