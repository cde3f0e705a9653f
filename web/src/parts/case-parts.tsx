// SPDX-License-Identifier: Apache-2.0
// Parts of a case's page: facts, days of the law, steps, the decision, permits that relied on the report.
import { Alert, Descriptions, Tag } from 'antd';
import { Link } from '@tanstack/react-router';
import type { Case, CaseLimit, CaseStep } from '../api/cases';
import { limitStanding, partyWords, paymentWords, stepKindWords, sum } from '../case-words';
import { RelianceForm } from '../forms/case-acts';
import { measureChoices } from '../forms/case-decision';
import { time } from '../words';
import { RestsOn } from './case-papers';
import { LedgerEntry } from './findings';
import { ComputationView } from './penalty';
import { type Column, Rows } from './rows';
import { Why } from './why';

type Remark = CaseStep['remarks'][number];
type Document = CaseStep['documents'][number];

export function Remarks({ of }: { of: Remark[] }) {
  return (
    <>
      {of.map((one) => (
        <div key={one.text}>
          <Tag color="orange">注明</Tag>
          {one.text} {one.clause && <Why citation={one.clause} />}
        </div>
      ))}
    </>
  );
}

export function DocumentList({ id, of }: { id: string; of: Document[] }) {
  return (
    <>
      {of.map((one) => (
        <div key={`${one.kind} ${one.number}`} className="muted">
          {one.kind}　{one.file ? <a href={`/api/v1/cases/${id}/document-file?sm3=${one.file}`}>{one.number}</a> : one.number}
        </div>
      ))}
    </>
  );
}

// Where a case comes from can be looked at, where the platform has it.
const sourcePages: Record<string, '/cases/$id' | '/findings/$id' | '/determinations/$id' | '/inspections/$id' | '/rectifications/$id'> = {
  finding: '/findings/$id',
  determination: '/determinations/$id',
  inspection: '/inspections/$id',
  rectification: '/rectifications/$id',
  referral: '/cases/$id',
};

function Source({ of: { kind, id, text } }: { of: Case['sources'][number] }) {
  const page = sourcePages[kind];
  return (
    <div>
      {text}
      {id && page ? (
        <>
          {'　'}
          <Link to={page} params={{ id }}>
            {id}
          </Link>
        </>
      ) : (
        id && `（${id}）`
      )}
    </div>
  );
}

function Party({ of }: { of: Case['parties'][number] }) {
  const known = [of.credit_code, of.address].filter(Boolean).join('，');
  return (
    <div>
      {of.name}（{partyWords[of.kind]}）{known && <span className="muted">{known}</span>}
    </div>
  );
}

const officersOf = (of: CaseStep['officers']) => of.map((one) => `${one.name}（${one.certificate}）`).join('、');

export function Facts({ view }: { view: Case }) {
  const { summary } = view;
  return (
    <div className="panel">
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'b', label: '办案部门', children: summary.bureau_name },
          { key: 'm', label: '办案方式', children: summary.mode === 'here' ? '在这里办理' : `在${view.system ?? '执法系统'}办理` },
          ...(summary.external_number ? [{ key: 'e', label: '执法系统案号', children: summary.external_number }] : []),
          { key: 'c', label: '涉嫌的行为', children: view.conduct_names.join('；') },
          { key: 'a', label: '行为终了', children: view.acted_on },
          { key: 'o', label: '立案', children: <span>{summary.opened_on}　<LedgerEntry entry={summary.entry} /></span> },
          { key: 'p', label: '当事人', children: <div>{view.parties.map((one, at) => <Party key={at} of={one} />)}</div> },
          { key: 'f', label: '执法人员', children: officersOf(view.officers) },
          { key: 's', label: '来源', children: <div>{view.sources.map((one, at) => <Source key={at} of={one} />)}</div> },
          ...(view.projects.length
            ? [{
                key: 'r',
                label: '所涉报告的项目',
                children: view.projects.map((one) => (
                  <Link key={one} to="/projects/$id" params={{ id: one }}>
                    {one}{' '}
                  </Link>
                )),
              }]
            : []),
          ...(view.documents.length ? [{ key: 'd', label: '文书', children: <DocumentList id={summary.id} of={view.documents} /> }] : []),
        ]}
      />
      <p className="typed">{view.text}</p>
      <Remarks of={view.remarks} />
    </div>
  );
}

const limitColumns: Column<CaseLimit>[] = [
  {
    title: '期限',
    render: ({ limit }) => (
      <>
        {limit.citation.title} <Why citation={limit.citation} facts={limit.facts} count={limit.count} calendar={limit.calendar} />
      </>
    ),
  },
  { title: '谁的', width: 90, render: ({ limit }) => (limit.owes === 'bureau' ? '部门' : '当事人') },
  { title: '届满', width: 120, render: ({ limit }) => (limit.due_at ? time(limit.due_at) : (limit.due ?? '')) },
  { title: '怎样计算', render: ({ limit }) => <span className="muted">{limit.count}</span> },
  {
    title: '现在',
    width: 180,
    render: (row) => {
      const standing = limitStanding(row);
      return <Tag color={standing.color}>{standing.label}</Tag>;
    },
  },
];

export function Limits({ of }: { of: CaseLimit[] }) {
  return (
    <div className="panel">
      <h2>期限</h2>
      <Rows label="期限" columns={limitColumns} rows={of} rowKey={(row) => `${row.limit.duty} ${row.step}`} empty="没有期限。" least={800} />
    </div>
  );
}

export function Steps({ view }: { view: Case }) {
  const columns: Column<CaseStep>[] = [
    { title: '日期', width: 110, render: (row) => row.on },
    {
      title: '步骤',
      width: 170,
      render: (row) => (
        <>
          <strong>{stepKindWords[row.kind]}</strong>
          {row.at && <div className="muted">{time(row.at)}</div>}
          {row.due_at && <div className="muted">须在 {time(row.due_at)} 前移送</div>}
          {row.until && <div className="muted">至 {row.until}</div>}
          {row.amount !== undefined && (
            <div>
              {sum(row.amount)}
              {row.pays && row.pays !== 'fine' && `（${paymentWords[row.pays]}）`}
            </div>
          )}
          {row.to && <div>{row.to}</div>}
        </>
      ),
    },
    {
      title: '内容',
      render: (row) => (
        <>
          {row.party && <div className="muted">{row.party}自己提交</div>}
          <span className="typed">{row.text}</span>
          {row.instalments.map((one) => (
            <div key={one.due} className="muted">
              {one.due}　{sum(one.amount)}
            </div>
          ))}
          <RestsOn of={row.paper} />
          <DocumentList id={view.summary.id} of={row.documents} />
          {row.imported && (
            <div className="muted">
              导入自 <a href={`/api/v1/cases/${view.summary.id}/document-file?sm3=${row.imported.sheet}`}>{row.imported.file_name}</a> 第 {row.imported.row} 行
            </div>
          )}
          <Remarks of={row.remarks} />
        </>
      ),
    },
    { title: '执法人员', width: 200, render: (row) => officersOf(row.officers) },
    { title: '登记', width: 150, render: (row) => <>{time(row.recorded_at)}<div><LedgerEntry entry={row.entry} /></div></> },
  ];
  return (
    <div className="panel">
      <h2>办案步骤</h2>
      <Rows label="办案步骤" columns={columns} rows={view.steps} rowKey={(row) => String(row.number)} empty="立案以后还没有登记步骤。" least={900} />
    </div>
  );
}

const measureName = (code: string, on: string) => measureChoices.find((one) => one.value === `${code} ${on}`)?.label ?? code;

export function DecisionPart({ view }: { view: Case }) {
  const { decision } = view;
  if (!decision) return null;
  return (
    <div className="panel">
      <h2>处罚决定</h2>
      <p>
        {decision.document}　{decision.on}
        {decision.elsewhere && '　（执法系统作出）'}
        {decision.annulled_on && <Tag color="red">{decision.annulled_on} 被撤销、变更或者确认违法</Tag>}
      </p>
      <ul>
        {decision.penalties.map((one, at) => (
          <li key={at}>
            {one.who}：{measureName(one.code, one.on)}
            {one.amount !== undefined && ` ${sum(one.amount)}`}
          </li>
        ))}
      </ul>
      {decision.fines > 0 && (
        <p>
          罚款合计 {sum(decision.fines)}，已缴 {sum(decision.paid)}
        </p>
      )}
      {view.surcharge && (
        <Alert
          type="warning"
          showIcon
          title={
            <>
              逾期缴纳，可以加处罚款：{view.surcharge.arithmetic}
              {view.surcharge.clause && <Why citation={view.surcharge.clause} />}
            </>
          }
        />
      )}
      <details>
        <summary>决定时的计算</summary>
        {decision.conducts.map((one, at) => (
          <ComputationView key={at} of={one} />
        ))}
      </details>
    </div>
  );
}

export function Reliances({ view, may }: { view: Case; may: boolean }) {
  if (view.reliances.length === 0) return null;
  const columns: Column<Case['reliances'][number]>[] = [
    {
      title: '许可',
      render: (row) => (
        <Link to="/applications/$id" params={{ id: row.application }}>
          {row.title}
        </Link>
      ),
    },
    { title: '申请人', render: (row) => row.enterprise_name },
    { title: '处理', render: (row) => (row.outcome ? `${row.handled_on}　${row.outcome}` : <Tag color="orange">还没有处理</Tag>) },
    { title: '', width: 140, render: (row) => may && !row.outcome && <RelianceForm view={view} one={row} /> },
  ];
  return (
    <div className="panel">
      <h2>采信本案报告的许可</h2>
      <Rows label="采信本案报告的许可" columns={columns} rows={view.reliances} rowKey={(row) => row.application} empty="没有。" least={700} />
    </div>
  );
}
