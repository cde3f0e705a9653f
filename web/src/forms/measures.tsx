// SPDX-License-Identifier: Apache-2.0
// Problems found, each with the measure proposed against it.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input } from 'antd';
import type { Project } from '../api/client';
import { type NewMeasures, proposeMeasures } from '../api/site';
import { useChange } from '../parts/change';
import { Sheet } from './sheet';

const required = [{ required: true, min: 2, message: '必填' }];
const blank = { problem: '', measure: '', basis: '', major: false };

function MeasureFields({ line }: { line: number }) {
  const of = (what: string) => `第 ${line + 1} 条的${what}`;
  return (
    <>
      <Form.Item name={[line, 'problem']} label="问题" rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} aria-label={of('问题')} />
      </Form.Item>
      <Form.Item name={[line, 'measure']} label="措施建议" rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} aria-label={of('措施建议')} />
      </Form.Item>
      <Form.Item name={[line, 'basis']} label="依据" rules={required}>
        <Input maxLength={200} aria-label={of('依据')} placeholder="法规、标准的名称和条款" />
      </Form.Item>
      <Form.Item name={[line, 'major']} valuePropName="checked" style={{ marginBottom: 0 }}>
        <Checkbox>属于重大事故隐患</Checkbox>
      </Form.Item>
    </>
  );
}

export function MeasuresForm({ project }: { project: Project }) {
  const [form] = Form.useForm<NewMeasures>();
  const change = useChange('措施建议已提出', (given: NewMeasures) => proposeMeasures(project.id, given), {
    form,
    done: () => form.resetFields(),
  });
  return (
    <Sheet<NewMeasures>
      label="提出措施建议"
      small
      send="提出"
      busy={change.isPending}
      form={form}
      initial={{ measures: [blank] }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.List name="measures">
        {(lines, acts) => (
          <>
            {lines.map((line) => (
              <section key={line.key} className="panel" aria-label={`第 ${line.name + 1} 条`}>
                <div className="card-head" style={{ marginTop: 0 }}>
                  <h3>第 {line.name + 1} 条</h3>
                  {lines.length > 1 && (
                    <Button icon={<DeleteOutlined />} type="text" aria-label={`移除第 ${line.name + 1} 条`} onClick={() => acts.remove(line.name)} />
                  )}
                </div>
                <MeasureFields line={line.name} />
              </section>
            ))}
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => acts.add(blank)}>
              再加一条
            </Button>
          </>
        )}
      </Form.List>
    </Sheet>
  );
}
