// SPDX-License-Identifier: Apache-2.0
// "What if the book said this": edited here, tried on the server, applied nowhere. Drafts stay in this browser tab.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Select, Space, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { bookFiles, bookText, type Diagnostic, type Preview, previewLaw } from '../api/law';
import { useFilters } from './filters';
import { ChangedList, DiagnosticList, isError, MovedList } from './law-preview';
import { offsetOf } from './law-text';
import { showProblem } from './problem';

type Drafts = Record<string, string>;
const stored = 'law-drafts';

function useDrafts(): [Drafts, (file: string, text: string | undefined) => void] {
  const [drafts, setDrafts] = useState<Drafts>(() => JSON.parse(sessionStorage.getItem(stored) ?? '{}') as Drafts);
  const keep = (file: string, text: string | undefined) => {
    const { [file]: _, ...others } = drafts;
    const next = text === undefined ? others : { ...others, [file]: text };
    sessionStorage.setItem(stored, JSON.stringify(next));
    setDrafts(next);
  };
  return [drafts, keep];
}

function Outcome({ preview, onGo }: { preview: Preview; onGo: (diagnostic: Diagnostic) => void }) {
  const errors = preview.diagnostics.filter(isError).length;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'start' });
  }, [preview]);
  return (
    <>
      <div className="panel" ref={top}>
        <h2>检查</h2>
        {preview.ok ? (
          <p className="muted">写法没有错误{preview.diagnostics.length > 0 ? `，有 ${preview.diagnostics.length} 处提醒` : ''}。</p>
        ) : (
          <p className="late">有 {errors} 处错误，改正后才能算出变动。</p>
        )}
        <DiagnosticList diagnostics={preview.diagnostics} onGo={onGo} />
      </div>
      {preview.ok && (
        <>
          <div className="panel">
            <h2>变化的条款（{preview.changed.length}）</h2>
            <ChangedList changed={preview.changed} />
          </div>
          <div className="panel">
            <h2>会变动的未完成期限（{preview.moved.length}）</h2>
            <MovedList moved={preview.moved} />
          </div>
        </>
      )}
    </>
  );
}

function Editor({ file, drafts, keep }: { file: string; drafts: Drafts; keep: (file: string, text: string | undefined) => void }) {
  const app = App.useApp();
  const area = useRef<HTMLTextAreaElement>(null);
  const [, setFilters] = useFilters();
  const served = useQuery({ queryKey: ['law-text', file], queryFn: () => bookText(file), staleTime: 300_000 });
  const trial = useMutation({
    mutationFn: () => previewLaw(Object.entries(drafts).map(([name, text]) => ({ file: name, text })), []),
    onError: (problem) => showProblem(app, problem),
  });
  if (served.isPending) return <Spin style={{ width: '100%', padding: 48 }} />;
  if (served.error) return <Alert type="error" showIcon title="没有读到这个文件，请刷新。" />;
  const text = drafts[file] ?? served.data;
  const change = (next: string | undefined) => {
    keep(file, next === served.data ? undefined : next);
    trial.reset(); // what is shown below was of another text
  };
  const go = (diagnostic: Diagnostic) => {
    if (diagnostic.file !== file) return setFilters({ file: diagnostic.file });
    const at = offsetOf(text, diagnostic.line, diagnostic.column);
    const shown = area.current!;
    shown.focus();
    shown.setSelectionRange(at, offsetOf(text, diagnostic.line + 1, 0));
    shown.scrollTop = Math.max(0, (diagnostic.line - 6) * parseFloat(getComputedStyle(shown).lineHeight));
  };
  const changed = Object.keys(drafts);
  return (
    <>
      <div className="panel">
        <textarea
          ref={area}
          className="editor"
          aria-label={`${file} 的内容`}
          spellCheck={false}
          value={text}
          onChange={(event) => change(event.target.value)}
        />
        <div className="filters" style={{ margin: '12px 0 0' }}>
          <Button type="primary" disabled={changed.length === 0} loading={trial.isPending} onClick={() => trial.mutate()}>
            试算
          </Button>
          {drafts[file] !== undefined && <Button onClick={() => change(undefined)}>恢复原文</Button>}
          <span className="muted">{changed.length === 0 ? '还没有改动' : `改动了 ${changed.join('、')}（只保存在这个浏览器标签页）`}</span>
        </div>
      </div>
      {trial.data && <Outcome preview={trial.data} onGo={go} />}
    </>
  );
}

export function LawEditor() {
  const [filters, setFilters] = useFilters();
  const [drafts, keep] = useDrafts();
  const files = useQuery({ queryKey: ['law-files'], queryFn: bookFiles, staleTime: 300_000 });
  const file = filters.file ?? files.data?.[0]?.file;
  return (
    <>
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 16 }}
        title="这里只是试算，什么都不会改变"
        description="可以看到写法对不对、哪些条款会变、哪些未完成的期限会提前或推后。真正的修改由平台维护人员更新规则书后才生效。"
      />
      <Space wrap style={{ marginBottom: 16 }}>
        <span>规则文件</span>
        <Select
          style={{ width: 300, maxWidth: '80vw' }}
          aria-label="规则文件"
          loading={files.isPending}
          value={file}
          onChange={(chosen) => setFilters({ file: chosen })}
          options={(files.data ?? []).map((one) => ({ value: one.file, label: drafts[one.file] === undefined ? one.file : `${one.file}（已改动）` }))}
        />
      </Space>
      {files.error && <Alert type="error" showIcon title="没有读到规则文件的目录，请刷新。" />}
      {file && <Editor key={file} file={file} drafts={drafts} keep={keep} />}
    </>
  );
}
