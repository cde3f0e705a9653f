// SPDX-License-Identifier: Apache-2.0
// The accounts this person looks after: an institution's administrator its own, the platform's officers everybody's.
import { Select, Tag } from 'antd';
import { useEffect } from 'react';
import { type Account, api, Problem, type Session } from '../api/client';
import { AccountActs } from '../forms/account-acts';
import { NewAccount } from '../forms/new-account';
import { useFilters } from '../parts/filters';
import { lockedNow, unitWords } from '../parts/offices';
import { type Column, Rows } from '../parts/rows';
import { SearchField } from '../parts/search-field';
import { isInstitution, mayCreateAccounts, mayUnlockAccounts, mayViewAccounts, useSession } from '../parts/session';
import { roleWords, time } from '../words';
import { More, usePages } from '../parts/pages';

const states = [
  { value: '', label: '全部状态' },
  { value: 'active', label: '在用' },
  { value: 'locked', label: '已锁定' },
  { value: 'disabled', label: '已停用' },
];

function stateOf(account: Account): string {
  if (account.disabled) return 'disabled';
  return lockedNow(account, Date.now()) ? 'locked' : 'active';
}

function State({ account }: { account: Account }) {
  const state = stateOf(account);
  return (
    <>
      {state === 'disabled' && <Tag>已停用</Tag>}
      {state === 'locked' && <Tag color="red">锁定至 {time(account.locked_until).slice(11)}</Tag>}
      {state === 'active' && <Tag color="green">在用</Tag>}
      {account.totp && <Tag color="blue">动态口令</Tag>}
    </>
  );
}

function columnsFor(session: Session): Column<Account>[] {
  const columns: Column<Account>[] = [
    {
      title: '姓名',
      render: (row) => (
        <>
          {row.display_name}
          <div className="muted">{row.login}</div>
        </>
      ),
    },
    { title: '岗位', render: (row) => roleWords[row.role] ?? row.role },
    {
      title: '单位',
      render: (row) => (
        <>
          {unitWords[row.unit_kind] ?? ''} <div className="muted">{row.unit === 'platform' ? '' : row.unit}</div>
        </>
      ),
    },
    { title: '状态', render: (row) => <State account={row} /> },
    { title: '开设', width: 150, render: (row) => time(row.created_at) },
    { title: '操作', width: 250, render: (row) => <AccountActs account={row} session={session} /> },
  ];
  return isInstitution(session) ? columns.filter((column) => column.title !== '单位') : columns;
}

function whatFor(session: Session): string {
  if (isInstitution(session)) return '本机构的账号。人员离开当天停用；账号只属于本人，不能转交。';
  if (mayUnlockAccounts(session)) return '全平台的账号。您可以停用、解锁和重设密码；开设账号由系统管理员办理。';
  return '全平台的账号。您可以开设账号、调整岗位；停用、解锁和重设密码由安全管理员办理。';
}

function useAccounts(everything: boolean) {
  const list = usePages(['accounts'], async (from) =>
      (await api.GET('/api/v1/accounts', { params: { query: { limit: '100', ...from } } })).data!);
  // A filter looks at every account, not at those that happen to be here already.
  const { hasNextPage, isFetching, fetchNextPage } = list;
  useEffect(() => {
    if (everything && hasNextPage && !isFetching) void fetchNextPage();
  }, [everything, hasNextPage, isFetching, fetchNextPage]);
  return list;
}

function List({ session }: { session: Session }) {
  const [{ q = '', state = '' }, setFilters] = useFilters();
  const filtered = q !== '' || state !== '';
  const list = useAccounts(filtered);
  const all = list.rows;
  const shown = all.filter(
    (one) =>
      (state === '' || stateOf(one) === state) && [one.login, one.display_name, one.unit].some((text) => text.includes(q.trim())),
  );
  return (
    <div className="panel">
      <div className="filters">
        <SearchField hint="姓名、账号名、单位编号" style={{ width: 260 }} />
        <Select style={{ width: 120 }} aria-label="状态" value={state} options={states} onChange={(chosen) => setFilters({ state: chosen })} />
        <span className="muted">{list.data ? `${shown.length} 个${filtered && list.hasNextPage ? '，仍在查找…' : ''}` : ''}</span>
      </div>
      <Rows
        label="账号"
        columns={columnsFor(session)}
        rows={shown}
        rowKey={(row) => row.id}
        pending={list.isPending}
        empty={list.error ? (list.error instanceof Problem ? list.error.message : '没有读到账号，请刷新。') : '没有符合条件的账号。'}
      />
      {!filtered && <More list={list} />}
    </div>
  );
}

export function AccountsPage() {
  const session = useSession().data;
  if (!session) return null;
  if (!mayViewAccounts(session)) return <div className="page-state">您的岗位不管理账号。自己的密码在“我的账号”里修改。</div>;
  return (
    <>
      <div className="headline">
        <div>
          <h1>账号</h1>
          <p>{whatFor(session)}</p>
        </div>
        {mayCreateAccounts(session) && <NewAccount session={session} />}
      </div>
      <List session={session} />
    </>
  );
}
