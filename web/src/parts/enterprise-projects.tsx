// SPDX-License-Identifier: Apache-2.0
// An enterprise's home: its projects.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { api, type ProjectRow } from '../api/client';
import { stageWords } from '../words';
import { type Column, Rows } from './rows';

const columns: Column<ProjectRow>[] = [
  {
    title: '项目',
    render: (row) => (
      <>
        <Link to="/projects/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
        <div className="muted">{row.institution_name}</div>
      </>
    ),
  },
  { title: '进展', width: 110, render: (row) => stageWords[row.stage] },
  {
    title: '办理',
    width: 90,
    render: (row) => (
      <Link to="/projects/$id" params={{ id: row.id }}>
        <Button size="small">打开项目</Button>
      </Link>
    ),
  },
];

export function EnterpriseProjects() {
  const list = useQuery({
    queryKey: ['projects', 'newest'],
    queryFn: async () => (await api.GET('/api/v1/projects', { params: { query: { limit: '10' } } })).data!.items,
  });
  return (
    <div className="panel">
      <h2>本企业的项目</h2>
      <Rows
        label="本企业的项目"
        columns={columns}
        rows={list.data ?? []}
        rowKey={(row) => row.id}
        pending={list.isPending}
        empty={list.error ? '没有读到项目，请刷新。' : '还没有机构为本企业开展的项目。'}
      />
      <p style={{ margin: '12px 0 0' }}>
        <Link to="/projects">全部项目</Link>
      </p>
    </div>
  );
}
