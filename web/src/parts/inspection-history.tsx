// SPDX-License-Identifier: Apache-2.0
// What was done, the newest first, each with its entry.
import type { Inspection } from '../api/inspection';
import { time } from '../words';
import { LedgerEntry } from './findings';
import { type Column, Rows } from './rows';

type Act = Inspection['history'][number];

const columns: Column<Act>[] = [
  { title: '时间', width: 150, render: (row) => time(row.at) },
  { title: '内容', render: (row) => row.text },
  { title: '单位', width: 200, render: (row) => row.unit_name },
  { title: '账本', width: 100, render: (row) => <LedgerEntry entry={row.entry} /> },
];

export function Acts({ acts }: { acts: Act[] }) {
  return (
    <section className="panel" aria-label="经过">
      <h2>经过</h2>
      <Rows label="经过" columns={columns} rows={acts} rowKey={(row) => String(row.entry)} empty="没有记录。" least={640} />
    </section>
  );
}
