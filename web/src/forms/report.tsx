// SPDX-License-Identifier: Apache-2.0
import { Form, Input } from 'antd';
import { api, type Project } from '../api/client';
import { useChange } from '../parts/change';
import { Files, type SentFile } from '../parts/files';
import { leaderOf, PeoplePicker } from './people';
import { Sheet } from './sheet';

interface Given {
  title: string;
  conclusion: string;
  authors: string[];
  file: SentFile[];
}

const required = [{ required: true, message: '必填' }];

export function ReportForm({ project, next }: { project: Project; next: boolean }) {
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '报告已提交',
    async (given: Given) =>
      (
        await api.POST('/api/v1/projects/{id}/reports', {
          params: { path: { id: project.id } },
          body: {
            title: given.title,
            conclusion: given.conclusion,
            authors: given.authors,
            upload: given.file[given.file.length - 1]!.upload,
          },
        })
      ).data!,
    { form },
  );
  return (
    <Sheet<Given>
      label="提交报告"
      next={next}
      send="提交报告"
      busy={change.isPending}
      form={form}
      initial={{ title: `${project.title}报告`, authors: leaderOf(project) }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      {project.reports.length > 0 && <p className="late">已有第 {project.reports[0]!.edition} 版；新版本提交后，旧版本的审核确认作废。</p>}
      <Form.Item name="title" label="报告名称" rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="conclusion" label="评价结论" rules={required}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item name="authors" label="编制人" rules={required}>
        <PeoplePicker institution={project.institution} />
      </Form.Item>
      <Form.Item name="file" label="报告文件" rules={required}>
        <Files kind="report" label="选择文件" />
      </Form.Item>
    </Sheet>
  );
}
