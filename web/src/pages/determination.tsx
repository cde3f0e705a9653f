// SPDX-License-Identifier: Apache-2.0
// One determination: element by element, what the experts and the institution say, what is missing, the conclusion.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Descriptions, Result, Space, Spin, Tag } from 'antd';
import { Problem } from '../api/client';
import { type Determination, determinationOf, type Reference } from '../api/determination';
import { faultWords, partWords, stageWords, stanceWords } from '../determination-words';
import { AnnulForm, AnswerDeterminationForm, DecideForm, JudgeForm, OpinionForm, TellButton } from '../forms/determination-acts';
import { LedgerEntry, ScreeningLink } from '../parts/findings';
import { OpenCase } from '../parts/open-case';
import { isInstitution, mayAnswerFindings, mayDecideDeterminations, mayHoldDraws, useSession } from '../parts/session';
import { Why } from '../parts/why';
import { time } from '../words';

const isOver = ({ summary: { stage } }: Determination) => stage !== 'open' && stage !== 'told';

function ReferenceLine({ one }: { one: Reference }) {
  const words = `${one.kind}：${one.text}`;
  if (one.kind === '线索' && one.id)
    return (
      <Link to="/findings/$id" params={{ id: one.id }}>
        {words}（{one.id}）
      </Link>
    );
  return <>{words}{one.id && `（${one.id}）`}</>;
}

function Acts({ of }: { of: Determination }) {
  const session = useSession().data;
  const own = session?.unit === of.summary.bureau;
  const heard = isInstitution(session) && session?.unit === of.summary.institution && mayAnswerFindings(session);
  if (of.summary.stage === 'established' && own)
    return (
      <Space wrap className="no-print">
        {mayDecideDeterminations(session) && <AnnulForm of={of} />}
        <OpenCase source="determination" id={of.summary.id} institution={of.summary.institution} project={of.project} text={`认定${faultWords[of.summary.fault]}：${of.summary.situation_name}`} />
      </Space>
    );
  if (isOver(of)) return null;
  return (
    <Space wrap className="no-print">
      {own && mayHoldDraws(session) && <OpinionForm of={of} />}
      {own && mayHoldDraws(session) && <TellButton of={of} />}
      {own && mayDecideDeterminations(session) && <DecideForm of={of} />}
      {heard && <AnswerDeterminationForm of={of} />}
    </Space>
  );
}

function Elements({ of }: { of: Determination }) {
  const session = useSession().data;
  const judges = session?.unit === of.summary.bureau && mayHoldDraws(session) && !isOver(of);
  return (
    <div className="panel">
      <h2>要件</h2>
      {of.elements.map((view) => (
        <section key={view.element.code} className="element">
          <h3>
            <Tag>{partWords[view.element.part]}</Tag>
            {view.element.name}
          </h3>
          {view.holds ? (
            <>
              <p>
                <Tag color={view.holds === 'yes' ? 'red' : 'green'}>{view.holds === 'yes' ? '成立' : '不成立'}</Tag>
                {view.facts}
              </p>
              {view.evidence.map((one, at) => (
                <div key={at}>
                  <ReferenceLine one={one} />
                </div>
              ))}
              <div className="muted">{view.by}</div>
            </>
          ) : (
            <p className="muted">还没有判断。</p>
          )}
          {judges && <JudgeForm of={of} element={view} />}
        </section>
      ))}
    </div>
  );
}

function Voices({ of }: { of: Determination }) {
  return (
    <>
      {of.opinions.length > 0 && (
        <div className="panel">
          <h2>专家意见</h2>
          {of.opinions.map((one, at) => (
            <div key={at}>
              <Tag color={stanceWords[one.stance].color}>{stanceWords[one.stance].label}</Tag>
              {one.expert_name}　<span className="muted">{one.given_on}</span>
              <blockquote className="typed">{one.text}</blockquote>
            </div>
          ))}
        </div>
      )}
      {of.told_at && (
        <div className="panel">
          <h2>机构的说明</h2>
          <p className="muted">
            {time(of.told_at)} 告知机构
            {of.answer_due && <>，说明的时间到 {of.answer_due.due} 为止<Why citation={of.answer_due.citation} count={of.answer_due.count} /></>}
          </p>
          {of.answers.map((one) => (
            <div key={one.at}>
              <div className="muted">{time(one.at)}</div>
              <blockquote className="typed">{one.text}</blockquote>
            </div>
          ))}
          {of.answers.length === 0 && <p>还没有说明。</p>}
        </div>
      )}
    </>
  );
}

function Conclusion({ of }: { of: Determination }) {
  const session = useSession().data;
  if (of.reasons)
    return (
      <Alert
        type={of.summary.stage === 'established' ? 'error' : 'success'}
        showIcon
        title={`${stageWords[of.summary.stage].label}：${faultWords[of.summary.fault]}`}
        description={
          <>
            {of.reasons}
            {of.decided_at && <div className="muted">{time(of.decided_at)}</div>}
            {of.annulled && <div>撤销的理由：{of.annulled}</div>}
          </>
        }
        style={{ marginBottom: 16 }}
      />
    );
  if (isInstitution(session) || of.in_the_way.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      title="认定成立之前还差"
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {of.in_the_way.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      }
      style={{ marginBottom: 16 }}
    />
  );
}

export function DeterminationPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery({ queryKey: ['determination', id], queryFn: () => determinationOf(id) });
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const hidden = found.error instanceof Problem && found.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有这件报告认定，或您不能查看' : '没有读到，请刷新'} />;
  }
  const of = found.data;
  const { summary } = of;
  return (
    <>
      <div className="headline">
        <div>
          <h1>认定{faultWords[summary.fault]}：{summary.title}</h1>
          <p>
            <Tag color={stageWords[summary.stage].color}>{stageWords[summary.stage].label}</Tag>
            {summary.id}　{summary.institution_name}
          </p>
        </div>
        <Acts of={of} />
      </div>
      <Conclusion of={of} />
      <div className="panel">
        <Descriptions
          size="small"
          bordered
          column={1}
          styles={{ label: { width: 140 } }}
          items={[
            { key: 's', label: '情形', children: <>{summary.situation_name}<Why citation={of.citation} /></> },
            { key: 'w', label: '为什么是这一种', children: of.why },
            { key: 'r', label: '报告', children: <><ScreeningLink report={summary.report}>{summary.title}</ScreeningLink>　{summary.enterprise_name}</> },
            { key: 'p', label: '项目', children: <Link to="/projects/$id" params={{ id: of.project }}>{of.project}</Link> },
            { key: 'c', label: '由何而来', children: of.clues.length ? of.clues.map((one, at) => <div key={at}><ReferenceLine one={one} /></div>) : '没有写明' },
            { key: 'b', label: '部门', children: <>{summary.bureau_name}　{time(summary.opened_at)}　<LedgerEntry entry={summary.entry} /></> },
          ]}
        />
      </div>
      <Elements of={of} />
      <Voices of={of} />
    </>
  );
}
