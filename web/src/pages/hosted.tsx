// SPDX-License-Identifier: Apache-2.0
// One enterprise that is hosted: what the year asks for, each expert's visit with the record that was signed.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Descriptions, Result, Space, Spin, Tag } from 'antd';
import { Problem } from '../api/client';
import { type Hosting, hostingOf, type HostingVisit } from '../api/hosting';
import { EndHostingForm, HostingVisitForm } from '../forms/hosting';
import { hostedTag, hostedWords, visitsTag } from '../hosting-words';
import { LedgerEntry } from '../parts/findings';
import { type Column, Rows } from '../parts/rows';
import { leadsProject, useSession } from '../parts/session';
import { Why } from '../parts/why';
import { beijingToday } from '../registry-words';
import { size } from '../words';

const columns = (hosting: string): Column<HostingVisit>[] => [
  { title: '检查日期', width: 120, render: (row) => row.on },
  { title: '专家', width: 140, render: (row) => row.expert_name },
  {
    title: '签字的检查情况',
    render: ({ record }) => (
      <>
        <a href={`/api/v1/hostings/${hosting}/files/${record.blob.sm3}`} download>
          {record.file_name}
        </a>{' '}
        <span className="muted">{size(record.blob.size)}</span>
      </>
    ),
  },
  { title: '交付企业', width: 120, render: (row) => row.delivered_on },
  { title: '记录', width: 130, render: (row) => <LedgerEntry entry={row.entry} /> },
];

function Facts({ view }: { view: Hosting }) {
  const { summary } = view;
  const hosted = hostedTag(summary, beijingToday());
  const visits = visitsTag(summary);
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'i', label: '机构', children: summary.institution_name },
        { key: 'k', label: '企业类别', children: hostedWords[summary.kind] },
        { key: 'd', label: '托管期', children: <>{`${summary.from} 至 ${summary.until}`} <Tag color={hosted.color}>{hosted.label}</Tag></> },
        { key: 'v', label: `${summary.year} 年专家检查`, children: <><Tag color={visits.color}>{visits.label}</Tag>{view.citation && <Why citation={view.citation} />}</> },
        ...(view.ended_reason ? [{ key: 'r', label: '提前结束的原因', children: view.ended_reason }] : []),
        { key: 'e', label: '记录', children: <LedgerEntry entry={summary.entry} /> },
      ]}
    />
  );
}

export function HostedPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const session = useSession().data;
  const found = useQuery({ queryKey: ['hosting', id], queryFn: () => hostingOf(id) });
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const hidden = found.error instanceof Problem && found.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有这项托管，或您不能查看' : '没有读到托管，请刷新'} />;
  }
  const view = found.data;
  const keeps = leadsProject(session) && session?.unit === view.summary.institution;
  return (
    <>
      <div className="headline">
        <div>
          <h1>{view.summary.enterprise_name}</h1>
          <p>
            <Link to="/hosting">安全托管</Link>　{view.summary.id}
          </p>
        </div>
        {keeps && (
          <Space wrap className="no-print">
            <HostingVisitForm hosting={view} />
            {!view.summary.ended_on && <EndHostingForm hosting={view} />}
          </Space>
        )}
      </div>
      <div className="panel">
        <Facts view={view} />
      </div>
      <div className="panel">
        <h2>专家检查</h2>
        <Rows label="专家检查" columns={columns(view.summary.id)} rows={view.visits} rowKey={(row) => String(row.entry)} empty="还没有登记专家检查。" least={700} />
      </div>
    </>
  );
}
