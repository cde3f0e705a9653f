// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty, Table } from 'antd';
import { api, type Deadline } from '../api/client';
import { Why } from '../parts/why';
import { daysLeft, dutyWords } from '../words';

const columns = [
  {
    title: '到期',
    width: 210,
    render: (_: unknown, row: Deadline) => (
      <>
        {row.deadline.due}{' '}
        <span className={(row.working_days_left ?? 0) < 0 ? 'late' : 'muted'}>{daysLeft(row.working_days_left)}</span>
      </>
    ),
  },
  { title: '义务', render: (_: unknown, row: Deadline) => dutyWords[row.deadline.duty] ?? row.deadline.duty },
  {
    title: '项目',
    render: (_: unknown, row: Deadline) => (
      <Link to="/projects/$id" params={{ id: row.project }}>
        {row.project_title}
      </Link>
    ),
  },
  { title: '机构', dataIndex: 'institution_name' },
  { title: '计算', render: (_: unknown, row: Deadline) => row.deadline.count },
  {
    title: '依据',
    width: 80,
    render: (_: unknown, row: Deadline) => (
      <Why
        citation={row.deadline.citation}
        facts={row.deadline.facts}
        count={row.deadline.count}
        calendar={row.deadline.calendar}
      />
    ),
  },
];

export function DeadlinesPage() {
  const list = useQuery({ queryKey: ['deadlines'], queryFn: async () => (await api.GET('/api/v1/deadlines')).data!.items });
  return (
    <>
      <div className="headline">
        <h1>未完成的期限</h1>
      </div>
      <div className="panel">
        <Table
          rowKey={(row) => `${row.project} ${row.deadline.duty}`}
          columns={columns}
          dataSource={list.data ?? []}
          loading={list.isPending}
          pagination={false}
          scroll={{ x: 900 }}
          locale={{ emptyText: <Empty description="没有未完成的期限" /> }}
        />
      </div>
    </>
  );
}
