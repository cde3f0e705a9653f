// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, type Deadline } from '../api/client';
import { useFilters } from '../parts/filters';
import { type Column, Rows } from '../parts/rows';
import { Why } from '../parts/why';
import { daysLeft, dutyWords } from '../words';

const columns: Column<Deadline>[] = [
  {
    title: '到期',
    width: 210,
    render: (row) => (
      <>
        {row.deadline.due}{' '}
        <span className={(row.working_days_left ?? 0) < 0 ? 'late' : 'muted'}>{daysLeft(row.working_days_left)}</span>
      </>
    ),
  },
  { title: '义务', render: (row) => dutyWords[row.deadline.duty] ?? row.deadline.duty },
  {
    title: '项目',
    render: (row) => (
      <Link to="/projects/$id" params={{ id: row.project }}>
        {row.project_title}
      </Link>
    ),
  },
  { title: '机构', render: (row) => row.institution_name },
  { title: '计算', render: (row) => row.deadline.count },
  {
    title: '依据',
    width: 80,
    render: (row) => (
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
  const [{ region }] = useFilters();
  const list = useQuery({
    queryKey: ['deadlines', region],
    queryFn: async () => (await api.GET('/api/v1/deadlines', { params: { query: region ? { region } : {} } })).data!.items,
  });
  return (
    <>
      <div className="headline">
        <div>
          <h1>未完成的期限</h1>
          {region && (
            <p>
              只看地区 {region} 的项目。 <Link to="/deadlines">看全部</Link>
            </p>
          )}
        </div>
      </div>
      <div className="panel">
        <Rows
          label="未完成的期限"
          columns={columns}
          rows={list.data ?? []}
          rowKey={(row) => `${row.project} ${row.deadline.duty}`}
          pending={list.isPending}
          empty={list.error ? '没有读到期限，请刷新。' : '没有未完成的期限。'}
          least={900}
        />
      </div>
    </>
  );
}
