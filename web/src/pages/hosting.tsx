// SPDX-License-Identifier: Apache-2.0
// Safety hosting: an institution's own enterprises, an enterprise's own hosting, and for bureaus how many have their visits.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Result, Tag } from 'antd';
import { hostingCoverage, type HostingCoverageRow, type HostingRow, hostingsFrom } from '../api/hosting';
import { DeclareHostingForm } from '../forms/hosting';
import { hostedTag, hostedWords, visitsTag } from '../hosting-words';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { isBureau, isEnterprise, isInstitution, leadsProject, useSession } from '../parts/session';
import { Why } from '../parts/why';
import { beijingToday } from '../registry-words';

const columns = (own: boolean): Column<HostingRow>[] => [
  {
    title: own ? '企业' : '机构',
    render: (row) => (
      <>
        <Link to="/hosting/$id" params={{ id: row.id }}>
          {own ? row.enterprise_name : row.institution_name}
        </Link>
        <div className="muted">{hostedWords[row.kind]}</div>
      </>
    ),
  },
  { title: '托管期', width: 210, render: (row) => `${row.from} 至 ${row.until}` },
  {
    title: '状态',
    width: 160,
    render: (row) => {
      const tag = hostedTag(row, beijingToday());
      return <Tag color={tag.color}>{tag.label}</Tag>;
    },
  },
  {
    title: '本年专家检查',
    width: 200,
    render: (row) => {
      const tag = visitsTag(row);
      return <Tag color={tag.color}>{tag.label}</Tag>;
    },
  },
];

function Own({ own }: { own: boolean }) {
  const list = usePages(['hostings'], hostingsFrom);
  return (
    <div className="panel">
      <Rows
        label="安全托管"
        columns={columns(own)}
        rows={list.rows}
        rowKey={(row) => row.id}
        pending={list.isPending}
        empty={list.error ? '没有读到，请刷新。' : own ? '还没有登记托管的企业。' : '没有机构登记托管本企业。'}
        least={720}
      />
      <More list={list} />
    </div>
  );
}

const coverageColumns: Column<HostingCoverageRow>[] = [
  { title: '机构', render: (row) => row.name },
  { title: '托管企业', width: 100, render: (row) => `${row.hosted} 家` },
  { title: '已按次数检查', width: 150, render: (row) => <Tag color={row.met < row.hosted ? 'orange' : 'green'}>{`${row.met} / ${row.hosted} 家`}</Tag> },
  { title: '其中重点监管企业', width: 160, render: (row) => (row.key ? `${row.key_met} / ${row.key} 家` : '没有') },
  { title: '本年专家检查', width: 120, render: (row) => `${row.visits} 次` },
];

function Coverage() {
  const found = useQuery({ queryKey: ['hosting-coverage'], queryFn: hostingCoverage });
  const view = found.data;
  return (
    <div className="panel">
      <p className="muted">
        {view && `${view.year} 年。`}由机构邀请专家检查，本部门只了解覆盖情况，不因此安排检查。
        {view?.citation ? <Why citation={view.citation} /> : view && '当地没有规定次数的条款，都视为已按次数检查。'}
      </p>
      <Rows
        label="安全托管覆盖"
        columns={coverageColumns}
        rows={view?.rows ?? []}
        rowKey={(row) => row.institution}
        pending={found.isPending}
        empty={found.error ? '没有读到，请刷新。' : '辖区内没有登记的托管。'}
        least={700}
      />
    </div>
  );
}

export function HostingsPage() {
  const session = useSession().data;
  const own = isInstitution(session);
  if (session && !own && !isBureau(session) && !isEnterprise(session)) return <Result status="403" title="安全托管由机构和企业查看" />;
  return (
    <>
      <div className="headline">
        <div>
          <h1>安全托管</h1>
          <p>机构邀请专家到托管的企业检查，专家签字的情况交给企业。</p>
        </div>
        {leadsProject(session) && <DeclareHostingForm />}
      </div>
      {session && (isBureau(session) ? <Coverage /> : <Own own={own} />)}
    </>
  );
}
