// SPDX-License-Identifier: Apache-2.0
// Plans of a year, and how far the year's coverage has come.
import { Link } from '@tanstack/react-router';
import { Result, Tabs, Tag } from 'antd';
import { type YearPlanRow, yearPlansFrom } from '../api/planning';
import { WriteYearPlanForm } from '../forms/year-plan';
import { useFilters } from '../parts/filters';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { isBureau, mayHoldDraws, useSession } from '../parts/session';
import { yearStageWords } from '../planning-words';
import { time } from '../words';
import { CampaignCoverage } from './campaign';
import { CoverageMeter } from './coverage';
import { EnterpriseVisitsList } from './enterprise-visits';
import { InspectionShares } from './inspection-shares';

const columns: Column<YearPlanRow>[] = [
  {
    title: '计划',
    render: (row) => (
      <>
        <Link to="/year-plans/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
        <div className="muted">{row.id}</div>
      </>
    ),
  },
  { title: '部门', width: 200, render: (row) => row.bureau_name },
  { title: '年度', width: 80, render: (row) => String(row.year) },
  { title: '机构和次数', width: 150, render: (row) => `${row.institutions} 家，${row.visits} 次` },
  { title: '进展', width: 110, render: (row) => <Tag color={yearStageWords[row.stage].color}>{yearStageWords[row.stage].label}</Tag> },
  { title: '立定', width: 160, render: (row) => time(row.written_at) },
];

function Plans() {
  const list = usePages(['year-plans'], yearPlansFrom);
  return (
    <>
      <Rows
        label="年度检查计划"
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        pending={list.isPending}
        empty={list.error ? '没有读到计划，请刷新。' : '还没有立过年度计划。'}
        least={800}
      />
      <More list={list} />
    </>
  );
}

export function YearPlansPage() {
  const session = useSession().data;
  const [{ tab = 'coverage' }, setFilters] = useFilters();
  if (session && !isBureau(session)) return <Result status="403" title="检查计划由应急管理部门制定" />;
  const own = mayHoldDraws(session);
  return (
    <>
      <div className="headline">
        <div>
          <h1>检查计划与全覆盖</h1>
          <p>计划按全覆盖、信用等级和重点监督检查对象建议次数；现场检查、非现场核查、联合检查和其他部门的结果都计入覆盖，分开显示。</p>
        </div>
        {own && <WriteYearPlanForm />}
      </div>
      <div className="panel">
        <Tabs
          activeKey={own ? tab : 'plans'}
          onChange={(chosen) => setFilters({ tab: chosen })}
          items={[
            ...(own
              ? [
                  { key: 'coverage', label: '全覆盖', children: <CoverageMeter /> },
                  { key: 'campaign', label: '专项全覆盖', children: <CampaignCoverage /> },
                  { key: 'shares', label: '来源和场景', children: <InspectionShares /> },
                  { key: 'enterprises', label: '企业检查次数', children: <EnterpriseVisitsList /> },
                ]
              : []),
            { key: 'plans', label: '年度计划', children: <Plans /> },
          ]}
        />
      </div>
    </>
  );
}
