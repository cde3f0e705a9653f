// SPDX-License-Identifier: Apache-2.0
// At the top of a project, for the enterprise it is for: what it is asked for, each with the form to do it.
import type { ReactNode } from 'react';
import type { Project } from '../api/client';
import { AnswersForm } from '../forms/measure-answers';
import { ReportConfirmationForm } from '../forms/report-confirmation';
import { SiteConfirmationForm } from '../forms/site-confirmation';
import { isParty, useSession } from './session';
import { useSite } from './use-site';
import { waitingOf, waitingWords } from './waiting';

function Line({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="card-head" style={{ margin: '8px 0 0' }}>
      <span>{text}</span>
      {children}
    </div>
  );
}

function Asked({ project }: { project: Project }) {
  const site = useSite(project.id).data;
  if (!site) return null;
  const waiting = waitingOf(project, site);
  if (waitingWords(waiting).length === 0) return null;
  return (
    <section className="panel attention no-print" aria-label="等您办理">
      <h2>等您办理</h2>
      {waiting.site && (
        <Line text="机构已勘验现场：请确认到场人员和所提供的资料。">
          <SiteConfirmationForm project={project} next />
        </Line>
      )}
      {waiting.measures > 0 && (
        <Line text={`有 ${waiting.measures} 条措施建议没有答复：采纳与否、完成情况。`}>
          <AnswersForm project={project} measures={site.measures.filter((one) => !one.settled)} next />
        </Line>
      )}
      {waiting.report && (
        <Line text={`报告第 ${project.reports[0]!.edition} 版已提交：请核对与项目是否一致。`}>
          <ReportConfirmationForm project={project} next />
        </Line>
      )}
    </section>
  );
}

export function EnterpriseWaiting({ project }: { project: Project }) {
  return isParty(useSession().data, project) ? <Asked project={project} /> : null;
}
