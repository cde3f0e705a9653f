// SPDX-License-Identifier: Apache-2.0
// The determination desk: reports that may be untrue, false or leave out what matters.
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { type DeterminationRow, determinationsFrom } from '../api/determination';
import { faultWords, progressOf, stageWords } from '../determination-words';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { time } from '../words';

const columns: Column<DeterminationRow>[] = [
  {
    title: '报告',
    render: (row) => (
      <>
        <Link to="/determinations/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
        <div className="muted">{row.id}　{row.enterprise_name}</div>
      </>
    ),
  },
  { title: '机构', width: 180, render: (row) => row.institution_name },
  { title: '认定什么', render: (row) => <><Tag>{faultWords[row.fault]}</Tag>{row.situation_name}</> },
  { title: '部门', width: 160, render: (row) => row.bureau_name },
  {
    title: '进展',
    width: 190,
    render: (row) => (
      <>
        <Tag color={stageWords[row.stage].color}>{stageWords[row.stage].label}</Tag>
        <div className="muted">{progressOf(row)}</div>
      </>
    ),
  },
  { title: '提请', width: 160, render: (row) => time(row.opened_at) },
];

export function DeterminationsPage() {
  const list = usePages(['determinations'], (from) => determinationsFrom(from));
  return (
    <>
      <div className="headline">
        <div>
          <h1>报告认定</h1>
          <p>失实、虚假、重大疏漏分开认定；每种情形按原文拆成要件，逐个判断、各附证据。从报告核查的线索或者报告页提请。</p>
        </div>
      </div>
      <div className="panel">
        <Rows
          label="报告认定"
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到，请刷新。' : '没有报告认定。'}
          least={1000}
        />
        <More list={list} />
      </div>
    </>
  );
}
