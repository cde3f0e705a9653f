// SPDX-License-Identifier: Apache-2.0
// Who stands in for whom in the bureau, now, later and before.
import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { deputiesOfBureau, type Deputy } from '../api/circulation';
import { DeputyForm, EndDeputyForm } from '../forms/deputy';
import { beijingToday } from '../registry-words';
import { time } from '../words';
import { type Column, Rows } from './rows';
import { mayArrangeDeputies, useSession } from './session';

function Standing({ deputy }: { deputy: Deputy }) {
  if (deputy.ended_at)
    return (
      <>
        <Tag>提前结束</Tag>
        <div className="muted">
          {time(deputy.ended_at)} {deputy.ended_by}：{deputy.ended_reason}
        </div>
      </>
    );
  if (deputy.now) return <Tag color="green">代理中</Tag>;
  return deputy.from > beijingToday() ? <Tag color="blue">未开始</Tag> : <Tag>已到期</Tag>;
}

function Ending({ deputy }: { deputy: Deputy }) {
  const session = useSession().data;
  const open = !deputy.ended_at && deputy.until >= beijingToday();
  const own = deputy.officer_name === session?.display_name;
  return open && (own || mayArrangeDeputies(session)) ? <EndDeputyForm deputy={deputy} /> : null;
}

const columns: Column<Deputy>[] = [
  { title: '谁外出', render: (row) => row.officer_name },
  { title: '由谁代理', render: (row) => row.deputy_name },
  { title: '日期', width: 200, render: (row) => `${row.from} 至 ${row.until}` },
  {
    title: '原因',
    render: (row) => (
      <>
        {row.reason}
        <div className="muted">{row.named_by} 指定</div>
      </>
    ),
  },
  { title: '状态', render: (row) => <Standing deputy={row} /> },
  { title: '办理', width: 80, render: (row) => <Ending deputy={row} /> },
];

export function Deputies() {
  const list = useQuery({ queryKey: ['deputies'], queryFn: deputiesOfBureau });
  return (
    <div className="panel">
      <div className="card-head" style={{ marginTop: 0 }}>
        <h3>代理</h3>
        <DeputyForm />
      </div>
      <Rows
        label="代理"
        columns={columns}
        rows={list.data ?? []}
        rowKey={(row) => row.id}
        pending={list.isPending}
        empty={list.error ? '没有读到代理，请刷新。' : '本部门没有登记代理。外出时指定一位同事，交给您的事项不会没有人办。'}
      />
    </div>
  );
}
