// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty, Table } from 'antd';
import { api, type Notice } from '../api/client';

const columns = [
  {
    title: '项目',
    render: (_: unknown, row: Notice) => (
      <Link to="/projects/$id" params={{ id: row.project }}>
        {row.project_title}
      </Link>
    ),
  },
  { title: '企业', dataIndex: 'enterprise_name' },
  { title: '机构', dataIndex: 'institution_name' },
  { title: '所在地', dataIndex: 'region_name' },
  { title: '现场日期', render: (_: unknown, row: Notice) => `${row.content.site_first_day} 至 ${row.content.site_last_day}` },
  { title: '现场人员', render: (_: unknown, row: Notice) => row.member_names.join('、') },
  { title: '联系人', render: (_: unknown, row: Notice) => `${row.content.contact} ${row.content.phone}` },
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
        <Table
          rowKey="id"
          columns={columns}
          dataSource={sites.data ?? []}
          loading={sites.isPending}
          pagination={false}
          scroll={{ x: 900 }}
          locale={{ emptyText: <Empty description="今天辖区内没有告知的现场工作" /> }}
        />
      </div>
    </>
  );
}
