// SPDX-License-Identifier: Apache-2.0
// Grades of institutions' credit: entered by a rater or from what was published, confirmed by the region's bureau.
import { Link } from '@tanstack/react-router';
import { Button, Popconfirm, Space, Tag } from 'antd';
import { confirmGrade, type GradeRow, gradesFrom, withdrawGrade } from '../api/planning';
import { GradeForm } from '../forms/grade';
import { ReasonForm } from '../forms/reason';
import { useChange } from '../parts/change';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { mayConfirmGrades, mayEnterGrades, useSession } from '../parts/session';
import { Why } from '../parts/why';
import { gradeStageWords } from '../planning-words';

function Confirm({ row }: { row: GradeRow }) {
  const change = useChange('评级已确认，生效并公开', () => confirmGrade(row.id));
  return (
    <Popconfirm title="确认以后生效并公开" okText="确认" cancelText="取消" onConfirm={() => change.mutate(undefined)}>
      <Button size="small" type="primary" loading={change.isPending}>
        确认
      </Button>
    </Popconfirm>
  );
}

// What a grade leads to (XJ-3c): the lowest to an interview and a letter, nothing of it by itself.
function Effects({ row }: { row: GradeRow }) {
  if (row.grade !== 'unqualified' || row.stage !== 'confirmed') return null;
  return (
    <>
      <Link to="/talks" search={{ act: 'invite', institution: row.institution, basis: `${row.citation.source}：信用等级不合格` } as never}>
        <Button size="small" tabIndex={-1}>
          警示约谈
        </Button>
      </Link>
      <Link to="/rectifications" search={{ act: 'letter', to: row.institution } as never}>
        <Button size="small" tabIndex={-1}>
          督促函
        </Button>
      </Link>
    </>
  );
}

function columnsFor(decides: boolean): Column<GradeRow>[] {
  return [
    { title: '机构', render: (row) => <>{row.institution_name}<div className="muted">{row.id}</div></> },
    { title: '年度', width: 80, render: (row) => String(row.year) },
    { title: '等级', width: 140, render: (row) => <>{row.grade_name}<Why citation={row.citation} /></> },
    { title: '评定', render: (row) => <>{row.rater}，{row.rated_on}<div className="muted">{row.region_name}　利害关系：{row.conflicts}</div></> },
    { title: '依据', render: (row) => row.basis },
    {
      title: '进展',
      width: 190,
      render: (row) => (
        <>
          <Tag color={gradeStageWords[row.stage].color}>{gradeStageWords[row.stage].label}</Tag>
          {row.withdrawn && <div className="muted">{row.withdrawn}</div>}
          {decides && row.stage !== 'withdrawn' && (
            <Space wrap style={{ marginTop: 4 }}>
              {row.stage === 'entered' && <Confirm row={row} />}
              <Effects row={row} />
              <ReasonForm label="撤回" send="撤回" done="评级已撤回" title={`撤回 ${row.institution_name} 的评级`} small max={500} make={(text) => withdrawGrade(row.id, text)} />
            </Space>
          )}
        </>
      ),
    },
  ];
}

export function GradeRows({ institution, decides = false }: { institution?: string; decides?: boolean }) {
  const list = usePages(['grades', institution ?? ''], (from) => gradesFrom(from, institution));
  return (
    <>
      <Rows
        label="信用评级"
        columns={columnsFor(decides)}
        rows={list.rows}
        rowKey={(row) => row.id}
        pending={list.isPending}
        empty={list.error ? '没有读到评级，请刷新。' : '还没有评级。未评级不等于不参加评定。'}
        least={900}
      />
      <More list={list} />
    </>
  );
}

export function GradesPage() {
  const session = useSession().data;
  return (
    <>
      <div className="headline">
        <div>
          <h1>信用评级</h1>
          <p>等级由第三方评定，由应急管理部门确认后生效并公开。等级只影响检查频次，不用来排名、筛选或推荐机构。</p>
        </div>
        {mayEnterGrades(session) && <GradeForm />}
      </div>
      <div className="panel">
        <GradeRows decides={mayConfirmGrades(session)} />
      </div>
    </>
  );
}
