// SPDX-License-Identifier: Apache-2.0
// A unit's own templates: which paper has one, since when and by whom, what its places may be called.
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Space, Tag } from 'antd';
import { useState } from 'react';
import { ofBureau, type PaperField, type PaperTemplate, paperTemplates, sampleAddress, templateAddress, type TemplateStep } from '../api/templates';
import { TemplateForm, WithdrawTemplateForm } from '../forms/template';
import { roleWords, size, time } from '../words';
import { type Column, Rows } from './rows';
import { maySetTemplates, useSession } from './session';

// As it is typed into the template.
function written({ name, within }: PaperField, isList: boolean): string {
  return isList ? `{{#${name}}} … {{/${name}}}` : within ? `　{{${name}}}` : `{{${name}}}`;
}

function Fields({ paper }: { paper: PaperTemplate }) {
  const [open, setOpen] = useState(false);
  const lists = new Set(paper.fields.map((field) => field.within));
  const columns: Column<PaperField>[] = [
    { title: '写法', width: 220, render: (row) => <code>{written(row, lists.has(row.name))}</code> },
    { title: '含义', render: (row) => (row.within ? `${row.meaning}（${row.within}的一行里）` : row.meaning) },
    { title: '例子', render: (row) => row.example },
  ];
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        可用字段
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={`${paper.title}的可用字段`} size={720}>
        <p className="muted">清单写在表格的一行里：第一格开头写 {'{{#清单名}}'}，最后一格末尾写 {'{{/清单名}}'}，中间写这一行的各栏。</p>
        <Rows label="可用字段" columns={columns} rows={paper.fields} rowKey={(row) => `${row.within ?? ''} ${row.name}`} empty="没有字段。" />
      </Drawer>
    </>
  );
}

function Step({ step }: { step: TemplateStep }) {
  return (
    <li>
      {time(step.at)} {roleWords[step.role] ?? step.role}：
      {step.sm3 ? (
        <>
          启用 {step.file_name} <span className="muted">{size(step.size)}</span>
          <div className="digest muted">SM3 {step.sm3}</div>
        </>
      ) : (
        '停用，改回平台表式'
      )}
      {step.reason && <div className="muted">{step.reason}</div>}
      <a href={`/ledger?entry=${step.entry}`} target="_blank" rel="noreferrer">
        账本第 {step.entry} 条
      </a>
    </li>
  );
}

function Current({ paper }: { paper: PaperTemplate }) {
  const [newest] = paper.history;
  if (!newest) return <span className="muted">平台表式</span>;
  return (
    <>
      {paper.own ? (
        <>
          <Tag color="green">自有</Tag>
          <span>{newest.file_name}</span>
          <div className="muted">
            {time(newest.at)} 起，{roleWords[newest.role] ?? newest.role}启用；填 {newest.names.length} 处
          </div>
        </>
      ) : (
        <span className="muted">平台表式</span>
      )}
      <details>
        <summary>历史（{paper.history.length}）</summary>
        <ul className="plain">
          {paper.history.map((step) => (
            <Step key={step.entry} step={step} />
          ))}
        </ul>
      </details>
    </>
  );
}

function Acts({ paper, gives }: { paper: PaperTemplate; gives: boolean }) {
  return (
    <Space wrap size={4}>
      {gives && <TemplateForm key={paper.history.length} paper={paper} />}
      <Fields paper={paper} />
      {(paper.own || !ofBureau(paper.kind)) && (
        <Button size="small" href={sampleAddress(paper.kind)} download>
          看示例
        </Button>
      )}
      {paper.own && (
        <Button size="small" href={templateAddress(paper.kind)} download>
          下载表样
        </Button>
      )}
      {gives && paper.own && <WithdrawTemplateForm paper={paper} />}
    </Space>
  );
}

interface TemplatesProps {
  title: string;
  note: string;
  choose?: (papers: PaperTemplate[]) => PaperTemplate[];
}

export function Templates({ title, note, choose = (papers) => papers }: TemplatesProps) {
  const gives = maySetTemplates(useSession().data);
  const list = useQuery({ queryKey: ['paper-templates'], queryFn: paperTemplates });
  const columns: Column<PaperTemplate>[] = [
    { title: '记录表', width: 190, render: (row) => row.title },
    { title: '现行表样', render: (row) => <Current paper={row} /> },
    { title: '', width: 360, render: (row) => <Acts paper={row} gives={gives} /> },
  ];
  return (
    <section aria-label={title}>
      <div className="card-head">
        <h3>{title}</h3>
      </div>
      <p className="muted">{note}</p>
      <Rows
        label={title}
        columns={columns}
        rows={choose(list.data ?? [])}
        rowKey={(row) => row.kind}
        pending={list.isPending}
        empty={list.error ? '没有读到表样，请刷新。' : '没有可以自定的表。'}
        least={760}
      />
    </section>
  );
}
