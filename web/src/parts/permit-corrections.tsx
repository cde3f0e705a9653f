// SPDX-License-Identifier: Apache-2.0
// What institutions were asked to correct, by when, what they answered. The applicant reads the same.
import { Descriptions, Tag } from 'antd';
import type { Application, Correction } from '../api/permit';
import { AnswerForm, CloseForm } from '../forms/permit-correction';
import { overdue } from '../permit-words';
import { beijingToday } from '../registry-words';
import { time } from '../words';
import { isEnterprise, mayAnswerCorrections, mayHandleApplications, useSession } from './session';
import { Why } from './why';

function State({ correction }: { correction: Correction }) {
  if (correction.closed !== undefined) return <Tag color="green">补正完成</Tag>;
  return (
    <>
      {overdue(correction, beijingToday()) && <Tag color="red">逾期未完成</Tag>}
      {correction.answer ? <Tag color="blue">已答复，待核对</Tag> : <Tag color="orange">待机构补正</Tag>}
    </>
  );
}

function Due({ correction: { due } }: { correction: Correction }) {
  if (!due) return <span className="muted">没有期限</span>;
  return (
    <div>
      {due.due}
      <Why citation={due.citation} facts={due.facts} count={due.count} calendar={due.calendar} />
    </div>
  );
}

function Acts({ view, correction }: { view: Application; correction: Correction }) {
  const session = useSession().data;
  if (view.decision || correction.closed !== undefined) return null;
  const { id } = view.summary;
  const mine = (one: Correction) => one.institution === session?.unit;
  // The one a to-do leads to.
  const first = (waits: (one: Correction) => boolean) => view.corrections.find((one) => one.closed === undefined && waits(one)) === correction;
  if (mayHandleApplications(session))
    return <CloseForm application={id} correction={correction} first={first((one) => one.answer !== undefined)} />;
  if (mayAnswerCorrections(session) && mine(correction))
    return <AnswerForm application={id} correction={correction} first={first((one) => one.answer === undefined && mine(one))} />;
  return null;
}

function Asked({ view, correction }: { view: Application; correction: Correction }) {
  const project = view.reports.find((one) => one.project === correction.project)?.project_title;
  return (
    <section>
      <div className="card-head">
        <h3>
          第 {correction.number} 份　<State correction={correction} />
        </h3>
        <Acts key={`${correction.answer}`} view={view} correction={correction} />
      </div>
      <Descriptions
        column={1}
        size="small"
        bordered
        styles={{ label: { width: 96 } }}
        items={[
          { key: 'i', label: '机构', children: correction.institution_name },
          { key: 'p', label: '报告', children: project },
          {
            key: 't',
            label: '须补正',
            children: (
              <ol className="plain">
                {correction.items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ol>
            ),
          },
          { key: 'f', label: '发出', children: time(correction.demanded_at) },
          { key: 'd', label: '期限', children: <Due correction={correction} /> },
          { key: 'a', label: '机构答复', children: <span className="typed">{correction.answer ?? '还没有答复'}</span> },
          ...(correction.closed !== undefined ? [{ key: 'c', label: '核对情况', children: <span className="typed">{correction.closed}</span> }] : []),
        ]}
      />
    </section>
  );
}

export function CorrectionsPart({ view }: { view: Application }) {
  const applicant = isEnterprise(useSession().data);
  return (
    <div className="panel">
      <h2>补正通知</h2>
      {view.corrections.length === 0 && <p className="muted">没有补正通知。</p>}
      {view.corrections.length > 0 && applicant && <p className="muted">发给机构的补正通知，抄送您知悉；您不需要办理。</p>}
      {view.corrections.map((one) => (
        <Asked key={one.number} view={view} correction={one} />
      ))}
    </div>
  );
}
