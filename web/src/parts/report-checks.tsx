// SPDX-License-Identifier: Apache-2.0
// What the enterprise said of each edition of the report.
import { Tag } from 'antd';
import type { Project } from '../api/client';
import type { ReportConfirmation } from '../api/site';
import { ReportConfirmationForm } from '../forms/report-confirmation';
import { time } from '../words';
import { type Column, Rows } from './rows';
import { isParty, useSession } from './session';
import { useSite } from './use-site';

function columnsFor({ reports }: Project): Column<ReportConfirmation>[] {
  const edition = (report: string) => reports.find((one) => one.id === report)?.edition;
  return [
    { title: '时间', width: 130, render: (row) => time(row.recorded_at) },
    { title: '报告', width: 80, render: (row) => `第 ${edition(row.report) ?? '—'} 版` },
    { title: '核对结果', width: 130, render: (row) => <Tag color={row.matches ? 'green' : 'red'}>{row.matches ? '与项目一致' : '与项目不一致'}</Tag> },
    { title: '说明', render: (row) => row.note },
  ];
}

export function ReportChecks({ project }: { project: Project }) {
  const session = useSession().data;
  const site = useSite(project.id);
  if (project.reports.length === 0) return null;
  return (
    <>
      <div className="card-head">
        <h3>企业核对</h3>
        {isParty(session, project) && (
          <div className="no-print">
            <ReportConfirmationForm project={project} />
          </div>
        )}
      </div>
      <Rows
        label="企业核对"
        columns={columnsFor(project)}
        rows={site.data?.report_confirmations ?? []}
        rowKey={(row) => String(row.entry)}
        pending={site.isPending}
        empty={site.error ? '没有读到企业核对，请刷新。' : '企业还没有核对报告。'}
        least={500}
      />
    </>
  );
}
