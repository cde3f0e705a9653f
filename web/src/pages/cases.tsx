// SPDX-License-Identifier: Apache-2.0
// Penalty cases: the bureau's own, those below it, those referred to it.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Result, Segmented, Space, Tag } from 'antd';
import { useState } from 'react';
import { caseMode, type CaseRow, casesFrom } from '../api/cases';
import { caseStageWords } from '../case-words';
import { ModeForm } from '../forms/case-acts';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { isBureau, mayDecideCases, mayHandleCases, useSession } from '../parts/session';

const columns: Column<CaseRow>[] = [
  {
    title: '案件',
    render: (row) => (
      <>
        <Link to="/cases/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
        <div className="muted">
          {row.id}
          {row.external_number && `　${row.external_number}`}
        </div>
      </>
    ),
  },
  { title: '机构', width: 190, render: (row) => row.institution_name },
  { title: '部门', width: 170, render: (row) => row.bureau_name },
  { title: '立案', width: 110, render: (row) => row.opened_on },
  { title: '进展', width: 100, render: (row) => <Tag color={caseStageWords[row.stage].color}>{caseStageWords[row.stage].label}</Tag> },
  {
    title: '部门的下一个期限',
    width: 160,
    render: (row) => (
      <>
        {row.due ?? ''}
        {row.overdue > 0 && <Tag color="red">逾期 {row.overdue} 项</Tag>}
      </>
    ),
  },
];

export function CasesPage() {
  const session = useSession().data;
  const navigate = useNavigate();
  const [stage, setStage] = useState('');
  const list = usePages(['cases', stage], casesFrom(stage));
  const mode = useQuery({ queryKey: ['case-mode'], queryFn: caseMode, enabled: isBureau(session) });
  if (session && !isBureau(session)) return <Result status="403" title="处罚案件由应急管理部门办理" />;
  return (
    <>
      <div className="headline">
        <div>
          <h1>案件</h1>
          <p>
            一案一号，每一步有期限、文书和两名执法人员。
            {mode.data && `本部门的案件${mode.data.mode === 'here' ? '在这里办理' : `在${mode.data.system ?? '执法系统'}办理`}。`}
          </p>
        </div>
        <Space wrap className="no-print">
          <Link to="/typical-cases">
            <Button tabIndex={-1}>典型案例</Button>
          </Link>
          {mayDecideCases(session) && mode.data && <ModeForm key={mode.data.mode} mode={mode.data} />}
          {mayHandleCases(session) && (
            <Button type="primary" onClick={() => void navigate({ to: '/cases/new' })}>
              立案
            </Button>
          )}
        </Space>
      </div>
      <div className="panel">
        <div className="filters">
          <Segmented
            aria-label="进展"
            value={stage}
            onChange={(chosen) => setStage(String(chosen))}
            options={[{ value: '', label: '全部' }, ...Object.entries(caseStageWords).map(([value, word]) => ({ value, label: word.label }))]}
          />
        </div>
        <Rows label="案件" columns={columns} rows={list.rows} rowKey={(row) => row.id} pending={list.isPending} empty={list.error ? '没有读到案件，请刷新。' : '没有案件。'} least={1000} />
        <More list={list} />
      </div>
    </>
  );
}
