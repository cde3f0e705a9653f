// SPDX-License-Identifier: Apache-2.0
// What this person can do with this project now; the next step stands first and is coloured.
import { Button, Space } from 'antd';
import type { ReactNode } from 'react';
import type { Project } from '../api/client';
import { RecordsMenu } from '../parts/records-menu';
import { isBureau, isInstitution, maySpotCheck, useSession } from '../parts/session';
import { ContractForm } from './contract';
import { EvidenceForm } from './evidence';
import { ProjectHold } from './finding-hold';
import { NoticeForm } from './notice';
import { ReportForm } from './report';
import { leads, reportActs } from './report-acts';
import { SpotCheckForm } from './spot-check';
import { SurveyForm } from './survey';
import { TeamForm } from './team';

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
      <ReportForm key="report" project={project} next={surveyed && (reports[0] === undefined || reports[0].withdrawn !== undefined)} />,
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
      {maySpotCheck(session) && project.stage !== 'archived' && <SpotCheckForm project={project} />}
      {project.reports[0]?.number !== undefined && (
        <a href={`/api/v1/projects/${project.id}/archive-file`} download>
          <Button>下载档案</Button>
        </a>
      )}
      {isBureau(session) && project.stage !== 'archived' && <ProjectHold project={project.id} />}
      <RecordsMenu project={project} />
      <Button onClick={() => window.print()}>打印</Button>
    </Space>
  );
}
