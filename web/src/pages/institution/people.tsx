// SPDX-License-Identifier: Apache-2.0
import { Button, Tag } from 'antd';
import type { Person } from '../../api/registry';
import { personSheet } from '../../api/sheets';
import { TakeIn } from '../../forms/take-in';
import { useFilters } from '../../parts/filters';
import { useBranchName, usePeople } from '../../parts/registry';
import { type Column, Rows } from '../../parts/rows';
import { levelWords, remarkWords, span } from '../../registry-words';
import { PersonDrawer } from './person';

export function Remarks({ person }: { person: Person }) {
  return (
    <>
      {person.remarks.map((remark) => (
        <Tag key={remark} color={remarkWords[remark].color}>
          {remarkWords[remark].label}
        </Tag>
      ))}
    </>
  );
}

export function Contract({ person, branchName }: { person: Person; branchName: (branch?: string) => string }) {
  if (!person.contract_recorded) return <span className="muted">未登记合同</span>;
  return (
    <>
      {person.full_time ? '专职' : '兼职'}　{branchName(person.branch)}
      <div className="muted">{span(person.employed_from, person.employed_until)}</div>
    </>
  );
}

function columnsFor(open: (person: Person) => void, branchName: (branch?: string) => string): Column<Person>[] {
  return [
    {
      title: '姓名',
      render: (row) => (
        <Button type="link" size="small" onClick={() => open(row)}>
          {row.name}
        </Button>
      ),
    },
    { title: '等级', width: 130, render: (row) => levelWords[row.level] },
    { title: '专业', render: (row) => row.specialties.join('、') || row.specialty },
    { title: '合同', width: 200, render: (row) => <Contract person={row} branchName={branchName} /> },
    { title: '提示', width: 220, render: (row) => row.remarks.length > 0 && <Remarks person={row} /> },
  ];
}

export function People({ institution, edits }: { institution: string; edits: boolean }) {
  const [{ person = '' }, setFilters] = useFilters();
  const people = usePeople(institution);
  const branchName = useBranchName(institution);
  const opened = people.data?.find((one) => one.id === person);
  return (
    <>
      <div className="filters no-print">
        {edits && <TakeIn kind={personSheet(institution)} />}
        <Button href={`/api/v1/institutions/${institution}/person-list`} download>
          导出清单
        </Button>
      </div>
      <Rows
        label="人员"
        columns={columnsFor((row) => setFilters({ person: row.id }), branchName)}
        rows={people.data ?? []}
        rowKey={(row) => row.id}
        pending={people.isPending}
        empty={people.error ? '没有读到人员，请刷新。' : '还没有登记人员。'}
        least={820}
      />
      <PersonDrawer institution={institution} person={opened} edits={edits} onClose={() => setFilters({ person: '' })} />
    </>
  );
}
