// SPDX-License-Identifier: Apache-2.0
// A matter of the list of serious dishonesty: what was done and said, and how the conditions of early removal stand. The same for the
// bureau and for the institution.
import { Tag } from 'antd';
import type { Listing } from '../api/cases';
import type { RepairCondition } from '../api/listings';
import { listingStepWords, repairWords } from '../case-words';
import { markWords } from '../words';
import { Remarks } from './case-parts';
import { LedgerEntry } from './findings';
import { type Column, Rows } from './rows';
import { Why } from './why';

type Step = Listing['steps'][number];

export function ListingSteps({ view, files }: { view: Listing; files: 'listings' | 'own-listings' }) {
  const columns: Column<Step>[] = [
    { title: '日期', width: 120, render: (row) => row.on },
    {
      title: '事项',
      width: 150,
      render: (row) => (
        <>
          <strong>{listingStepWords[row.step]}</strong>
          {row.own && <div className="muted">机构提交</div>}
        </>
      ),
    },
    {
      title: '内容',
      render: (row) => (
        <>
          <span className="typed">{row.text}</span>
          {row.documents.map((one) => (
            <div key={`${one.kind} ${one.number} ${one.file ?? ''}`} className="muted">
              {one.file ? <a href={`/api/v1/${files}/${view.summary.id}/document-file?sm3=${one.file}`}>{one.number}</a> : one.number}
            </div>
          ))}
          <Remarks of={row.remarks} />
        </>
      ),
    },
    { title: '登记', width: 140, render: (row) => <LedgerEntry entry={row.entry} /> },
  ];
  return <Rows label="经过" columns={columns} rows={view.steps} rowKey={(row) => String(row.number)} empty="没有。" least={700} />;
}

const conditionColumns: Column<RepairCondition>[] = [
  { title: '条件', render: (row) => row.name },
  {
    title: '现在',
    width: 170,
    render: (row) => <Tag color={repairWords[row.standing].color}>{repairWords[row.standing].label}</Tag>,
  },
  { title: '说明', render: (row) => row.why },
  { title: '条文', width: 140, render: (row) => <span className="muted">{markWords[row.mark] ?? row.mark}</span> },
];

export function Conditions({ view }: { view: Listing }) {
  if (view.conditions.length === 0) return null;
  return (
    <>
      <h3>
        提前移出（信用修复）的条件 {view.conditions_why && <Why citation={view.conditions_why} />}
      </h3>
      <Rows label="提前移出的条件" columns={conditionColumns} rows={view.conditions} rowKey={(row) => row.code} empty="没有。" least={700} />
    </>
  );
}
