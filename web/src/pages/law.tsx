// SPDX-License-Identifier: Apache-2.0
// The law as the platform applies it, clause by clause; for legal officers also what a change of it would do.
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Segmented, Select, Space, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Clause } from '../api/law';
import { MarkTag } from '../parts/citation';
import { ClauseDrawer } from '../parts/clause-drawer';
import { useClauses } from '../parts/clauses';
import { useFilters } from '../parts/filters';
import { fits } from '../parts/law-text';
import { PageLoading } from '../parts/page-states';
import { type Column, Rows } from '../parts/rows';
import { SearchField } from '../parts/search-field';
import { mayConfirmLaw, useSession } from '../parts/session';
import { clauseKindWords } from '../words';

const LawEditor = lazy(async () => ({ default: (await import('../parts/law-editor')).LawEditor }));
const step = 60;

function columnsFor(open: (clause: Clause) => void): Column<Clause>[] {
  return [
    { title: '条款', width: 120, render: (row) => row.id },
    {
      title: '名称',
      render: (row) => (
        <>
          <Button type="link" style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }} onClick={() => open(row)}>
            {row.citation.title}
          </Button>
          <div className="muted">{row.citation.source}</div>
        </>
      ),
    },
    { title: '种类', width: 100, render: (row) => clauseKindWords[row.kind] ?? row.kind },
    {
      title: '来源核实',
      width: 150,
      render: (row) => (
        <>
          <MarkTag citation={row.citation} />
          {row.confirmations.filter((one) => one.stands).map((one) => (
            <Tag key={one.region} color="blue">
              {one.region_name}确认
            </Tag>
          ))}
        </>
      ),
    },
    { title: '状态', width: 96, render: (row) => (row.enforced ? '已实现' : <span className="muted">尚未实现</span>) },
    { title: '被引用', width: 72, render: (row) => (row.cited > 0 ? row.cited : <span className="muted">0</span>) },
  ];
}

function FilterBar({ clauses }: { clauses: Clause[] }) {
  const [filters, setFilters] = useFilters();
  const books = [...new Set(clauses.map((clause) => clause.book))];
  return (
    <div className="filters">
      <SearchField hint="条号、名称、内容、出处" style={{ width: 240 }} />
      <Select
        style={{ width: 150 }}
        aria-label="规则书"
        value={filters.book ?? ''}
        onChange={(book) => setFilters({ book })}
        options={[{ value: '', label: '全部规则书' }, ...books.map((one) => ({ value: one, label: one }))]}
      />
      <Select
        style={{ width: 130 }}
        aria-label="状态"
        value={filters.enforced ?? ''}
        onChange={(enforced) => setFilters({ enforced })}
        options={[
          { value: '', label: '全部状态' },
          { value: '1', label: '已实现' },
          { value: '0', label: '尚未实现' },
        ]}
      />
      <Checkbox checked={filters.unconfirmed === '1'} onChange={(event) => setFilters({ unconfirmed: event.target.checked ? '1' : '' })}>
        只看未核实的
      </Checkbox>
    </div>
  );
}

function ClauseList() {
  const [filters, setFilters] = useFilters();
  const [most, setMost] = useState(step);
  const clauses = useClauses();
  const all = clauses.data ?? [];
  const shown = all.filter((clause) => fits(clause, filters));
  const versions = all.filter((clause) => clause.id === filters.clause);
  const opened = versions.find((clause) => filters.version && clause.digest.startsWith(filters.version)) ?? versions[0];
  return (
    <div className="panel">
      <FilterBar clauses={all} />
      <Rows
        label="条款"
        columns={columnsFor((clause) => setFilters({ clause: clause.id, version: clause.digest.slice(0, 12) }))}
        rows={shown.slice(0, most)}
        rowKey={(row) => `${row.id} ${row.digest}`}
        pending={clauses.isPending}
        empty={clauses.error ? '没有读到条款，请刷新。' : '没有符合条件的条款。'}
      />
      {shown.length > most && (
        <Button style={{ marginTop: 12 }} onClick={() => setMost(most + step)}>
          更多（还有 {shown.length - most} 条）
        </Button>
      )}
      <ClauseDrawer clause={opened} onClose={() => setFilters({ clause: '', version: '' })} />
    </div>
  );
}

function Count() {
  const all = useClauses().data;
  if (!all) return null;
  const open = all.filter((clause) => clause.enforced && !clause.citation.binding).length;
  return (
    <p>
      共 {all.length} 条，平台已实现 {all.filter((clause) => clause.enforced).length} 条；其中 {open} 条未经核实，只作提示。
    </p>
  );
}

export function LawPage() {
  const [{ tab = '' }, setFilters] = useFilters();
  const confirms = mayConfirmLaw(useSession().data);
  return (
    <>
      <div className="headline">
        <div>
          <h1>执行依据</h1>
          <Count />
        </div>
        <Space wrap className="no-print">
          {confirms && (
            <Segmented
              value={tab}
              onChange={(chosen) => setFilters({ tab: chosen })}
              options={[
                { value: '', label: '条款' },
                { value: 'preview', label: '修改预览' },
              ]}
            />
          )}
          <Link to="/typical-cases">
            <Button tabIndex={-1}>典型案例</Button>
          </Link>
        </Space>
      </div>
      {confirms && tab === 'preview' ? (
        <Suspense fallback={<PageLoading />}>
          <LawEditor />
        </Suspense>
      ) : (
        <ClauseList />
      )}
    </>
  );
}
