// SPDX-License-Identifier: Apache-2.0
// What a conduct costs: ranges with clause and arithmetic, which law applies and why, what the procedure needs, what goes to the police.
import { Alert, Tag } from 'antd';
import type { Computation, Measure } from '../api/cases';
import { choiceWords, rangeOf, requiredWords } from '../case-words';
import { type Column, Rows } from './rows';
import { Why } from './why';

const columns: Column<Measure>[] = [
  {
    title: '处罚',
    render: (row) => (
      <>
        {row.name}
        {row.optional && '（可以）'}
        {row.condition && <div className="muted">{row.condition}</div>}
      </>
    ),
  },
  { title: '对', width: 90, render: (row) => (row.on === 'unit' ? '单位' : '责任人员') },
  { title: '幅度', width: 190, render: (row) => <strong>{rangeOf(row)}</strong> },
  { title: '算式', render: (row) => row.arithmetic },
  { title: '条款', width: 170, render: (row) => row.clause },
];

function Asked({ of }: { of: Computation }) {
  const due = of.required.filter((one) => one.due);
  if (due.length === 0) return <p className="muted">按最重的幅度，没有必须告知听证权利的处罚。</p>;
  return (
    <ul>
      {due.map((one) => (
        <li key={one.what}>
          <Tag color={one.binding ? 'red' : 'orange'}>{one.binding ? '必须' : '提醒'}</Tag>
          {requiredWords[one.what] ?? one.what}：{one.why}
          {one.clause && <Why citation={one.clause} />}
        </li>
      ))}
    </ul>
  );
}

export function ComputationView({ of }: { of: Computation }) {
  const clauses = of.applies === 'decision' ? of.at_decision.clauses : of.at_act.clauses;
  return (
    <section aria-label={`处罚计算：${of.conduct_name}`}>
      <p>
        <strong>{of.conduct_name}</strong>　<Tag>{choiceWords[of.applies]}</Tag>
        {clauses.map((one) => (
          <span key={one.clause}>
            {one.clause} <Why citation={one} />
          </span>
        ))}
      </p>
      <p>{of.comparison}</p>
      {!of.prices && <Alert type="warning" showIcon title={`不得据以计价：${of.why_not}`} style={{ marginBottom: 12 }} />}
      <Rows label="处罚的种类与幅度" columns={columns} rows={of.measures} rowKey={(row) => `${row.code} ${row.on} ${row.condition} ${row.arithmetic}`} empty="没有可以适用的处罚。" least={800} />
      <Asked of={of} />
      {of.factors.length > 0 && (
        <ul>
          {of.factors.map((one) => (
            <li key={one.code}>
              {one.name}：{one.effect}（{one.source}{one.binding ? '' : '，文本待核实'}）。由办案人员写明理由，程序不自行加减。
            </li>
          ))}
        </ul>
      )}
      {of.triggers.map((one) => (
        <Alert key={one.code} type="error" showIcon title={`${one.text}（${one.clause}）`} style={{ marginBottom: 8 }} />
      ))}
    </section>
  );
}
