// SPDX-License-Identifier: Apache-2.0
// A bureau's own templates, and how its numbers begin.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form, Input, Result, Space, Tag } from 'antd';
import { useState } from 'react';
import { documentSettings, type DocumentTemplate, documentTemplateAddress, documentTemplates, setDocumentTemplate, setShortName, withdrawDocumentTemplate } from '../api/document';
import { Scans } from '../forms/document-acts';
import { Sheet } from '../forms/sheet';
import { useChange } from '../parts/change';
import { LedgerEntry } from '../parts/findings';
import { type Column, Rows } from '../parts/rows';
import { isBureau, maySetDocumentTemplates, useSession } from '../parts/session';
import { time } from '../words';

function Places({ of }: { of: DocumentTemplate }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        可用字段
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={`${of.name}的可用字段`} size={560}>
        <p className="muted">
          在要由平台填写的地方写 {'{{字段名}}'}；可以重复的行写在表格的一行里，开头加 {'{{#问题}}'}，结尾加 {'{{/问题}}'}，有几项就有几行。
        </p>
        <ul className="plain">
          {of.places.map((place, at) => (
            <li key={at}>
              <code>{`{{${place}}}`}</code>
            </li>
          ))}
        </ul>
      </Drawer>
    </>
  );
}

interface Given {
  upload: string[];
  reason?: string;
}

function Upload({ of }: { of: DocumentTemplate }) {
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '表样已启用',
    ({ upload, reason = '' }: Given) => setDocumentTemplate({ kind: of.kind, upload: upload.at(-1)!, reason }),
    { form },
  );
  return (
    <Sheet<Given> key={of.history.length} label="上传表样" small title={`${of.name}的表样`} send="启用" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 16 }}
        title="先下载现行表样，用 Word 或者 WPS 修改，再上传"
        description="请保留 {{文号}} 和二维码图片（替代文字“查验二维码”）。含有宏、密码、外部链接、嵌入对象的文件不收。"
      />
      <Form.Item name="upload" label="表样文件（.docx，至多 5 MB）" rules={[{ required: true, message: '请选择文件并等它传完' }]}>
        <Scans label="选择 DOCX 文件" />
      </Form.Item>
      <Form.Item name="reason" label="说明（可不填）">
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
    </Sheet>
  );
}

function Withdraw({ of }: { of: DocumentTemplate }) {
  const [form] = Form.useForm<{ reason: string }>();
  const change = useChange('已改回平台的表样', ({ reason }: { reason: string }) => withdrawDocumentTemplate({ kind: of.kind, reason }), { form });
  return (
    <Sheet<{ reason: string }> label="停用" small title={`停用${of.name}的表样`} send="停用" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="reason" label="理由" rules={[{ required: true, min: 2, message: '请写明理由' }]}>
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
    </Sheet>
  );
}

function Current({ of }: { of: DocumentTemplate }) {
  const [newest] = of.history;
  return (
    <>
      {of.own ? <Tag color="green">本部门</Tag> : <span className="muted">平台的</span>} {of.own && newest?.file_name}
      {of.history.length > 0 && (
        <details>
          <summary>历史（{of.history.length}）</summary>
          <ul className="plain">
            {of.history.map((step) => (
              <li key={step.entry}>
                {time(step.at)} {step.by}：{step.file_name ? `启用 ${step.file_name}` : '停用'}
                {step.reason && <div className="muted">{step.reason}</div>}
                {step.sm3 && <div className="digest muted">SM3 {step.sm3}</div>}
                <LedgerEntry entry={step.entry} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function ShortName({ sets }: { sets: boolean }) {
  const settings = useQuery({ queryKey: ['document-settings'], queryFn: documentSettings });
  const [form] = Form.useForm<{ short_name: string }>();
  const change = useChange('文号简称已设置', ({ short_name }: { short_name: string }) => setShortName(short_name), { form });
  if (settings.error && !settings.data) return <p role="alert">没有读到文号的设置，请刷新。</p>;
  if (!settings.data) return null;
  return (
    <div className="panel">
      <h2>文号</h2>
      <p>
        例：<strong>{settings.data.example}</strong>　同一部门、同一字、同一年的文号连续，作废的保留。
      </p>
      {!settings.data.pdf && <p className="muted">服务器上没有安装 LibreOffice，不能生成 PDF；其余都可以用，DOCX 可以用 Word 或者 WPS 打印。</p>}
      {sets && (
        <Form form={form} layout="inline" initialValues={{ short_name: settings.data.short_name }} onFinish={(given) => change.mutate(given)}>
          <Form.Item name="short_name" label="括号里的简称" rules={[{ required: true, message: '必填' }]}>
            <Input maxLength={12} style={{ width: 160 }} />
          </Form.Item>
          <Button htmlType="submit" loading={change.isPending}>
            保存
          </Button>
        </Form>
      )}
    </div>
  );
}

export function DocumentTemplatesPage() {
  const session = useSession().data;
  const sets = maySetDocumentTemplates(session);
  const list = useQuery({ queryKey: ['document-templates'], queryFn: documentTemplates, enabled: isBureau(session) });
  if (session && !isBureau(session)) return <Result status="403" title="文书的表样由应急管理部门管理" />;
  const columns: Column<DocumentTemplate>[] = [
    { title: '文书', width: 220, render: (row) => row.name },
    { title: '现行表样', render: (row) => <Current of={row} /> },
    {
      title: '',
      width: 360,
      render: (row) => (
        <Space wrap size={4}>
          <Button size="small" href={documentTemplateAddress(row.kind)} download>
            下载表样
          </Button>
          <Places of={row} />
          {sets && <Upload of={row} />}
          {sets && row.own && <Withdraw of={row} />}
        </Space>
      ),
    },
  ];
  return (
    <>
      <div className="headline">
        <div>
          <h1>文书表样与文号</h1>
          <p>没有自己表样的文书，用平台按 GB/T 9704 排的表样；签发以后的文书不随表样改变。</p>
        </div>
      </div>
      <ShortName sets={sets} />
      <div className="panel">
        <Rows label="文书表样" columns={columns} rows={list.data ?? []} rowKey={(row) => row.kind} pending={list.isPending} empty={list.error ? '没有读到表样，请刷新。' : '没有文书。'} least={820} />
      </div>
    </>
  );
}
