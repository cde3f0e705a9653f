// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, type Notice } from '../api/client';
import { type Column, Rows } from '../parts/rows';
import { SiteDays } from '../parts/site-days';

const columns: Column<Notice>[] = [
  {
    title: '项目',
    render: (row) => (
      <Link to="/projects/$id" params={{ id: row.project }}>
        {row.project_title}
      </Link>
    ),
  },
  { title: '企业', render: (row) => row.enterprise_name },
  { title: '机构', render: (row) => row.institution_name },
  { title: '所在地', render: (row) => row.region_name },
  { title: '现场日期', width: 94, render: (row) => <SiteDays notice={row} /> },
  { title: '现场人员', render: (row) => row.member_names.join('、') },
  { title: '联系人', render: (row) => `${row.content.contact} ${row.content.phone}` },
];

export function OnSitePage() {
  const sites = useQuery({ queryKey: ['on-site'], queryFn: async () => (await api.GET('/api/v1/on-site')).data!.items });
  return (
    <>
      <div className="headline">
        <div>
          <h1>今日在场</h1>
          <p>告知的现场日期包括今天的项目。</p>
        </div>
      </div>
      <div className="panel">
        <Rows
          label="今日在场"
          columns={columns}
          rows={sites.data ?? []}
          rowKey={(row) => row.id}
          pending={sites.isPending}
          empty={sites.error ? '没有读到告知，请刷新。' : '今天辖区内没有告知的现场工作。'}
          least={900}
        />
      </div>
    </>
  );
}
