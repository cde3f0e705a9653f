// SPDX-License-Identifier: Apache-2.0
// What waits for the person who opened the page, the most urgent first.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { api, type Todo } from '../api/client';
import { useClauses } from '../parts/clauses';
import { EnterpriseProjects } from '../parts/enterprise-projects';
import { MatterLink } from '../parts/matter-link';
import { OversightNote } from '../parts/oversight-note';
import { type Column, Rows } from '../parts/rows';
import { isEnterprise, isInstitution, mayConfirmLaw, mayOversee, useSession } from '../parts/session';
import { Why } from '../parts/why';
import { daysLeft } from '../words';

const kinds: Record<string, { label: string; color: string }> = {
  overdue: { label: '已超期', color: 'red' },
  deadline: { label: '期限', color: 'blue' },
  correct: { label: '待补正', color: 'orange' },
  sign: { label: '待审核', color: 'purple' },
  publish: { label: '待公开', color: 'purple' },
  new_notice: { label: '新告知', color: 'cyan' },
  transfer: { label: '转办', color: 'blue' },
  cosign: { label: '会签', color: 'purple' },
  instruction: { label: '批示', color: 'volcano' },
  returned: { label: '被退回', color: 'orange' },
};

function TodoLink({ todo, children }: { todo: Todo; children: ReactNode }) {
  return (
    <MatterLink matter={todo.matter} project={todo.project}>
      {children}
    </MatterLink>
  );
}

const columns: Column<Todo>[] = [
  {
    title: '类别',
    width: 96,
    render: (todo) => (
      <>
        <Tag color={kinds[todo.kind]?.color}>{kinds[todo.kind]?.label ?? todo.kind}</Tag>
        {todo.deputy_for && <div className="muted">代理{todo.deputy_for}</div>}
      </>
    ),
  },
  { title: '事项', render: (todo) => todo.text },
  {
    title: '项目',
    render: (todo) => (
      <>
        <TodoLink todo={todo}>{todo.project_title}</TodoLink>
        <div className="muted">{todo.unit_name}</div>
      </>
    ),
  },
  {
    title: '期限',
    width: 200,
    render: (todo) =>
      todo.due ? (
        <>
          {todo.due}{' '}
          <span className={(todo.working_days_left ?? 0) < 0 ? 'late' : 'muted'}>{daysLeft(todo.working_days_left)}</span>
        </>
      ) : null,
  },
  { title: '依据', width: 80, render: (todo) => (todo.why ? <Why citation={todo.why} /> : null) },
  {
    title: '办理',
    width: 90,
    render: (todo) => (
      <TodoLink todo={todo}>
        <Button size="small" type="primary">
          去办理
        </Button>
      </TodoLink>
    ),
  },
];

// How much of the law in use nobody has compared with the official text.
function UnconfirmedLaw({ confirms }: { confirms: boolean }) {
  const clauses = useClauses();
  const open = (clauses.data ?? []).filter((clause) => clause.enforced && !clause.citation.binding).length;
  if (open === 0) return null;
  return (
    <div className={confirms ? 'panel attention' : 'panel'}>
      正在使用的条款中有 <strong>{open}</strong> 条未经核实，只作提示，不作为认定依据。
      {confirms ? '核对官方文本后，由您确认。' : ''}{' '}
      <Link to="/law" search={{ enforced: '1', unconfirmed: '1' }}>
        {confirms ? '去核对' : '查看这些条款'}
      </Link>
    </div>
  );
}

export function HomePage() {
  const session = useSession();
  const todos = useQuery({
    queryKey: ['todos'],
    queryFn: async () => (await api.GET('/api/v1/todos')).data!.items,
  });
  const confirms = mayConfirmLaw(session.data);
  const enterprise = isEnterprise(session.data);
  return (
    <>
      <div className="headline">
        <div>
          <h1>我的待办</h1>
          <p>{todos.data && !enterprise ? `${todos.data.length} 项` : ''}</p>
        </div>
        {isInstitution(session.data) && (
          <Link to="/projects/new">
            <Button type="primary">新建项目</Button>
          </Link>
        )}
      </div>
      {confirms && <UnconfirmedLaw confirms />}
      {mayOversee(session.data) && <OversightNote />}
      {enterprise && <EnterpriseProjects />}
      <div className="panel">
        {enterprise && <h2>机构须按期办理的</h2>}
        <Rows
          label="我的待办"
          columns={columns}
          rows={todos.data ?? []}
          rowKey={(todo) => `${todo.kind} ${todo.matter?.id ?? todo.project} ${todo.text}`}
          pending={todos.isPending}
          empty={todos.error ? '没有读到待办，请刷新。' : enterprise ? '没有临近的期限。' : '没有等您处理的事项。'}
        />
      </div>
      {!confirms && <UnconfirmedLaw confirms={false} />}
    </>
  );
}
