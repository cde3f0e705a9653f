// SPDX-License-Identifier: Apache-2.0
// What the reviewers want answered of one edition, with the answers.
import { Tag } from 'antd';
import type { Project } from '../api/client';
import { OpinionAnswersForm } from '../forms/opinion-answers';
import { stepWords, time } from '../words';
import { type Column, Rows } from './rows';
import { surveysFor, useSession } from './session';

type Report = Project['reports'][number];
type Opinion = Report['opinions'][number];

const columns: Column<Opinion>[] = [
  { title: '序号', width: 60, render: (row) => row.number },
  {
    title: '提出',
    width: 160,
    render: (row) => (
      <>
        {stepWords[row.step] ?? '审核'}
        <div className="muted">{time(row.given_at)}</div>
      </>
    ),
  },
  { title: '意见', render: (row) => <span className="typed">{row.text}</span> },
  { title: '答复', render: (row) => (row.answer === undefined ? <Tag color="orange">待答复</Tag> : <span className="typed">{row.answer}</span>) },
];

export function Opinions({ project, report: { edition, opinions } }: { project: Project; report: Report }) {
  const session = useSession().data;
  if (opinions.length === 0) return null;
  const open = opinions.filter((one) => one.answer === undefined);
  return (
    <>
      <div className="card-head">
        <h3>审核意见</h3>
        {open.length > 0 && surveysFor(session, project) && (
          <div className="no-print">
            <OpinionAnswersForm project={project} opinions={open} />
          </div>
        )}
      </div>
      <Rows label={`第 ${edition} 版的审核意见`} columns={columns} rows={opinions} rowKey={(row) => String(row.number)} empty="没有意见。" least={600} />
    </>
  );
}
