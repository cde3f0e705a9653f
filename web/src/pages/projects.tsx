// SPDX-License-Identifier: Apache-2.0
import { Link } from '@tanstack/react-router';
import { Button, Space, Tag } from 'antd';
import { api, type ProjectRow } from '../api/client';
import { addressOf, useFilters } from '../parts/filters';
import { ProjectFilterChips, ProjectFilterFields } from '../parts/project-filters';
import { type Column, Rows } from '../parts/rows';
import { SearchField } from '../parts/search-field';
import { SavedViews } from '../parts/saved-views';
import { isInstitution, useSession } from '../parts/session';
import { projectFiltersOf } from '../project-filter-words';
import { daysLeft, dutyWords, stageWords } from '../words';
import { More, usePages } from '../parts/pages';

const columns: Column<ProjectRow>[] = [
  {
    title: '项目',
    render: (row) => (
      <>
        <Link to="/projects/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
        <div className="muted">{row.id}</div>
      </>
    ),
  },
  { title: '机构', render: (row) => row.institution_name },
  { title: '企业', render: (row) => row.enterprise_name },
  { title: '所在地', render: (row) => row.region_name },
  { title: '阶段', width: 110, render: (row) => <Tag>{stageWords[row.stage]}</Tag> },
  {
    title: '下一个期限',
    width: 200,
    render: (row) =>
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
    width: 80,
    render: ({ open_flags: flags }) => (flags > 0 ? <Tag color="orange">{flags}</Tag> : null),
  },
];

export function ProjectsPage() {
  const session = useSession();
  const [filters] = useFilters();
  const given = projectFiltersOf(filters);
  const address = addressOf(given);
  const list = usePages(['projects', address], async (from) =>
      (await api.GET('/api/v1/projects', { params: { query: { ...given, ...from } } })).data!);
  return (
    <>
      <div className="headline">
        <h1>项目</h1>
        <Space wrap>
          <Button href={`/api/v1/project-list?${address}`} download>
            导出清单
          </Button>
          {isInstitution(session.data) && (
            <Link to="/projects/new">
              <Button type="primary">新建项目</Button>
            </Link>
          )}
        </Space>
      </div>
      <div className="panel">
        <SavedViews list="projects" />
        <SearchField hint="项目名称的一部分" style={{ maxWidth: 360, marginBottom: 16 }} />
        <ProjectFilterFields />
        <ProjectFilterChips />
        <Rows
          label="项目"
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到项目，请刷新。' : address !== '' ? '没有符合条件的项目。' : '还没有项目。'}
          least={900}
        />
        <More list={list} />
      </div>
    </>
  );
}
