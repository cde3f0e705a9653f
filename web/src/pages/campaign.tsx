// SPDX-License-Identifier: Apache-2.0
// A campaign's two coverages: every institution registered here, every statutory project here since a day; what is not
// covered is one click from a task.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Progress, Segmented, Space, Spin, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { type Campaign, type CampaignInstitution, campaignInstitutions, campaignOf, type CampaignProject, campaignProjects, type CoverageCount, type EarlierReport, earlierReports, type Shown } from '../api/planning';
import { EarlierCheckForm, EarlierReportsForm } from '../forms/earlier-reports';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { LooksList } from '../parts/looks';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { Why } from '../parts/why';
import { coverageWords, shareCovered } from '../planning-words';

const covered = (by: unknown[]) => (by.length > 0 ? <Tag color="green">已覆盖</Tag> : <Tag color="orange">未覆盖</Tag>);
const looked = { title: '查过', render: (row: { by: CampaignProject['by'] }) => <LooksList by={row.by} /> };

const institutionColumns: Column<CampaignInstitution>[] = [
  {
    title: '机构',
    render: (row) => (
      <Link to="/institutions/$id" params={{ id: row.institution }}>
        {row.name}
      </Link>
    ),
  },
  looked,
  {
    title: '覆盖',
    width: 190,
    render: (row) => (
      <>
        {covered(row.by)}
        {row.by.length === 0 && (
          <Link to="/inspections/new" search={{ institution: row.institution, origin: 'assigned', title: '专项全覆盖检查' } as never}>
            安排检查
          </Link>
        )}
      </>
    ),
  },
];

const projectColumns: Column<CampaignProject>[] = [
  {
    title: '项目',
    render: (row) => (
      <>
        <Link to="/projects/$id" params={{ id: row.project }}>
          {row.title}
        </Link>
        <div className="muted">
          {row.project}　{row.region_name}
        </div>
      </>
    ),
  },
  { title: '机构和企业', render: (row) => <>{row.institution_name}<div className="muted">{row.enterprise_name}</div></> },
  { title: '签订', width: 110, render: (row) => row.since },
  looked,
  {
    title: '覆盖',
    width: 190,
    render: (row) => (
      <>
        {covered(row.by)}
        {row.by.length === 0 && (
          <Link to="/inspections/new" search={{ institution: row.institution, project: row.project, origin: 'assigned', title: '专项全覆盖检查' } as never}>
            安排检查
          </Link>
        )}
      </>
    ),
  },
];

const earlierColumns: Column<EarlierReport>[] = [
  { title: '报告', render: ({ report }) => <>{report.title}<div className="muted">{report.number}</div></> },
  { title: '机构和企业', render: ({ report }) => <>{report.institution_name}<div className="muted">{report.enterprise_name}</div></> },
  { title: '日期', width: 110, render: ({ report }) => report.made_on },
  looked,
  {
    title: '覆盖',
    width: 190,
    render: (row) => (
      <>
        {covered(row.by)}
        {row.yours ? <EarlierCheckForm id={row.id} title={row.report.title} /> : <span className="muted">{row.bureau_name}</span>}
      </>
    ),
  },
];

function Meter({ label, unit, of }: { label: string; unit: string; of: CoverageCount }) {
  return (
    <Space size="large" align="center">
      <Progress aria-label={`已覆盖的${label}`} type="circle" size={90} percent={of.total === 0 ? 0 : shareCovered(of)} {...(of.total === 0 ? { format: () => '没有' } : {})} />
      <div>
        <strong>{label}</strong>
        <div>{of.total === 0 ? '名单上没有' : <>{of.total} {unit}中 {of.covered} {unit}已覆盖，还有 <strong>{of.total - of.covered}</strong> {unit}</>}</div>
        <div className="muted">{of.total > 0 && (of.kinds.map((one) => `${coverageWords[one.kind]} ${one.count}`).join('，') || '还没有查过')}</div>
      </div>
    </Space>
  );
}

function Lists({ since }: { since: string }) {
  const [shown, setShown] = useState<Shown>('open');
  const institutions = usePages(['campaign-institutions', since, shown], (from) => campaignInstitutions(since, shown, from));
  const projects = usePages(['campaign-projects', since, shown], (from) => campaignProjects(since, shown, from));
  const earlier = usePages(['campaign-earlier-reports', since, shown], (from) => earlierReports(since, shown, from));
  return (
    <>
      <Segmented<Shown>
        value={shown}
        onChange={setShown}
        style={{ margin: '16px 0 8px' }}
        options={[
          { value: 'open', label: '未覆盖' },
          { value: 'covered', label: '已覆盖' },
          { value: 'all', label: '全部' },
        ]}
      />
      <h3>本地登记的机构</h3>
      <Rows label="专项的机构" columns={institutionColumns} rows={institutions.rows} rowKey={(row) => row.institution} pending={institutions.isPending} empty={institutions.error ? '没有读到机构，请刷新。' : '没有这样的机构。'} least={700} />
      <More list={institutions} label="更多机构" />
      <h3>法定项目</h3>
      <Rows label="专项的法定项目" columns={projectColumns} rows={projects.rows} rowKey={(row) => row.project} pending={projects.isPending} empty={projects.error ? '没有读到项目，请刷新。' : '没有这样的项目。'} least={1000} />
      <More list={projects} label="更多项目" />
      <div className="card-head">
        <h3>平台上线以前的报告</h3>
        <EarlierReportsForm />
      </div>
      <Rows label="以前的报告" columns={earlierColumns} rows={earlier.rows} rowKey={(row) => row.id} pending={earlier.isPending} empty={earlier.error ? '没有读到报告，请刷新。' : '没有这样的报告。'} least={900} />
      <More list={earlier} label="更多报告" />
    </>
  );
}

function Head({ campaign, onSince }: { campaign: Campaign; onSince: (since: string) => void }) {
  return (
    <>
      <p className="muted">
        {campaign.since} 至 {campaign.to}：在本地登记的全部机构，{campaign.since} 以来在本地的全部法定项目。平台上线以前的只作为名单上的一行，那时留下的痕迹不全，不作为问题。
        {campaign.citation && <Why citation={campaign.citation} />}
      </p>
      <Space wrap size="large" align="center">
        <Meter label="机构" unit="家" of={campaign.institutions} />
        <Meter label="法定项目" unit="个" of={campaign.projects} />
        {campaign.earlier.total > 0 && <Meter label="以前的报告" unit="份" of={campaign.earlier} />}
        <label className="asked">
          项目从哪天起
          <DatePicker value={dayjs(campaign.since)} allowClear={false} maxDate={beijingNow()} onChange={(chosen) => chosen && onSince(day(chosen))} />
        </label>
      </Space>
    </>
  );
}

export function CampaignCoverage() {
  const [since, setSince] = useState<string>();
  const found = useQuery({ queryKey: ['campaign-coverage', since], queryFn: () => campaignOf(since) });
  if (!found.data) return found.error ? <p className="muted">没有读到，请刷新。</p> : <Spin />;
  return (
    <>
      <Head campaign={found.data} onSince={setSince} />
      <Lists since={found.data.since} />
    </>
  );
}
