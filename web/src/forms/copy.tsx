// SPDX-License-Identifier: Apache-2.0
// A redacted copy on the portal: by choice only, every covered part named.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, InputNumber, Select, Space } from 'antd';
import type { Project } from '../api/client';
import { publishCopy, withdrawCopy } from '../api/disclosure';
import { useCatalogue } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { Files, type SentFile } from '../parts/files';
import { Sheet } from './sheet';

interface Given {
  files: SentFile[];
  redactions: { part: string; page: number; covered: string }[];
  unclassified: boolean;
}

const required = [{ required: true, message: '必填' }];
const worded = [{ required: true, min: 2, message: '请写明，至少 2 个字' }];
const oneFile = (_: unknown, files: SentFile[] | undefined) =>
  files?.length === 1 ? Promise.resolve() : Promise.reject(new Error('请上传一个文件'));

function Redactions() {
  const parts = useCatalogue('redaction_parts');
  return (
    <Form.List name="redactions">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <Space key={key} align="start" wrap>
              <Form.Item name={[name, 'part']} rules={required}>
                <Select options={parts} placeholder="遮盖的内容" style={{ width: 190 }} aria-label={`第 ${name + 1} 处的内容`} />
              </Form.Item>
              <Form.Item name={[name, 'page']} rules={required}>
                <InputNumber min={1} precision={0} placeholder="页码" aria-label={`第 ${name + 1} 处的页码`} />
              </Form.Item>
              <Form.Item name={[name, 'covered']} rules={required}>
                <Input maxLength={500} placeholder="遮盖了什么（不公开）" style={{ width: 230 }} aria-label={`第 ${name + 1} 处遮盖了什么`} />
              </Form.Item>
              <Button type="text" icon={<DeleteOutlined />} aria-label={`移除第 ${name + 1} 处`} onClick={() => remove(name)} disabled={rows.length === 1} />
            </Space>
          ))}
          <div style={{ marginBottom: 16 }}>
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add()}>
              再写一处
            </Button>
          </div>
        </>
      )}
    </Form.List>
  );
}

export function CopyForm({ project }: { project: Project }) {
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '副本已公开',
    ({ files, ...given }: Given) =>
      publishCopy(project.id, { ...given, report_sm3: project.reports[0]!.file.blob.sm3, upload: files[0]!.upload }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<Given>
      label="公开副本"
      title="在公开查询页面公开遮盖后的副本"
      send="公开"
      busy={change.isPending}
      form={form}
      initial={{ redactions: [{} as Given['redactions'][number]], unclassified: false }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p>平台不要求公开副本。选择公开的，先自行遮盖不宜公开的内容；遮盖的种类和页码对外公布；具体内容不公布，只公布它的承诺值，以后可以凭原件证明。</p>
      <Form.Item name="files" label="遮盖后的文件" rules={[{ validator: oneFile }]}>
        <Files kind="report" label="选择文件" />
      </Form.Item>
      <Form.Item label="遮盖各处" required style={{ marginBottom: 0 }}>
        <Redactions />
      </Form.Item>
      <Form.Item
        name="unclassified"
        valuePropName="checked"
        rules={[{ validator: (_, said) => (said ? Promise.resolve() : Promise.reject(new Error('公开前须确认'))) }]}
      >
        <Checkbox>确认副本不含涉密内容</Checkbox>
      </Form.Item>
    </Sheet>
  );
}

export function CopyWithdrawal({ project }: { project: Project }) {
  const [form] = Form.useForm<{ reason: string }>();
  const change = useChange('副本已撤下', ({ reason }: { reason: string }) => withdrawCopy(project.id, reason), {
    form,
    done: () => form.resetFields(),
  });
  return (
    <Sheet<{ reason: string }>
      label="撤下副本"
      send="撤下"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="reason" label="撤下副本的原因" rules={worded}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </Sheet>
  );
}
