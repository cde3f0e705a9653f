// SPDX-License-Identifier: Apache-2.0
// The enterprise says whether the report is of its project, for the bytes it read.
import { Form, Input, Radio } from 'antd';
import type { Project } from '../api/client';
import { confirmReport } from '../api/site';
import { useChange } from '../parts/change';
import { PreviewButton } from '../parts/project-parts';
import { Sheet } from './sheet';

// Not "matches", as the API has it: a field of that name would hide the form element's own method.
interface Given {
  agrees: boolean;
  note?: string;
}

function Answers() {
  const agrees = Form.useWatch('agrees') as boolean | undefined;
  return (
    <>
      <Form.Item name="agrees" label="报告与项目是否一致" rules={[{ required: true, message: '必填' }]}>
        <Radio.Group
          options={[
            { value: true, label: '一致' },
            { value: false, label: '不一致' },
          ]}
        />
      </Form.Item>
      <Form.Item name="note" label={agrees === false ? '不一致之处' : '说明'} rules={[{ required: agrees === false, message: '请写明不一致之处' }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </>
  );
}

export function ReportConfirmationForm({ project, next }: { project: Project; next?: boolean }) {
  const [form] = Form.useForm<Given>();
  const report = project.reports[0]!;
  const { sm3 } = report.file.blob;
  const change = useChange(
    '核对结果已提交',
    ({ agrees, note }: Given) => confirmReport(project.id, { report_sm3: sm3, matches: agrees, ...(note ? { note } : {}) }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<Given>
      label="核对报告"
      next={next}
      act="confirm_report"
      small
      send="提交核对结果"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p>
        {report.title}（第 {report.edition} 版） <PreviewButton project={project.id} exhibit={report.file} />
      </p>
      <p className="typed">结论：{report.conclusion}</p>
      <p className="digest muted">核对的是这份文件：SM3 {sm3}</p>
      <Answers />
    </Sheet>
  );
}
