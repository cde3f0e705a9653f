// SPDX-License-Identifier: Apache-2.0
// The bureau's enforcement officers and their certificates.
import { Button, Drawer, Result, Tag } from 'antd';
import { useState } from 'react';
import { type Officer, officerHistory } from '../api/officer';
import { OfficerChangeForm, OfficerForm } from '../forms/officer';
import { History } from '../parts/history';
import { useColleagues, useOfficers } from '../parts/officers';
import { type Column, Rows } from '../parts/rows';
import { isBureau, mayKeepOfficers, useSession } from '../parts/session';
import { UntilTag } from '../parts/until';

function Past({ officer }: { officer: Officer }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        变更记录
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={`变更记录：${officer.name}`} size={860}>
        {open && <History of={officer.id} read={officerHistory} />}
      </Drawer>
    </>
  );
}

export function OfficersPage() {
  const session = useSession().data;
  const list = useOfficers();
  const colleagues = new Map(useColleagues().map((one) => [one.value, one.label]));
  const keeps = mayKeepOfficers(session);
  if (session && !isBureau(session)) return <Result status="403" title="执法人员名册由应急管理部门保管" />;
  const columns: Column<Officer>[] = [
    {
      title: '姓名',
      width: 150,
      render: (row) => (
        <>
          <strong>{row.name}</strong> {!row.current && <Tag>已离岗</Tag>}
          {row.facts.interests && <div className="muted">回避 {row.facts.interests.join('、')}</div>}
        </>
      ),
    },
    { title: '执法证号', render: (row) => row.facts.certificate },
    {
      title: '有效期至',
      width: 210,
      render: (row) => (
        <>
          <span className="whole">{row.facts.valid_until}</span> {row.current && <UntilTag until={row.facts.valid_until} quiet />}
        </>
      ),
    },
    { title: '平台账号', width: 140, render: (row) => (row.facts.account ? (colleagues.get(row.facts.account) ?? '已停用的账号') : <span className="muted">没有</span>) },
    {
      title: '',
      width: 180,
      render: (row) => (
        <span className="acts">
          {keeps && <OfficerChangeForm officer={row} />} <Past officer={row} />
        </span>
      ),
    },
  ];
  return (
    <>
      <div className="headline">
        <div>
          <h1>执法人员</h1>
          <p>检查由持有效执法证件的人员实施。证件过期的，检查时会提示并记录。</p>
        </div>
        {keeps && <OfficerForm />}
      </div>
      <div className="panel">
        <Rows
          label="执法人员"
          columns={columns}
          rows={list.data ?? []}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到执法人员，请刷新。' : '还没有登记执法人员。'}
          least={760}
        />
      </div>
    </>
  );
}
