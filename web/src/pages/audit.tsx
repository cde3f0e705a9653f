// SPDX-License-Identifier: Apache-2.0
// The ledger as an auditor reads it: who did what kind of thing when, to what; no personal content.
import { Alert, Button, Select } from 'antd';
import { type AuditEntry, auditEntries } from '../api/audit';
import { Problem } from '../api/client';
import { eventWords } from '../parts/event-words';
import { useFilters } from '../parts/filters';
import { type Column, Rows } from '../parts/rows';
import { mayAudit, useSession } from '../parts/session';
import { roleWords, time } from '../words';
import { More, usePages } from '../parts/pages';

const columns: Column<AuditEntry>[] = [
  { title: '序号', width: 84, render: (row) => row.index },
  { title: '时间', width: 140, render: (row) => time(row.at) },
  {
    title: '操作',
    render: (row) => <span title={row.type}>{eventWords[row.type] ?? row.type}</span>,
  },
  {
    title: '由谁',
    render: (row) => (
      <>
        {row.unit_name === 'platform' ? '平台' : row.unit_name}
        <div className="muted">
          {row.role === 'operator' || row.role === 'anonymous' || row.role === '' ? '系统' : (roleWords[row.role] ?? row.role)}
          {row.region ? ` ${row.region}` : ''}
        </div>
      </>
    ),
  },
  { title: '对象', render: (row) => row.subject },
  { title: '摘要', width: 170, render: (row) => <span className="digest muted" title={row.hash}>{row.hash.slice(0, 16)}…</span> },
  {
    title: '证明',
    width: 130,
    render: (row) => (
      <>
        <a href={`/ledger?entry=${row.index}`} target="_blank" rel="noreferrer" style={{ marginRight: 12 }}>
          查验
        </a>
        <a href={`/api/v1/receipts/${row.index}`} download={`回执-${row.index}.json`}>
          下载回执
        </a>
      </>
    ),
  },
];

const types = [
  { value: '', label: '全部操作' },
  ...Object.entries(eventWords).map(([value, label]) => ({ value, label })),
];

function FilterBar() {
  const [{ type = '' }, setFilters] = useFilters();
  return (
    <div className="filters">
      <Select
        style={{ width: 190 }}
        aria-label="操作"
        showSearch={{ optionFilterProp: 'label' }}
        value={type}
        options={types}
        onChange={(chosen) => setFilters({ type: chosen })}
      />
      {type && (
        <Button type="link" onClick={() => setFilters({ type: '' })}>
          清除条件
        </Button>
      )}
    </div>
  );
}

function Entries() {
  const [{ type = '' }] = useFilters();
  const list = usePages(['audit', type], (from) => auditEntries(type, from.cursor));
  return (
    <>
      {list.error && (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 16 }}
          title={list.error instanceof Problem ? list.error.message : '没有连上服务器'}
          action={<Button onClick={() => void list.refetch()}>重试</Button>}
        />
      )}
      <Rows
        label="账本条目"
        columns={columns}
        rows={list.rows}
        rowKey={(row) => String(row.index)}
        pending={list.isPending}
        empty={list.error ? '' : '没有符合条件的条目。'}
      />
      <More list={list} label="更早的" />
    </>
  );
}

export function AuditPage() {
  const session = useSession().data;
  if (!session) return null;
  if (!mayAudit(session)) return <div className="page-state">审计由平台的审计员办理，您的岗位不能查看。</div>;
  return (
    <>
      <div className="headline">
        <div>
          <h1>审计</h1>
          <p>账本的全部条目，最新的在前；不含姓名、电话等个人内容。每一条都可以查验证明。</p>
        </div>
      </div>
      <div className="panel">
        <FilterBar />
        <Entries />
      </div>
    </>
  );
}
