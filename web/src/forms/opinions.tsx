// SPDX-License-Identifier: Apache-2.0
// What a reviewer wants answered before confirming, item by item.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import type { Project } from '../api/client';
import { giveOpinions, type ReviewStep } from '../api/review';
import { useChange } from '../parts/change';
import { ReportRead } from './report-read';
import { Sheet } from './sheet';

interface Given {
  items: string[];
}

const worded = [{ required: true, min: 2, message: '请写明，至少 2 个字' }];

export function OpinionsForm({ project, step }: { project: Project; step: ReviewStep }) {
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '审核意见已提出',
    ({ items }: Given) => giveOpinions(project.id, { step, report_sm3: project.reports[0]!.file.blob.sm3, items }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<Given>
      label="提出意见"
      send="提出"
      busy={change.isPending}
      form={form}
      initial={{ items: [''] }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <ReportRead project={project} what="针对" />
      <p className="muted">一条意见写一件事；项目组逐条答复以后才能确认这一级审核。</p>
      <Form.List name="items">
        {(lines, acts) => (
          <>
            {lines.map(({ key, name }) => (
              <div key={key} className="line">
                <Form.Item name={name} label={`第 ${name + 1} 条意见`} rules={worded}>
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
                </Form.Item>
                {lines.length > 1 && (
                  <Button icon={<DeleteOutlined />} type="text" aria-label={`移除第 ${name + 1} 条`} onClick={() => acts.remove(name)} />
                )}
              </div>
            ))}
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => acts.add('')}>
              再加一条
            </Button>
          </>
        )}
      </Form.List>
    </Sheet>
  );
}
