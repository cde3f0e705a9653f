// SPDX-License-Identifier: Apache-2.0
// A list read page by page: its rows so far, and the button for more.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';

type Page<T> = { items: T[]; next?: string };
export type Cursor = { cursor?: string };

export function usePages<T>(key: unknown[], read: (from: Cursor) => Promise<Page<T>>) {
  const list = useInfiniteQuery({
    queryKey: [...key, 'pages'],
    initialPageParam: '',
    queryFn: ({ pageParam }) => read(pageParam ? { cursor: pageParam } : {}),
    getNextPageParam: (page) => page.next,
  });
  return { ...list, rows: list.data?.pages.flatMap((page) => page.items) ?? [] };
}

type Further = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

export function More({ list, label = '更多' }: { list: Further; label?: string }) {
  if (!list.hasNextPage) return null;
  return (
    <Button style={{ marginTop: 12 }} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {label}
    </Button>
  );
}
