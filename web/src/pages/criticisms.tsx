// SPDX-License-Identifier: Apache-2.0
// Circulated criticism of bureaus: for poor rectification and their own days that are past, what they answered, that the nation was told.
import { Result, Space, Tag } from 'antd';
import { type Criticism, criticismsFrom, type Ground } from '../api/criticism';
import { AnswerCriticismForm, CriticiseForm, groundWords, ReportCriticismForm } from '../forms/criticism-acts';
import { LedgerEntry } from '../parts/findings';
import { MatterLink } from '../parts/matter-link';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { isBureau, mayArrangeDeputies, mayIssueDocuments, useSession } from '../parts/session';
import { time } from '../words';

function GroundLine({ ground }: { ground: Ground }) {
  const { kind, matter, title, what, due } = ground;
  const name = `${title}，${what}${due ? `（期限 ${due}）` : ''}`;
  return (
    <div>
      {groundWords[kind]}：{matter.kind === 'project' || matter.kind === 'notice' ? name : <MatterLink matter={matter} project={undefined}>{name}</MatterLink>}
    </div>
  );
}

const what: Column<Criticism> = {
  title: '事由与要求',
  render: (row) => (
    <>
      <div>依据：{row.basis}</div>
      {row.grounds.map((one) => (
        <GroundLine key={`${one.kind} ${one.matter.id}`} ground={one} />
      ))}
      <div className="typed">{row.facts}</div>
      {row.demands && <div>要求：{row.demands}</div>}
    </>
  ),
};

function Acts({ row, own, acts }: { row: Criticism; own: string; acts: { answers: boolean; issues: boolean } }) {
  return (
    <>
      {row.answered || <Tag color="orange">{row.due ? `待答复，限 ${row.due}` : '待答复'}</Tag>}
      {row.acts.map((act) => (
        <div key={act.entry}>
          {act.kind === 'answered' ? (
            <>
              <strong>{act.unit_name}答复</strong>
              <div className="typed">{act.text}</div>
            </>
          ) : (
            <>
              <strong>已上报{act.text}</strong>　{act.on}　{act.number}
            </>
          )}
          <div className="muted">
            {time(act.at)}　<LedgerEntry entry={act.entry} />
          </div>
        </div>
      ))}
      <Space wrap>
        {row.bureau === own && acts.answers && <AnswerCriticismForm criticism={row} />}
        {row.by === own && acts.issues && <ReportCriticismForm criticism={row} />}
      </Space>
    </>
  );
}

export function CriticismsPage() {
  const session = useSession().data;
  const list = usePages(['criticisms'], criticismsFrom);
  if (session && !isBureau(session)) return <Result status="403" title="通报批评在应急管理部门之间" />;
  const own = session?.unit ?? '';
  const acts = { answers: mayIssueDocuments(session), issues: mayArrangeDeputies(session) };
  const columns: Column<Criticism>[] = [
    {
      title: '通报批评',
      width: 230,
      render: (row) => (
        <>
          <strong>{row.title}</strong>
          <div className="muted">
            {row.number && `${row.number}　`}
            {row.id}
          </div>
          <div>
            {row.by_name} {row.on}
          </div>
          <LedgerEntry entry={row.entry} />
        </>
      ),
    },
    { title: '被通报的部门', width: 180, render: (row) => row.bureau_name },
    what,
    { title: '答复与上报', width: 280, render: (row) => <Acts row={row} own={own} acts={acts} /> },
  ];
  return (
    <>
      <div className="headline">
        <div>
          <h1>通报批评</h1>
          <p>上级部门对整改不力、自己的期限逾期的下级部门作出；被通报的部门答复，需要时上报国家主管部门。</p>
        </div>
        {acts.issues && <CriticiseForm own={own} />}
      </div>
      <div className="panel">
        <Rows label="通报批评" columns={columns} rows={list.rows} rowKey={(row) => row.id} pending={list.isPending} empty={list.error ? '没有读到，请刷新。' : '没有通报批评。'} least={900} />
        <More list={list} />
      </div>
    </>
  );
}
