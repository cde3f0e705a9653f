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
  confirm_site: { label: '确认现场', color: 'blue' },
  answer_measures: { label: '答复措施', color: 'orange' },
  confirm_report: { label: '核对报告', color: 'purple' },
  examine: { label: '许可审核', color: 'blue' },
  correction_answered: { label: '补正已答复', color: 'cyan' },
  correction_due: { label: '补正到期', color: 'orange' },
  held: { label: '暂缓上会', color: 'orange' },
  limit: { label: '临近期限', color: 'red' },
  decide: { label: '待决定', color: 'red' },
  answer_correction: { label: '补正通知', color: 'orange' },
  correction_copy: { label: '补正抄送', color: 'default' },
  answer_finding: { label: '线索待说明', color: 'orange' },
  approve_inspection: { label: '审批检查', color: 'orange' },
  carry_out_inspection: { label: '检查', color: 'blue' },
  inspection_announced: { label: '接受检查', color: 'blue' },
  rectify: { label: '整改', color: 'orange' },
  recheck: { label: '整改复查', color: 'purple' },
  rectification_overdue: { label: '整改督办', color: 'red' },
  key_list: { label: '重点对象', color: 'orange' },
  case_file: { label: '处罚案件', color: 'red' },
  determination: { label: '报告认定', color: 'purple' },
  call_up: { label: '报告调阅', color: 'blue' },
  supervision: { label: '重点跟进', color: 'volcano' },
  hosting: { label: '安全托管', color: 'orange' },
  decide_finding: { label: '线索待处理', color: 'blue' },
};

// A limit that has passed is near no more.
const kindOf = ({ kind, working_days_left: left }: Todo) => kinds[kind === 'limit' && (left ?? 0) < 0 ? 'overdue' : kind];

// Those whose page opens the form they ask for.
const withForm = new Set(['confirm_site', 'answer_measures', 'confirm_report', 'answer_correction', 'correction_answered', 'decide']);
// What an enterprise is only told of: it is somebody else's to do.
const toldOf = new Set(['overdue', 'correction_copy']);

function TodoLink({ todo, children }: { todo: Todo; children: ReactNode }) {
  if (todo.finding)
    return (
      <Link to="/findings/$id" params={{ id: todo.finding }} search={(todo.kind === 'answer_finding' ? { act: 'answer' } : {}) as never}>
        {children}
      </Link>
    );
  if (todo.inspection)
    return (
      <Link to="/inspections/$id" params={{ id: todo.inspection }}>
        {children}
      </Link>
    );
  if (todo.rectification)
    return (
      <Link to="/rectifications/$id" params={{ id: todo.rectification }}>
        {children}
      </Link>
    );
  if (todo.link) return <Link to={todo.link as never}>{children}</Link>;
  return (
    <MatterLink matter={todo.matter} project={todo.project} act={withForm.has(todo.kind) ? todo.kind : undefined}>
      {children}
    </MatterLink>
  );
}

const told: Column<Todo>[] = [
  {
    title: '类别',
    width: 96,
    render: (todo) => (
      <>
        <Tag color={kindOf(todo)?.color}>{kindOf(todo)?.label ?? todo.kind}</Tag>
        {todo.deputy_for && <div className="muted">代理{todo.deputy_for}</div>}
      </>
    ),
  },
  { title: '事项', render: (todo) => todo.text },
  {
    title: '项目或申请',
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
];

const columns: Column<Todo>[] = [
  ...told,
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

interface ListProps {
  label: string;
  columns: Column<Todo>[];
  rows: Todo[];
  pending: boolean;
  empty: string;
}

// A column nobody filled says nothing.
const filled: Record<string, (todo: Todo) => unknown> = { 期限: (todo) => todo.due, 依据: (todo) => todo.why };

function TodoList({ label, columns: possible, rows, pending, empty }: ListProps) {
  const shown = possible.filter(({ title }) => rows.length === 0 || !filled[title] || rows.some(filled[title]));
  return (
    <Rows
      label={label}
      columns={shown}
      rows={rows}
      rowKey={(todo) => `${todo.kind} ${todo.matter?.id ?? todo.inspection ?? todo.rectification ?? todo.link ?? todo.project} ${todo.text}`}
      pending={pending}
      empty={empty}
    />
  );
}

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
  const all = todos.data ?? [];
  const own = enterprise ? all.filter((one) => !toldOf.has(one.kind)) : all;
  const list = { pending: todos.isPending, ...(todos.error ? { empty: '没有读到待办，请刷新。' } : {}) };
  return (
    <>
      <div className="headline">
        <div>
          <h1>我的待办</h1>
          <p>{todos.data ? `${own.length} 项` : ''}</p>
        </div>
        {isInstitution(session.data) && (
          <Link to="/projects/new">
            <Button type="primary">新建项目</Button>
          </Link>
        )}
      </div>
      {confirms && <UnconfirmedLaw confirms />}
      {mayOversee(session.data) && <OversightNote />}
      <div className="panel">
        <TodoList label="我的待办" columns={columns} rows={own} empty="没有等您处理的事项。" {...list} />
      </div>
      {enterprise && (
        <div className="panel">
          <h2>供您知悉</h2>
          <TodoList
            label="供您知悉"
            columns={told}
            rows={all.filter((one) => toldOf.has(one.kind))}
            empty="没有机构逾期未办的事项，也没有抄送的补正通知。"
            {...list}
          />
        </div>
      )}
      {enterprise && <EnterpriseProjects />}
      {!confirms && <UnconfirmedLaw confirms={false} />}
    </>
  );
}
