// SPDX-License-Identifier: Apache-2.0
// Prior notices as they arrive: received the moment they are filed; opening one only empties the inbox.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Segmented, Table, Tag } from 'antd';
import { useState } from 'react';
import { api, type Notice } from '../api/client';
import { useChange } from '../parts/change';
import { useSession } from '../parts/session';
import { time } from '../words';

function Opened({ notice, bureau }: { notice: Notice; bureau: string }) {
  const change = useChange('已标记为查看', async () =>
    (await api.POST('/api/v1/notices/{id}/opened', { params: { path: { id: notice.id } } })).data!,
  );
  const mine = notice.addressees.find((one) => one.addressee.bureau === bureau);
  if (!mine) return null;
  if (mine.opened_at) return <Tag color="green">已查看 {time(mine.opened_at)}</Tag>;
  return (
    <Button size="small" loading={change.isPending} onClick={() => change.mutate(undefined)}>
      标记已看
    </Button>
  );
}

export function NoticesPage() {
  const session = useSession();
  const [only, setOnly] = useState<'unopened' | 'all'>('unopened');
  const list = useInfiniteQuery({
    queryKey: ['notices', only],
    initialPageParam: '',
    queryFn: async ({ pageParam }) =>
      (
        await api.GET('/api/v1/notices', {
          params: { query: { ...(only === 'unopened' ? { unopened: '1' } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        })
      ).data!,
    getNextPageParam: (page) => page.next,
  });
  const bureau = session.data?.unit ?? '';
  const columns = [
    { title: '收到', dataIndex: 'filed_at', width: 150, render: (at: string) => time(at) },
    {
      title: '项目',
      render: (_: unknown, row: Notice) => (
        <>
          <Link to="/projects/$id" params={{ id: row.project }}>
            {row.project_title}
          </Link>
          <div className="muted">{row.enterprise_name}</div>
        </>
      ),
    },
    { title: '机构', dataIndex: 'institution_name' },
    { title: '所在地', dataIndex: 'region_name' },
    {
      title: '现场日期',
      render: (_: unknown, row: Notice) => `${row.content.site_first_day} 至 ${row.content.site_last_day}`,
    },
    { title: '现场人员', render: (_: unknown, row: Notice) => row.member_names.join('、') },
    {
      title: '回执',
      render: (_: unknown, row: Notice) =>
        row.addressees.find((one) => one.addressee.bureau === bureau)?.addressee.receipt_number,
    },
    { title: '查看', width: 200, render: (_: unknown, row: Notice) => <Opened notice={row} bureau={bureau} /> },
  ];
  return (
    <>
      <div className="headline">
        <div>
          <h1>从业告知</h1>
          <p>告知在机构提交时即已收到并开具回执，不需要批准。</p>
        </div>
        <Segmented
          value={only}
          onChange={setOnly}
          options={[
            { value: 'unopened', label: '未查看' },
            { value: 'all', label: '全部' },
          ]}
        />
      </div>
      <div className="panel">
        <Table
          rowKey="id"
          columns={columns}
          dataSource={list.data?.pages.flatMap((page) => page.items) ?? []}
          loading={list.isPending}
          pagination={false}
          scroll={{ x: 1100 }}
        />
        {list.hasNextPage && (
          <Button style={{ marginTop: 12 }} onClick={() => void list.fetchNextPage()}>
            更多
          </Button>
        )}
      </div>
    </>
  );
}
