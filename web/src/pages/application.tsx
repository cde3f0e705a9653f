// SPDX-License-Identifier: Apache-2.0
// An application for a permit: what comes next, the limit, the reports it rests on, corrections, the decision.
import { useParams } from '@tanstack/react-router';
import { Button, Result, Space, Spin } from 'antd';
import { Problem, type Session } from '../api/client';
import type { Application } from '../api/permit';
import { AcceptForm, AgendaForm, LinkForm } from '../forms/permit-acts';
import { DecisionForm } from '../forms/permit-decision';
import { CirculationCard } from '../parts/circulation';
import { CorrectionsPart } from '../parts/permit-corrections';
import { DecisionPart, EscalatedBanner, HeldBanner, Standing } from '../parts/permit-parts';
import { useApplication, useTimeline } from '../parts/permit-query';
import { ReportsPart } from '../parts/permit-reports';
import { DishonestyNotice } from '../parts/serious-dishonesty';
import { mayDecideApplications, mayHandleApplications, useSession } from '../parts/session';
import { Timeline } from '../parts/timeline';
import { offTheAgenda } from '../permit-words';

function Acts({ view, session }: { view: Application; session: Session | undefined }) {
  const next = view.next.act;
  const open = !view.decision;
  const handles = open && mayHandleApplications(session);
  return (
    <Space wrap className="no-print">
      {handles && !view.accepted_on && <AcceptForm view={view} next={next === 'accept'} />}
      {handles && !offTheAgenda(view) && <AgendaForm key={view.summary.meeting_on} view={view} next={next === 'agenda'} />}
      {open && mayDecideApplications(session) && <DecisionForm view={view} next={next === 'decide'} />}
      {handles && <LinkForm view={view} next={next === 'link'} />}
      <Button onClick={() => window.print()}>打印</Button>
    </Space>
  );
}

export function ApplicationPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const session = useSession().data;
  const application = useApplication(id);
  const timeline = useTimeline(id);
  if (application.isPending) return <Spin />;
  if (!application.data) {
    const hidden = application.error instanceof Problem && application.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有这件许可申请，或您不能查看' : '没有读到许可申请，请刷新'} />;
  }
  const view = application.data;
  return (
    <>
      <div className="headline">
        <div>
          <h1>{view.summary.title}</h1>
          <p>
            {view.summary.id}　{view.summary.enterprise_name}　受理机关：{view.summary.bureau_name}
          </p>
        </div>
        <Acts view={view} session={session} />
      </div>
      <EscalatedBanner view={view} />
      <HeldBanner view={view} />
      <div className="two">
        <div>
          <Standing view={view} />
          <DecisionPart view={view} />
          <CirculationCard matters={[{ kind: 'application', id }]} />
          <DishonestyNotice institutions={[...new Set(view.reports.map((one) => one.institution))]} place="licensing" />
          <ReportsPart view={view} />
          <CorrectionsPart view={view} />
        </div>
        <div className="panel">
          <h2>时间线</h2>
          {timeline.error && <p className="muted">没有读到时间线，请刷新。</p>}
          <Timeline items={timeline.data ?? []} />
        </div>
      </div>
    </>
  );
}
