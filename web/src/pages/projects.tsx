// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Table, Tag } from 'antd';
import { api, type ProjectRow } from '../api/client';
import { isInstitution, useSession } from '../parts/session';
import { daysLeft, dutyWords, stageWords } from '../words';

const columns = [
  {
    title: '项目',
    dataIndex: 'title',
    render: (title: string, row: ProjectRow) => (
      <>
        <Link to="/projects/$id" params={{ id: row.id }}>
          {title}
        </Link>
        <div className="muted">{row.id}</div>
      </>
    ),
  },
  { title: '机构', dataIndex: 'institution_name' },
  { title: '企业', dataIndex: 'enterprise_name' },
  { title: '所在地', dataIndex: 'region_name' },
  { title: '阶段', dataIndex: 'stage', width: 110, render: (stage: string) => <Tag>{stageWords[stage]}</Tag> },
  {
    title: '下一个期限',
    width: 200,
    render: (_: unknown, row: ProjectRow) =>
      row.next_duty ? (
        <>
          {dutyWords[row.next_duty] ?? row.next_duty}
          <div className={(row.working_days_left ?? 0) < 0 ? 'late' : 'muted'}>
            {row.next_due} {daysLeft(row.working_days_left)}
          </div>
        </>
      ) : null,
  },
  {
    title: '标记',
    dataIndex: 'open_flags',
    width: 80,
    render: (flags: number) => (flags > 0 ? <Tag color="orange">{flags}</Tag> : null),
  },
];

export function ProjectsPage() {
  const session = useSession();
  const navigate = useNavigate();
  const { q = '' } = useSearch({ strict: false }) as { q?: string };
  const list = useInfiniteQuery({
    queryKey: ['projects', q],
    initialPageParam: '',
    queryFn: async ({ pageParam }) =>
      (await api.GET('/api/v1/projects', { params: { query: { q, ...(pageParam ? { cursor: pageParam } : {}) } } })).data!,
    getNextPageParam: (page) => page.next,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="headline">
        <h1>项目</h1>
        {isInstitution(session.data) && (
          <Link to="/projects/new">
            <Button type="primary">新建项目</Button>
          </Link>
        )}
      </div>
      <div className="panel">
        <Input.Search
          style={{ maxWidth: 360, marginBottom: 16 }}
          placeholder="项目名称的一部分"
          aria-label="项目名称的一部分"
          defaultValue={q}
          allowClear
          onSearch={(text) => void navigate({ to: '/projects', search: { q: text } as never })}
        />
        <Table rowKey="id" columns={columns} dataSource={rows} loading={list.isPending} pagination={false} scroll={{ x: 900 }} />
        {list.hasNextPage && (
          <Button style={{ marginTop: 12 }} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            更多
          </Button>
        )}
      </div>
    </>
  );
}
