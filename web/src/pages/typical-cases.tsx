// SPDX-License-Identifier: Apache-2.0
// Typical and serious cases, by topic and word: reading for everybody; what their bureau writes and publishes.
import { useQuery } from '@tanstack/react-query';
import { Alert, Segmented, Select, Spin, Tag } from 'antd';
import { publishedCases, type PublishedCase, type TypicalCase, typicalCasesFrom } from '../api/typical';
import { TypicalDecisions, typicalWords } from '../forms/typical-case';
import { useFilters } from '../parts/filters';
import { LedgerEntry } from '../parts/findings';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { SearchField } from '../parts/search-field';
import { isBureau, mayDecideCases, useSession } from '../parts/session';
import type { Tagged } from '../registry-words';

const stages: Record<TypicalCase['stage'], Tagged> = {
  drafted: { label: '待决定', color: 'orange' },
  published: { label: '已发布', color: 'green' },
  declined: { label: '不发布', color: 'default' },
  withdrawn: { label: '已撤回', color: 'default' },
};

const kAnnulled = '所依据的处罚决定已被撤销或者变更';

function One({ of }: { of: PublishedCase }) {
  return (
    <article className="panel">
      <h2>{of.title}</h2>
      <p className="muted">
        {typicalWords[of.kind]}　{of.topic_name}　{of.bureau_name}　{of.published_on}　<LedgerEntry entry={of.entry} />
      </p>
      {of.annulled && <Alert type="warning" showIcon title={kAnnulled} />}
      <h3>案情</h3>
      <p className="typed">{of.facts}</p>
      <h3>适用条款</h3>
      <p className="typed">{of.clause}</p>
      <h3>警示</h3>
      <p className="typed">{of.lesson}</p>
    </article>
  );
}

const kinds = [{ value: '', label: '全部' }, ...Object.entries(typicalWords).map(([value, label]) => ({ value, label }))];

function Reading() {
  const [{ kind, topic, q }, setFilters] = useFilters();
  const all = useQuery({ queryKey: ['published-cases'], queryFn: () => publishedCases({}) });
  const query = { ...(kind ? { kind } : {}), ...(topic ? { topic } : {}), ...(q ? { q } : {}) };
  const found = useQuery({ queryKey: ['published-cases', query], queryFn: () => publishedCases(query) });
  const topics = [...new Map((all.data ?? []).map((one) => [one.topic, one.topic_name]))].map(([value, label]) => ({ value, label }));
  return (
    <>
      <div className="panel">
        <div className="filters">
          <Segmented aria-label="种类" value={kind ?? ''} onChange={(chosen) => setFilters({ kind: chosen })} options={kinds} />
          <Select allowClear style={{ width: 260 }} placeholder="行为" aria-label="行为" value={topic} options={topics} onChange={(chosen?: string) => setFilters({ topic: chosen })} />
          <SearchField hint="案例里的词" style={{ width: 240 }} />
        </div>
        {found.isPending && <Spin />}
        {found.error && <p>没有读到案例，请刷新。</p>}
        {found.data?.length === 0 && <p className="muted">没有符合条件的案例。</p>}
      </div>
      {found.data?.map((one) => (
        <One key={one.id} of={one} />
      ))}
    </>
  );
}

function Kept({ unit, decides }: { unit: string; decides: boolean }) {
  const list = usePages(['typical-cases'], typicalCasesFrom);
  const columns: Column<TypicalCase>[] = [
    {
      title: '案例',
      render: (row) => (
        <>
          <strong>{row.title}</strong>
          <div className="typed">{row.facts}</div>
          <div className="typed">{row.clause}</div>
          <div className="typed">{row.lesson}</div>
          <div className="muted">
            {row.id}　{row.of}　<LedgerEntry entry={row.entry} />
          </div>
        </>
      ),
    },
    { title: '种类', width: 96, render: (row) => typicalWords[row.kind] },
    { title: '部门', width: 160, render: (row) => row.bureau_name },
    {
      title: '进展',
      width: 220,
      render: (row) => (
        <>
          <Tag color={stages[row.stage].color}>{stages[row.stage].label}</Tag>
          {row.published_on}
          {row.annulled && (
            <div>
              <Tag color="red">{kAnnulled}</Tag>
            </div>
          )}
          {row.reason && <div className="muted">{row.reason}</div>}
          {decides && row.bureau === unit && <TypicalDecisions row={row} />}
        </>
      ),
    },
  ];
  return (
    <div className="panel">
      <h2>本部门和下级部门编写的</h2>
      <Rows label="编写的案例" columns={columns} rows={list.rows} rowKey={(row) => row.id} pending={list.isPending} empty={list.error ? '没有读到，请刷新。' : '还没有编写案例；在已公示的案件里编写。'} least={900} />
      <More list={list} />
    </div>
  );
}

export function TypicalCasesPage() {
  const session = useSession().data;
  return (
    <>
      <div className="headline">
        <div>
          <h1>典型案例</h1>
          <p>从已公示的处罚案件写出，供各机构引以为戒。不写个人姓名。</p>
        </div>
      </div>
      {session && isBureau(session) && <Kept unit={session.unit} decides={mayDecideCases(session)} />}
      <Reading />
    </>
  );
}
