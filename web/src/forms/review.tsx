// SPDX-License-Identifier: Apache-2.0
import { Form, Input } from 'antd';
import { api, type Project } from '../api/client';
import { useChange } from '../parts/change';
import { PreviewButton } from '../parts/project-parts';
import { stepWords } from '../words';
import { Sheet } from './sheet';

interface Given {
  opinion: string;
}

type Step = 'internal_review' | 'technical_lead' | 'process_lead';

export function ReviewForm({ project, step }: { project: Project; step: Step }) {
  const [form] = Form.useForm<Given>();
  const report = project.reports[0]!;
  const change = useChange(
    '审核已确认',
    async (given: Given) =>
      (
        await api.POST('/api/v1/projects/{id}/reviews', {
          params: { path: { id: project.id } },
          body: { step, report_sm3: report.file.blob.sm3, opinion: given.opinion },
        })
      ).data!,
    { form },
  );
  return (
    <Sheet<Given>
      label={stepWords[step]!}
      next
      send="确认审核"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p>
        {report.title}（第 {report.edition} 版） <PreviewButton project={project.id} exhibit={report.file} />
      </p>
      <p className="digest muted">确认的是这份文件：SM3 {report.file.blob.sm3}</p>
      <Form.Item name="opinion" label="审核意见" rules={[{ required: true, message: '必填' }]}>
        <Input.TextArea rows={5} maxLength={2000} />
      </Form.Item>
    </Sheet>
  );
}
