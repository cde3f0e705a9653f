// SPDX-License-Identifier: Apache-2.0
// Files on their way in: chosen, sent in pieces with progress, each with what it is evidence of.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Progress, Select } from 'antd';
import { useRef, useState } from 'react';
import { upload } from '../api/upload';
import { size } from '../words';
import { useCatalogue } from './catalogue';
import { showProblem } from './problem';
import { useSession } from './session';
import { confirmUnclassified } from './unclassified';

export interface SentFile {
  upload: string;
  kind: string;
  captured_at?: string;
}

interface Row {
  key: number;
  file: File;
  kind: string;
  part: number;
  upload?: string;
  failed?: boolean;
}

interface FilesProps {
  value?: SentFile[];
  onChange?: (files: SentFile[]) => void;
  kind: string; // chosen for a new file; empty: to be chosen for each
  label?: string;
}

// Of a field whose files come without a kind.
export async function allNamed(_: unknown, files: SentFile[] | undefined): Promise<void> {
  if (files?.some((file) => !file.kind)) throw new Error('请给每个文件选择种类');
}

// The time the file's maker claims: the file's own, in Beijing time.
function claimed(file: File): string {
  return new Date(file.lastModified + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}

export function Files({ onChange, kind, label = '添加文件' }: FilesProps) {
  const app = App.useApp();
  const session = useSession().data;
  const kinds = useCatalogue('evidence_kinds');
  const [rows, setRows] = useState<Row[]>([]);
  const latest = useRef<Row[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const change = (next: Row[]) => {
    latest.current = next;
    setRows(next);
    onChange?.(
      next
        .filter((row) => row.upload)
        .map((row) => ({ upload: row.upload!, kind: row.kind, captured_at: claimed(row.file) })),
    );
  };
  const patch = (key: number, part: Partial<Row>) =>
    change(latest.current.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = async (files: FileList | null) => {
    const chosen = Array.from(files ?? []);
    if (chosen.length === 0 || !(await confirmUnclassified(app, session?.account))) return;
    for (const file of chosen) {
      const key = Date.now() + Math.random();
      change([...latest.current, { key, file, kind, part: 0 }]);
      try {
        patch(key, { upload: await upload(file, (part) => patch(key, { part })), part: 1 });
      } catch (problem) {
        patch(key, { failed: true });
        showProblem(app, problem);
      }
    }
  };
  return (
    <div>
      {rows.map((row) => (
        <div key={row.key} className="file">
          <Select
            style={{ width: 170 }}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            listHeight={400}
            value={row.kind || undefined}
            status={row.kind ? undefined : 'warning'}
            placeholder="选择种类"
            options={kinds}
            onChange={(chosen) => patch(row.key, { kind: chosen })}
            aria-label={`${row.file.name} 的种类`}
          />
          <span className="file-name">
            {row.file.name} <span className="muted">{size(row.file.size)}</span>
          </span>
          <Progress
            style={{ width: 110 }}
            size="small"
            percent={Math.round(row.part * 100)}
            status={row.failed ? 'exception' : row.upload ? 'success' : 'active'}
          />
          <Button
            icon={<DeleteOutlined />}
            type="text"
            aria-label={`移除 ${row.file.name}`}
            onClick={() => change(latest.current.filter((other) => other.key !== row.key))}
          />
        </div>
      ))}
      <input
        ref={picker}
        type="file"
        multiple
        style={{ display: 'none' }}
        onChange={(event) => {
          void add(event.target.files).finally(() => {
            if (picker.current) picker.current.value = '';
          });
        }}
      />
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => picker.current?.click()}>
        {label}
      </Button>
    </div>
  );
}
