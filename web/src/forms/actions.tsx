// SPDX-License-Identifier: Apache-2.0
// What this person can do with this project now; the next step stands first and is coloured.
import { Button, Popconfirm, Space } from 'antd';
import { api, type Project } from '../api/client';
import { useChange } from '../parts/change';
import { isInstitution, mayFormTeam, useSession } from '../parts/session';
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

export function ProjectActions({ project }: { project: Project }) {
  const session = useSession();
  const role = session.data?.role ?? '';
  const archived = project.stage === 'archived';
  const report = project.reports[0];
  const reviewed = report?.reviews.some((review) => review.step === 'process_lead') ?? false;
  const published = report?.number !== undefined;
  const leads = role === 'institution_admin' || role === 'project_leader';
  const buttons: React.ReactNode[] = [];
  if (isInstitution(session.data) && project.institution === session.data?.unit) {
    const step = steps[role];
    if (step && report && !report.reviews.some((review) => review.step === step))
      buttons.push(<ReviewForm key="review" project={project} step={step as never} />);
    if (reviewed && !published && (role === 'institution_admin' || role === 'process_lead'))
      buttons.push(<Publish key="publish" project={project} />);
    if (published && !archived && leads) buttons.push(<Archive key="archive" project={project} />);
    if (mayFormTeam(session.data) && !archived)
      buttons.push(<TeamForm key={`team ${project.team?.edition ?? 0}`} project={project} next={!project.team && project.notices.length > 0} />);
    if (leads) buttons.push(<NoticeForm key="notice" project={project} next={project.notices.length === 0} />);
    if (role === 'project_leader' || role === 'assessor')
      buttons.push(
        <SurveyForm key="survey" project={project} next={project.notices.length > 0 && project.surveys.length === 0} />,
        <ReportForm key="report" project={project} next={project.surveys.length > 0 && !report} />,
      );
    buttons.push(<EvidenceForm key="evidence" project={project} />);
  }
  if (published)
    buttons.push(
      <a key="file" href={`/api/v1/projects/${project.id}/archive-file`} download>
        <Button>下载档案</Button>
      </a>,
    );
  return (
    <Space wrap className="no-print">
      {buttons}
      <Button onClick={() => window.print()}>打印</Button>
    </Space>
  );
}
