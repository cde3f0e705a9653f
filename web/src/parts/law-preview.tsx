// SPDX-License-Identifier: Apache-2.0
// What a change of the law would do: what is wrong with it, which clauses differ, which open deadlines move.
import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import type { ChangedClause, Diagnostic, MovedDeadline } from '../api/law';
import { dutyWords } from '../words';
import { moveText } from './law-text';
import { type Column, Rows } from './rows';

const changeWords: Record<string, { label: string; color: string }> = {
  added: { label: '新增', color: 'green' },
  changed: { label: '修改', color: 'blue' },
  removed: { label: '删除', color: 'red' },
};

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}

interface DiagnosticListProps {
  diagnostics: Diagnostic[];
  onGo?: (diagnostic: Diagnostic) => void;
}

export function DiagnosticList({ diagnostics, onGo }: DiagnosticListProps) {
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {diagnostics.map((one, at) => (
        <li key={at} style={{ marginBottom: 12 }}>
          <Tag color={isError(one) ? 'red' : 'orange'}>{isError(one) ? '错误' : '提醒'}</Tag>
          {one.message}{' '}
          {onGo ? (
            <Button type="link" size="small" onClick={() => onGo(one)}>
              {one.file} 第 {one.line} 行第 {one.column} 列
            </Button>
          ) : (
            <span className="muted">
              {one.file} 第 {one.line} 行第 {one.column} 列
            </span>
          )}
          <span className="digest muted"> {one.code}</span>
          {one.snippet && <pre className="snippet">{one.snippet}</pre>}
          {one.affects && <div className="muted">受影响：{one.affects}</div>}
        </li>
      ))}
    </ul>
  );
}

export function ChangedList({ changed }: { changed: ChangedClause[] }) {
  if (changed.length === 0) return <p className="muted">没有条款变化。</p>;
  return (
    <ul style={{ margin: 0, paddingLeft: 0, listStyle: 'none' }}>
      {changed.map((one) => (
        <li key={one.clause} style={{ marginBottom: 6 }}>
          <Tag color={changeWords[one.change]?.color}>{changeWords[one.change]?.label ?? one.change}</Tag>
          <strong>{one.clause}</strong> {one.what.join('；')}
        </li>
      ))}
    </ul>
  );
}

const columns: Column<MovedDeadline>[] = [
  {
    title: '事项',
    render: (row) => (
      <Link to="/projects/$id" params={{ id: row.subject }} target="_blank">
        {row.subject_title}
      </Link>
    ),
  },
  { title: '义务', render: (row) => dutyWords[row.duty] ?? row.duty },
  {
    title: '期限',
    render: (row) => <span className={row.after && row.before && row.after < row.before ? 'late' : ''}>{moveText(row)}</span>,
  },
  {
    title: '条款',
    render: (row) =>
      row.clause_before === row.clause_after || !row.clause_before
        ? row.clause_after
        : `${row.clause_before} → ${row.clause_after || '无'}`,
  },
  { title: '原因', render: (row) => row.why },
];

export function MovedList({ moved }: { moved: MovedDeadline[] }) {
  return (
    <Rows
      label="变动的期限"
      columns={columns}
      rows={moved}
      rowKey={(row) => `${row.subject} ${row.duty}`}
      empty="现有未完成的期限都不变。"
    />
  );
}
