// SPDX-License-Identifier: Apache-2.0
// What was entered, with both clocks: when it was entered, and from when it holds.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type HistoryItem, historyOf } from '../../api/registry';
import { type Column, Rows } from '../../parts/rows';
import { time } from '../../words';

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

export function History({ institution }: { institution: string }) {
  const list = useInfiniteQuery({
    queryKey: ['history', institution],
    initialPageParam: '',
    queryFn: ({ pageParam }) => historyOf(institution, pageParam),
    getNextPageParam: (page) => page.next,
  });
  return (
    <>
      <Rows
        label="变更记录"
        columns={columns}
        rows={list.data?.pages.flatMap((page) => page.items) ?? []}
        rowKey={(row) => String(row.entry)}
        pending={list.isPending}
        empty={list.error ? '没有读到变更记录，请刷新。' : '没有变更记录。'}
        least={820}
      />
      {list.hasNextPage && (
        <Button style={{ marginTop: 12 }} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          更多
        </Button>
      )}
    </>
  );
}
