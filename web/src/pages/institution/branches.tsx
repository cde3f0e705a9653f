// SPDX-License-Identifier: Apache-2.0
import type { Branch } from '../../api/registry';
import { BranchForm } from '../../forms/branch';
import { useBranches } from '../../parts/registry';
import { type Column, Rows } from '../../parts/rows';

const columns: Column<Branch>[] = [
  { title: '名称', render: (row) => row.name },
  { title: '所在地', render: (row) => row.region_name },
  { title: '地址', render: (row) => row.address },
  { title: '电话', width: 140, render: (row) => row.phone },
  { title: '注册登记日', width: 116, render: (row) => row.registered_on },
  { title: '在职人员', width: 88, render: (row) => `${row.people} 人` },
];

export function Branches({ institution, edits }: { institution: string; edits: boolean }) {
  const branches = useBranches(institution);
  return (
    <>
      {edits && (
        <div className="filters">
          <BranchForm institution={institution} />
        </div>
      )}
      <Rows
        label="分支机构"
        columns={columns}
        rows={branches.data ?? []}
        rowKey={(row) => row.id}
        pending={branches.isPending}
        empty={branches.error ? '没有读到分支机构，请刷新。' : '没有登记分支机构。'}
        least={820}
      />
    </>
  );
}
