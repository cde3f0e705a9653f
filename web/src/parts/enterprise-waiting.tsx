// SPDX-License-Identifier: Apache-2.0
// At the top of a project, for the enterprise it is for: what it is asked for, each with the form to do it.
import type { ReactNode } from 'react';
import type { Project } from '../api/client';
import type { Site } from '../api/site';
import { AnswersForm } from '../forms/measure-answers';
import { ReportConfirmationForm } from '../forms/report-confirmation';
import { SiteConfirmationForm } from '../forms/site-confirmation';
import { isParty, useSession } from './session';
import { useSite } from './use-site';

type Asked = Site['asked'][number];

function Line({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="card-head" style={{ margin: '8px 0 0' }}>
      <span>{text}</span>
      {children}
    </div>
  );
}

const forms: Record<Asked['kind'], (project: Project, site: Site) => ReactNode> = {
  confirm_site: (project) => <SiteConfirmationForm project={project} next />,
  answer_measures: (project, site) => <AnswersForm project={project} measures={site.measures.filter((one) => !one.settled)} next />,
  confirm_report: (project) => <ReportConfirmationForm project={project} next />,
};

function AllAsked({ project }: { project: Project }) {
  const site = useSite(project.id).data;
  if (!site || site.asked.length === 0) return null;
  return (
    <section className="panel attention no-print" aria-label="等您办理">
      <h2>等您办理</h2>
      {site.asked.map(({ kind, text }) => (
        <Line key={kind} text={`${text}。`}>
          {forms[kind](project, site)}
        </Line>
      ))}
    </section>
  );
}

export function EnterpriseWaiting({ project }: { project: Project }) {
  return isParty(useSession().data, project) ? <AllAsked project={project} /> : null;
}
