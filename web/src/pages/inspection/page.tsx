// SPDX-License-Identifier: Apache-2.0
// One inspection, for the bureau and for who is inspected.
import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Alert, Descriptions, Result, Space, Spin, Tag } from 'antd';
import { Problem } from '../../api/client';
import { type Inspection, inspectionOf } from '../../api/inspection';
import { Acknowledge, Approve, Begin, CallOff, Close, FoundProblem, Refusal, SignAsMyself, SignedOnPaper, State, WithdrawProblem } from '../../forms/inspection-acts';
import { OrderForm } from '../../forms/order';
import { checkedName, coverageWords, daysWords, nextOf, originWords, settingWords, signWords, stageWords, subjectWords, warningWords } from '../../inspection-words';
import { DocumentLinks } from '../../parts/document-links';
import { Acts } from '../../parts/inspection-history';
import { Exhibits } from '../../parts/exhibits';
import { OpenCase } from '../../parts/open-case';
import { type Column, Rows } from '../../parts/rows';
import { isBureau, mayAnswerInspections, mayApproveInspections, mayInspect, useSession } from '../../parts/session';
import { UnsentCards } from '../../parts/unsent/cards';
import { useUnsentOf } from '../../parts/unsent/use-unsent';
import { Why } from '../../parts/why';
import { time } from '../../words';
import { Checklist } from './checklist';

type Found = Inspection['problems'][number];
type Officer = Inspection['officers'][number];

// A draw can be looked at; other references are the bureau's own numbers.
function Because({ origin: { kind, reference, note } }: { origin: NonNullable<Inspection['origin']> }) {
  return (
    <>
      {originWords[kind]}
      {reference && '　'}
      {reference && (kind === 'draw' ? <Link to={reference.startsWith('SW-') ? '/outside-draws/$id' : '/draws/$id'} params={{ id: reference }}>{reference}</Link> : reference)}
      {note && `　${note}`}
    </>
  );
}

function Facts({ of }: { of: Inspection }) {
  const { summary, origin } = of;
  const row = (key: string, label: string, children: React.ReactNode) => (children ? [{ key, label, children }] : []);
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'w', label: '被检查单位', children: checkedName(summary) },
        { key: 'b', label: '部门', children: summary.bureau_name },
        ...row('p', '项目', of.project && <Link to="/projects/$id" params={{ id: of.project }}>{of.project_title ?? of.project}</Link>),
        { key: 'k', label: '方式', children: `${coverageWords[summary.coverage]}${of.joint_with ? `（${of.joint_with}）` : ''}，${summary.announced ? '预先通知' : '不预先通知'}` },
        ...row('u', '不预先通知的理由', of.unannounced_reason),
        { key: 's', label: '内容', children: `${settingWords[summary.setting]}：${of.subjects.map((one) => subjectWords[one]).join('、')}` },
        ...row('o', '为什么检查', origin && <Because origin={origin} />),
        { key: 'd', label: summary.begun_on ? '检查日期' : '计划日期', children: summary.begun_on ?? daysWords(summary.planned_from, summary.planned_until) },
        { key: 'l', label: '地点', children: of.place },
        ...row('e', '协助的专家', of.experts.map((one) => one.name).join('、')),
        ...row('pb', '拟定', of.planned_by),
        ...row('ab', '批准', of.approved_by && `${of.approved_by}${of.opinion ? `：${of.opinion}` : ''}`),
        ...row('ur', '紧急先行的理由', of.urgent_reason),
        ...row('c', '结论', of.conclusion),
      ]}
    />
  );
}

const officerColumns: Column<Officer>[] = [
  { title: '姓名', width: 140, render: (row) => row.name },
  {
    title: '执法证',
    render: (row) => (
      <>
        {row.certificate} <span className="muted">有效期至 {row.valid_until}</span> {!row.valid && <Tag color="red">当日无效</Tag>}
      </>
    ),
  },
  { title: '签字', width: 130, render: (row) => (row.signed_by ? <Tag color="green">{row.signed_by === 'account' ? '已签字' : signWords[row.signed_by]}</Tag> : <span className="muted">未签字</span>) },
];

function Officers({ of }: { of: Inspection }) {
  return (
    <section className="panel" aria-label="执法人员">
      <h2>
        执法人员 {of.rule.clause && <Why citation={of.rule} />}
      </h2>
      <Rows label="执法人员" columns={officerColumns} rows={of.officers} rowKey={(row) => row.officer} empty="还没有安排执法人员。" least={480} />
      {of.warnings.map((one) => (
        <p key={`${one.kind}${one.officer ?? ''}`} className="late">
          {warningWords[one.kind]}
          {one.officer && `：${of.officers.find((officer) => officer.officer === one.officer)?.name ?? one.officer}`}
        </p>
      ))}
      {of.acknowledged && (
        <p>
          被检查单位：<Tag color={of.acknowledged.way === 'refused' ? 'red' : 'green'}>{signWords[of.acknowledged.way]}</Tag>
          {of.acknowledged.words} <span className="muted">{time(of.acknowledged.at)}</span>
        </p>
      )}
    </section>
  );
}

function Problems({ of, may, party }: { of: Inspection; may: boolean; party: boolean }) {
  const { acts, sending } = useUnsentOf(of.summary.id);
  const unsent = acts.filter(({ said }) => said.to === 'problems');
  const begun = of.summary.stage === 'begun';
  const named = new Map(of.checklist.map((one) => [one.listed.item, one.listed.name]));
  const id = of.summary.id;
  const card = (one: Found) => (
    <li key={one.number} className="check-item" aria-label={`问题 ${one.number}`}>
      <div className="check-name">
        问题 {one.number} {one.withdrawn && <Tag>已撤销</Tag>} <span className="muted">{one.item && named.get(one.item)}</span>
      </div>
      <div className="typed">{one.fact}</div>
      <div>
        依据：{one.citation.clause} {one.citation.title} <span className="muted">{one.citation.source}</span> <Why citation={one.citation} />
      </div>
      {one.withdrawn && <div className="muted">撤销的理由：{one.withdrawn}</div>}
      <Exhibits of={`inspections/${id}`} files={one.files} />
      {one.statements.map((said) => (
        <blockquote key={said.at} className="typed">
          {said.words}
          <div className="muted">被检查单位的说明　{time(said.at)}</div>
          <Exhibits of={`inspections/${id}`} files={said.files} />
        </blockquote>
      ))}
      <div className="check-acts no-print">
        {may && begun && !one.withdrawn && <WithdrawProblem of={of} number={one.number} />}
        {party && !one.withdrawn && <State of={of} problem={one.number} />}
      </div>
    </li>
  );
  if (of.problems.length === 0 && unsent.length === 0 && !begun) return null;
  return (
    <section className="panel" aria-label="问题">
      <h2>问题</h2>
      {of.problems.length === 0 && unsent.length === 0 ? <p className="muted">还没有记录问题。</p> : <ul className="plain check-list">{of.problems.map(card)}</ul>}
      <UnsentCards acts={unsent} sending={sending} nameOf={(item) => named.get(item) ?? item} />
      {may && begun && <FoundProblem of={of} />}
    </section>
  );
}

function BureauActs({ of }: { of: Inspection }) {
  const session = useSession().data;
  const { stage, approved } = of.summary;
  const myself = of.officers.find((one) => one.mine && !one.signed_by);
  const unsent = useUnsentOf(of.summary.id).acts.length;
  const signed = of.officers.filter((one) => one.signed_by).length >= of.officers_needed;
  return (
    <Space wrap className="no-print">
      {!approved && stage !== 'called_off' && mayApproveInspections(session) && <Approve of={of} />}
      {(stage === 'planned' || stage === 'approved') && <Begin of={of} />}
      {(stage === 'planned' || stage === 'approved') && <CallOff of={of} />}
      {stage === 'begun' && myself && <SignAsMyself of={of} officer={myself.officer} />}
      {stage === 'begun' && <SignedOnPaper of={of} />}
      {stage === 'begun' && !of.refusal && <Refusal of={of} />}
      {stage === 'begun' && signed && (of.acknowledged || of.refusal || of.summary.coverage === 'desk') && <Close of={of} unsent={unsent} />}
      <DocumentLinks kind="inspection" id={of.summary.id} />
      {(of.summary.refused || of.problems.some((one) => !one.withdrawn)) && (
        <OpenCase source="inspection" id={of.summary.id} institution={of.summary.institution} enterprise={of.summary.checked === 'enterprise' ? of.summary.enterprise : undefined} project={of.project} text={of.refusal?.how ?? of.problems.filter((one) => !one.withdrawn).map((one) => one.fact).join('；').slice(0, 500)} />
      )}
      {(stage === 'begun' || stage === 'closed') && of.problems.some((one) => !one.withdrawn) && <OrderForm inspection={of} />}
    </Space>
  );
}

// What this device still holds of an inspection that cannot be read: it can be taken out.
function LeftOver({ inspection }: { inspection: string }) {
  const { acts, sending } = useUnsentOf(inspection);
  if (acts.length === 0) return null;
  return (
    <section className="panel" aria-label="没有发送的">
      <h2>这台设备上没有发送的</h2>
      <UnsentCards acts={acts} sending={sending} nameOf={(item) => item} />
    </section>
  );
}

export function InspectionPage() {
  const session = useSession().data;
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const found = useQuery({ queryKey: ['inspection', id], queryFn: () => inspectionOf(id) });
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const hidden = found.error instanceof Problem && found.error.status < 500;
    return (
      <>
        <Result status={hidden ? '404' : '500'} title={hidden ? '没有这次检查，或您不能查看' : '没有读到检查，请刷新'} />
        <LeftOver inspection={id} />
      </>
    );
  }
  const of = found.data;
  const { summary } = of;
  const may = mayInspect(session) && session?.unit === summary.bureau;
  const party = !isBureau(session) && mayAnswerInspections(session);
  const next = may ? nextOf(of) : '';
  return (
    <>
      <div className="headline">
        <div>
          <h1>{summary.title}</h1>
          <p>
            {id}　<Tag color={stageWords[summary.stage].color}>{stageWords[summary.stage].label}</Tag>
            {summary.refused && <Tag color="red">拒绝检查</Tag>}
          </p>
        </div>
        {may && <BureauActs of={of} />}
        {party && summary.stage === 'begun' && !of.acknowledged && <Acknowledge of={of} />}
      </div>
      {next && <Alert type="info" showIcon title={next} style={{ marginBottom: 16 }} />}
      {of.called_off && <Alert type="warning" showIcon title={`已取消：${of.called_off}`} style={{ marginBottom: 16 }} />}
      {of.refusal && (
        <section className="panel attention" aria-label="拒绝检查">
          <h2>拒绝检查</h2>
          <div className="typed">{of.refusal.how}</div>
          <div className="muted">{time(of.refusal.at)}</div>
          <Exhibits of={`inspections/${id}`} files={of.refusal.files} />
        </section>
      )}
      <div className="panel">
        <Facts of={of} />
        {of.orders.length > 0 && (
          <p>
            整改：
            {of.orders.map((order) => (
              <Link key={order} to="/rectifications/$id" params={{ id: order }}>
                {order}{' '}
              </Link>
            ))}
          </p>
        )}
      </div>
      <Officers of={of} />
      {of.checklist.length > 0 && <Checklist key={session?.account} of={of} fills={may && summary.stage === 'begun'} />}
      <Problems of={of} may={may} party={party} />
      <Acts acts={of.history} />
    </>
  );
}
