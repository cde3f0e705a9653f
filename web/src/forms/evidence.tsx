// SPDX-License-Identifier: Apache-2.0
import { Form } from 'antd';
import { api, type Project } from '../api/client';
import { useChange } from '../parts/change';
import { allNamed, Files, type SentFile } from '../parts/files';
import { Sheet } from './sheet';

interface Given {
  files: SentFile[];
}

export function EvidenceForm({ project }: { project: Project }) {
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '材料已归入',
    async (given: Given) =>
      (await api.POST('/api/v1/projects/{id}/evidence', { params: { path: { id: project.id } }, body: given })).data!,
    { form },
  );
  return (
    <Sheet<Given>
      label="上传材料"
      send="归入项目"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="files" validateTrigger={[]} label="合同、票据、影像、原始记录" rules={[{ required: true, message: '至少选择一个文件' }, { validator: allNamed }]}>
        <Files kind="" />
      </Form.Item>
    </Sheet>
  );
}
