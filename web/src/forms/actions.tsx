// SPDX-License-Identifier: Apache-2.0
// What this person can do with this project now; the next step stands first and is coloured.
import { Button, Popconfirm, Space } from 'antd';
import type { ReactNode } from 'react';
import { api, type Project } from '../api/client';
import { useChange } from '../parts/change';
import { isInstitution, useSession } from '../parts/session';
import { ContractForm } from './contract';
import { EvidenceForm } from './evidence';
import { NoticeForm } from './notice';
import { ReportForm } from './report';
import { ReviewForm } from './review';
import { SurveyForm } from './survey';
import { TeamForm } from './team';

const steps: Record<string, string> = {
  internal_reviewer: 'internal_review',
  technical_lead: 'technical_lead',
  process_lead: 'process_lead',
};

const leads = (role: string) => role === 'institution_admin' || role === 'project_leader';

function Publish({ project }: { project: Project }) {
  const report = project.reports[0]!;
  const change = useChange('报告已公开', async () =>
    (
      await api.POST('/api/v1/projects/{id}/publication', {
        params: { path: { id: project.id } },
        body: { report_sm3: report.file.blob.sm3 },
      })
    ).data!,
  );
  return (
    <Popconfirm
      title="公开这份报告？"
      description="公开编号与文件字节绑定，任何人都可以在公开查询页面查验。"
      okText="公开"
      onConfirm={() => change.mutate(undefined)}
    >
      <Button type="primary" loading={change.isPending}>
        公开报告
      </Button>
    </Popconfirm>
  );
}

function Archive({ project }: { project: Project }) {
  const change = useChange('项目已归档', async () =>
    (await api.POST('/api/v1/projects/{id}/archive', { params: { path: { id: project.id } } })).data!,
  );
  return (
    <Popconfirm title="归档这个项目？" okText="归档" onConfirm={() => change.mutate(undefined)}>
      <Button type="primary" loading={change.isPending}>
        归档
      </Button>
    </Popconfirm>
  );
}

// What the reviewers and whoever publishes do with the report.
function reportActs(project: Project, role: string): ReactNode[] {
  const report = project.reports[0];
  const step = steps[role];
  const reviewed = report?.reviews.some((review) => review.step === 'process_lead') ?? false;
  const published = report?.number !== undefined;
  const out: ReactNode[] = [];
  if (step && report && !report.reviews.some((review) => review.step === step))
    out.push(<ReviewForm key="review" project={project} step={step as never} />);
  if (reviewed && !published && (role === 'institution_admin' || role === 'process_lead'))
    out.push(<Publish key="publish" project={project} />);
  if (published && project.stage !== 'archived' && leads(role)) out.push(<Archive key="archive" project={project} />);
  return out;
}

// Notice, team, survey, report: the first that is not there yet is the next.
function workActs(project: Project, role: string): ReactNode[] {
  const { notices, surveys, reports, team } = project;
  const noticed = notices.length > 0;
  const surveyed = surveys.length > 0;
  const out: ReactNode[] = [];
  if (leads(role) && !project.contract) out.push(<ContractForm key="contract" project={project} next />);
  if (leads(role)) out.push(<NoticeForm key="notice" project={project} next={!noticed} />);
  if (leads(role) && project.stage !== 'archived')
    out.push(<TeamForm key={`team ${team?.edition ?? 0}`} project={project} next={!team && noticed && !surveyed && project.contract !== undefined} />);
  if (role === 'project_leader' || role === 'assessor')
    out.push(
      <SurveyForm key="survey" project={project} next={team !== undefined && noticed && !surveyed} />,
      <ReportForm key="report" project={project} next={surveyed && reports.length === 0} />,
    );
  out.push(<EvidenceForm key="evidence" project={project} />);
  return out;
}

export function ProjectActions({ project }: { project: Project }) {
  const session = useSession().data;
  const own = isInstitution(session) && project.institution === session?.unit;
  const role = session?.role ?? '';
  return (
    <Space wrap className="no-print">
      {own && reportActs(project, role)}
      {own && workActs(project, role)}
      {project.reports[0]?.number !== undefined && (
        <a href={`/api/v1/projects/${project.id}/archive-file`} download>
          <Button>下载档案</Button>
        </a>
      )}
      <Button onClick={() => window.print()}>打印</Button>
    </Space>
  );
}
