// SPDX-License-Identifier: Apache-2.0
// What waits for the person who opened the page, the most urgent first.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Empty, Table, Tag } from 'antd';
import { api, type Todo } from '../api/client';
import { isInstitution, useSession } from '../parts/session';
import { Why } from '../parts/why';
import { daysLeft } from '../words';

const kinds: Record<string, { label: string; color: string }> = {
  overdue: { label: '已超期', color: 'red' },
  deadline: { label: '期限', color: 'blue' },
  correct: { label: '待补正', color: 'orange' },
  sign: { label: '待审核', color: 'purple' },
  publish: { label: '待公开', color: 'purple' },
  new_notice: { label: '新告知', color: 'cyan' },
};

export function HomePage() {
  const session = useSession();
  const todos = useQuery({
    queryKey: ['todos'],
    queryFn: async () => (await api.GET('/api/v1/todos')).data!.items,
  });
  const columns = [
    {
      title: '类别',
      dataIndex: 'kind',
      width: 96,
      render: (kind: string) => <Tag color={kinds[kind]?.color}>{kinds[kind]?.label ?? kind}</Tag>,
    },
    { title: '事项', dataIndex: 'text' },
    {
      title: '项目',
      dataIndex: 'project_title',
      render: (title: string, todo: Todo) => (
        <>
          <Link to="/projects/$id" params={{ id: todo.project }}>
            {title}
          </Link>
          <div className="muted">{todo.unit_name}</div>
        </>
      ),
    },
    {
      title: '期限',
      dataIndex: 'due',
      width: 200,
      render: (due: string | undefined, todo: Todo) => (
        <>
          {due}{' '}
          <span className={(todo.working_days_left ?? 0) < 0 ? 'late' : 'muted'}>{daysLeft(todo.working_days_left)}</span>
        </>
      ),
    },
    {
      title: '依据',
      width: 80,
      render: (_: unknown, todo: Todo) => (todo.why ? <Why citation={todo.why} /> : null),
    },
    {
      title: '',
      width: 90,
      render: (_: unknown, todo: Todo) => (
        <Link to="/projects/$id" params={{ id: todo.project }}>
          <Button size="small" type="primary">
            去办理
          </Button>
        </Link>
      ),
    },
  ];
  return (
    <>
      <div className="headline">
        <div>
          <h1>我的待办</h1>
          <p>{todos.data ? `${todos.data.length} 项` : ''}</p>
        </div>
        {isInstitution(session.data) && (
          <Link to="/projects/new">
            <Button type="primary">新建项目</Button>
          </Link>
        )}
      </div>
      <div className="panel">
        <Table
          rowKey={(todo) => `${todo.kind} ${todo.project} ${todo.text}`}
          columns={columns}
          dataSource={todos.data ?? []}
          loading={todos.isPending}
          pagination={false}
          scroll={{ x: 800 }}
          locale={{ emptyText: <Empty description={todos.error ? '没有读到待办，请刷新' : '没有等您处理的事项'} /> }}
        />
      </div>
    </>
  );
}
