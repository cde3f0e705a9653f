// SPDX-License-Identifier: Apache-2.0
// Gives one's own DOCX for a paper, or takes it back.
import { Alert, App, Button, Form, Input, Progress } from 'antd';
import { useRef, useState } from 'react';
import { giveTemplate, type PaperTemplate, withdrawTemplate } from '../api/templates';
import { upload } from '../api/upload';
import { useChange } from '../parts/change';
import { showProblem } from '../parts/problem';
import { useSession } from '../parts/session';
import { confirmUnclassified } from '../parts/unclassified';
import { Sheet } from './sheet';

// The upload's id is the field's value.
function OneDocx({ onChange }: { value?: string; onChange?: (upload: string | undefined) => void }) {
  const app = App.useApp();
  const session = useSession().data;
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ name: string; part: number; failed?: boolean }>();
  const send = async (chosen: File | undefined) => {
    if (!chosen || !(await confirmUnclassified(app, session?.account))) return;
    onChange?.(undefined);
    setFile({ name: chosen.name, part: 0 });
    try {
      onChange?.(await upload(chosen, (part) => setFile({ name: chosen.name, part })));
      setFile({ name: chosen.name, part: 1 });
    } catch (problem) {
      setFile({ name: chosen.name, part: 0, failed: true });
      showProblem(app, problem);
    }
  };
  return (
    <div>
      {file && (
        <div className="file">
          <span className="file-name">{file.name}</span>
          <Progress
            style={{ width: 110 }}
            size="small"
            percent={Math.round(file.part * 100)}
            status={file.failed ? 'exception' : file.part === 1 ? 'success' : 'active'}
          />
        </div>
      )}
      <input
        ref={picker}
        type="file"
        accept=".docx"
        style={{ display: 'none' }}
        onChange={(event) => {
          void send(event.target.files?.[0]).finally(() => {
            if (picker.current) picker.current.value = '';
          });
        }}
      />
      <Button onClick={() => picker.current?.click()}>{file ? '换一个文件' : '选择 DOCX 文件'}</Button>
    </div>
  );
}

interface Given {
  upload: string;
  reason?: string;
}

export function TemplateForm({ paper }: { paper: PaperTemplate }) {
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '表样已启用',
    ({ upload: sent, reason }: Given) => giveTemplate({ kind: paper.kind, upload: sent, ...(reason ? { reason } : {}) }),
    { form },
  );
  return (
    <Sheet<Given>
      key={paper.history.length}
      label={paper.own ? '换表样' : '上传表样'}
      small
      title={`${paper.title}的表样`}
      send="启用"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 16 }}
        title="在自己的 Word 表样里，把要由平台填写的地方写成 {{字段名}}"
        description={
          <>
            例如 {'{{项目名称}}'}。清单在表格的一行里写，开头加 {'{{#清单名}}'}，结尾加 {'{{/清单名}}'}
            ，有几项就有几行。可用的字段见“可用字段”。平台不知道的，下载时留空手写。含有宏、密码、外部链接、嵌入对象的文件不收。
          </>
        }
      />
      <Form.Item name="upload" label="表样文件（.docx，至多 5 MB）" rules={[{ required: true, message: '请选择文件并等它传完' }]}>
        <OneDocx />
      </Form.Item>
      <Form.Item name="reason" label="说明（可不填）">
        <Input.TextArea rows={2} maxLength={500} placeholder="例如：2026 版质量手册启用" />
      </Form.Item>
    </Sheet>
  );
}

interface Back {
  reason: string;
}

export function WithdrawTemplateForm({ paper }: { paper: PaperTemplate }) {
  const [form] = Form.useForm<Back>();
  const change = useChange('已改回平台表式', ({ reason }: Back) => withdrawTemplate({ kind: paper.kind, reason }), { form });
  return (
    <Sheet<Back>
      label="停用"
      small
      title={`停用${paper.title}的表样`}
      send="停用"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">停用后，下载的{paper.title}用平台的表式。以前的表样仍在历史里。</p>
      <Form.Item name="reason" label="理由" rules={[{ required: true, min: 2, message: '请写明理由' }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </Sheet>
  );
}
