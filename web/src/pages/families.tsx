// SPDX-License-Identifier: Apache-2.0
// Passages that were judged once, for every later report.
import { Link } from '@tanstack/react-router';
import { Result, Tag } from 'antd';
import { familiesFrom, type Family } from '../api/findings';
import { judgedMeans, judgedWords } from '../findings-words';
import { LedgerEntry } from '../parts/findings';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { isBureau, useSession } from '../parts/session';
import { time } from '../words';

const kShown = 90;

function Wording({ text }: { text: string }) {
  const points = [...text];
  if (points.length <= kShown) return <div className="typed">{text}</div>;
  return (
    <details className="wording">
      <summary>{points.slice(0, kShown).join('')}…</summary>
      <div className="typed">{text}</div>
      <div className="muted">共 {points.length} 字</div>
    </details>
  );
}

const columns: Column<Family>[] = [
  { title: '段落', render: (row) => <Wording text={row.text} /> },
  {
    title: '认定为',
    width: 180,
    render: (row) => (
      <>
        <Tag color={judgedWords[row.judged].color} title={judgedMeans[row.judged]}>
          {judgedWords[row.judged].label}
        </Tag>
        <div className="muted">出自{row.institution_name}</div>
        <div className="muted">{row.id}</div>
      </>
    ),
  },
  { title: '理由', width: 190, render: (row) => <div className="typed">{row.reason}</div> },
  {
    title: '认定',
    width: 160,
    render: (row) => (
      <>
        {row.unit_name}
        <div className="muted">{time(row.at)}</div>
      </>
    ),
  },
  {
    title: '来自',
    width: 130,
    render: (row) => (
      <div className="stacked">
        <Link to="/findings/$id" params={{ id: row.finding }}>
          {row.finding}
        </Link>
        <span className="muted">
          <LedgerEntry entry={row.entry} />
        </span>
      </div>
    ),
  },
];

export function FamiliesPage() {
  const session = useSession().data;
  const list = usePages(['families'], familiesFrom);
  if (session && !isBureau(session)) return <Result status="403" title="共同段落由应急管理部门查看" />;
  return (
    <>
      <div className="headline">
        <div>
          <h1>共同段落</h1>
          <p>认定过一次的段落，以后的报告都按认定处理。在查重页选中一段后认定，由科（处）长或者负责人办理。</p>
        </div>
      </div>
      <div className="panel">
        <Rows
          label="共同段落"
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到共同段落，请刷新。' : '还没有认定过共同段落。'}
          least={1000}
        />
        <More list={list} />
      </div>
    </>
  );
}
