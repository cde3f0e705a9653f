// SPDX-License-Identifier: Apache-2.0
// Lines every form of a case has: the officers with their certificates, the documents with their files.
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { App, AutoComplete, Button, Form, Input, Progress, Space } from 'antd';
import { useRef, useState } from 'react';
import { upload } from '../api/upload';
import { officerName, useOfficers } from '../parts/officers';
import { showProblem } from '../parts/problem';
import { useSession } from '../parts/session';
import { confirmUnclassified } from '../parts/unclassified';

export const required = [{ required: true, message: '必填' }];
export const written = [{ required: true, min: 2, message: '必填，至少 2 个字' }];

export interface GivenOfficer {
  name: string;
  certificate: string;
}
export interface GivenDocument {
  kind: string;
  number: string;
  upload?: string;
}

// Whoever is in the bureau's register comes with the certificate; anybody else is written in.
export function Officers({ extra = '两名以上，姓名不写入公开的账本。' }: { extra?: string }) {
  const form = Form.useFormInstance();
  const options = (useOfficers().data ?? [])
    .filter((one) => one.current)
    .map((one) => ({ value: one.name, key: one.id, certificate: one.facts.certificate, label: officerName(one) }));
  return (
    <Form.Item label="执法人员" extra={extra}>
      <Form.List name="officers">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <Space key={field.key} align="baseline" wrap>
                <Form.Item name={[field.name, 'name']} rules={required} style={{ marginBottom: 8 }}>
                  <AutoComplete
                    options={options}
                    showSearch={{ filterOption: (typed, option) => option?.label.includes(typed) ?? false }}
                    maxLength={60}
                    placeholder="姓名"
                    aria-label={`执法人员${field.name + 1}姓名`}
                    style={{ width: 140 }}
                    popupMatchSelectWidth={false}
                    onSelect={(_, chosen) => form.setFieldValue(['officers', field.name, 'certificate'], chosen.certificate)}
                  />
                </Form.Item>
                <Form.Item name={[field.name, 'certificate']} rules={required} style={{ marginBottom: 8 }}>
                  <Input maxLength={60} placeholder="执法证号" aria-label={`执法人员${field.name + 1}证号`} style={{ width: 200 }} />
                </Form.Item>
                <Button type="text" icon={<MinusCircleOutlined />} aria-label="去掉这一名执法人员" onClick={() => remove(field.name)} />
              </Space>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>
              添加执法人员
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

// One file, sent in pieces; the form gets its upload.
function OneFile({ onChange, value }: { value?: string; onChange?: (upload: string | undefined) => void }) {
  const app = App.useApp();
  const session = useSession().data;
  const picker = useRef<HTMLInputElement>(null);
  const [part, setPart] = useState<number>();
  const send = async (file: File | undefined) => {
    if (!file || !(await confirmUnclassified(app, session?.account))) return;
    try {
      setPart(0);
      onChange?.(await upload(file, setPart));
      setPart(1);
    } catch (problem) {
      setPart(undefined);
      showProblem(app, problem);
    }
  };
  return (
    <Space>
      <input ref={picker} type="file" hidden onChange={(chosen) => void send(chosen.target.files?.[0])} />
      <Button size="small" onClick={() => picker.current?.click()}>
        {value ? '换一个文件' : '附文件'}
      </Button>
      {part !== undefined && <Progress type="circle" size={20} percent={Math.round(part * 100)} />}
    </Space>
  );
}

export function Documents({ suggested }: { suggested?: { kind: string; label: string } }) {
  return (
    <Form.Item label="文书" extra={suggested ? `通常为：${suggested.label}（${suggested.kind}）` : '文书种类为执法文书目录中的编号，如 A1 立案审批表'}>
      <Form.List name="documents">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <Space key={field.key} align="baseline" wrap>
                <Form.Item name={[field.name, 'kind']} rules={required} style={{ marginBottom: 8 }}>
                  <Input maxLength={20} placeholder="种类" aria-label="文书种类" style={{ width: 80 }} />
                </Form.Item>
                <Form.Item name={[field.name, 'number']} rules={required} style={{ marginBottom: 8 }}>
                  <Input maxLength={100} placeholder="文号，如（昌）应急罚告〔2026〕1号" aria-label="文号" style={{ width: 270 }} />
                </Form.Item>
                <Form.Item name={[field.name, 'upload']} style={{ marginBottom: 8 }}>
                  <OneFile />
                </Form.Item>
                <Button type="text" icon={<MinusCircleOutlined />} aria-label="去掉这一份文书" onClick={() => remove(field.name)} />
              </Space>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add(suggested ? { kind: suggested.kind } : {})}>
              添加文书
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

export const withoutEmpty = <T extends object>(lines: (T | undefined)[] | undefined): T[] => (lines ?? []).filter((one): one is T => one !== undefined && Object.keys(one).length > 0);
