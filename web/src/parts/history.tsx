// SPDX-License-Identifier: Apache-2.0
// What was entered, with both clocks: when it was entered, and from when it holds.
import type { HistoryItem } from '../api/registry';
import { time } from '../words';
import { More, usePages } from './pages';
import { type Column, Rows } from './rows';

const columns: Column<HistoryItem>[] = [
  { title: '登记时间', width: 140, render: (row) => time(row.at) },
  { title: '自何时起', width: 110, render: (row) => row.holds_from ?? '登记时' },
  { title: '内容', render: (row) => row.text },
  { title: '对象', render: (row) => row.about },
  { title: '由谁登记', render: (row) => row.unit_name || '平台' },
  {
    title: '账本',
    width: 100,
    render: (row) => (
      <a href={`/ledger?entry=${row.entry}`} target="_blank" rel="noreferrer">
        第 {row.entry} 条
      </a>
    ),
  },
];

interface HistoryProps {
  of: string;
  read: (id: string, cursor?: string) => Promise<{ items: HistoryItem[]; next?: string }>;
}

export function History({ of, read }: HistoryProps) {
  const list = usePages(['history', of], (from) => read(of, from.cursor));
  return (
    <>
      <Rows
        label="变更记录"
        columns={columns}
        rows={list.rows}
        rowKey={(row) => String(row.entry)}
        pending={list.isPending}
        empty={list.error ? '没有读到变更记录，请刷新。' : '没有变更记录。'}
        least={820}
      />
      <More list={list} />
    </>
  );
}
