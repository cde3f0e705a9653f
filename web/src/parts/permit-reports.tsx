// SPDX-License-Identifier: Apache-2.0
// The reports an application rests on: whose, what is missing of them today, what the desk found.
import { Link } from '@tanstack/react-router';
import { Descriptions, Space, Tag } from 'antd';
import type { Application, ReportUsed } from '../api/permit';
import { DemandForm, ReportReviewForm } from '../forms/permit-report';
import { reviewWords, toDemand, wanting } from '../permit-words';
import { flagText } from '../words';
import { isBureau, isInstitution, mayHandleApplications, useSession } from './session';
import { Why } from './why';

// Led on only where it will be shown: an institution reads its own projects.
function ProjectName({ report }: { report: ReportUsed }) {
  const session = useSession().data;
  if (isInstitution(session) && report.institution !== session?.unit) return <>{report.project_title}</>;
  return (
    <Link to="/projects/$id" params={{ id: report.project }}>
      {report.project_title}
    </Link>
  );
}

function InstitutionName({ report }: { report: ReportUsed }) {
  if (!isBureau(useSession().data)) return <>{report.institution_name}</>;
  return (
    <Link to="/institutions/$id" params={{ id: report.institution }}>
      {report.institution_name}
    </Link>
  );
}

function Missing({ report }: { report: ReportUsed }) {
  const flags = wanting(report);
  if (flags.length === 0) return <>没有</>;
  return (
    <ul className="plain">
      {flags.map((flag) => (
        <li key={flag.watch}>
          {flagText(flag.severity, flag.text)}
          <Why citation={flag.citation} facts={flag.facts} clears={flag.clears} />
        </li>
      ))}
    </ul>
  );
}

function Reviewed({ report }: { report: ReportUsed }) {
  if (!report.result) return <span className="muted">未审核</span>;
  const { label, color } = reviewWords[report.result];
  return (
    <div>
      <Tag color={color}>{label}</Tag>
      <div className="typed">{report.opinion}</div>
    </div>
  );
}

function Acts({ view, report }: { view: Application; report: ReportUsed }) {
  const next = view.next.act;
  const { id } = view.summary;
  return (
    <Space wrap className="no-print">
      <ReportReviewForm application={id} report={report} next={next === 'review' && !report.result} />
      <DemandForm application={id} report={report} next={next === 'demand' && toDemand(report, view.corrections)} />
    </Space>
  );
}

function Report({ view, report }: { view: Application; report: ReportUsed }) {
  const handles = mayHandleApplications(useSession().data) && !view.decision;
  return (
    <section>
      <div className="card-head">
        <h3>
          <ProjectName report={report} />
        </h3>
        {handles && <Acts key={`${report.result} ${report.missing.length}`} view={view} report={report} />}
      </div>
      <Descriptions
        column={1}
        size="small"
        bordered
        styles={{ label: { width: 96 } }}
        items={[
          { key: 'i', label: '机构', children: <InstitutionName report={report} /> },
          {
            key: 'n',
            label: '公开编号',
            children: report.number ? (
              <a href={`/reports?q=${report.number}`} target="_blank" rel="noreferrer">
                {report.number}
              </a>
            ) : (
              <span className="muted">报告没有公开</span>
            ),
          },
          { key: 'm', label: '尚存问题', children: <Missing report={report} /> },
          { key: 'r', label: '审核', children: <Reviewed report={report} /> },
        ]}
      />
    </section>
  );
}

export function ReportsPart({ view }: { view: Application }) {
  return (
    <div className="panel">
      <h2>所依据的报告</h2>
      {view.reports.length === 0 && <p className="muted">还没有关联报告。</p>}
      {view.reports.map((report) => (
        <Report key={report.project} view={view} report={report} />
      ))}
    </div>
  );
}
