// SPDX-License-Identifier: Apache-2.0
// One plan of a year: whom, how often, why, and what of it is done.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Descriptions, Popconfirm, Result, Space, Spin, Tag, Timeline } from 'antd';
import { Problem } from '../api/client';
import { approveYearPlan, type YearPlan, yearPlanOf } from '../api/planning';
import { ChangeYearPlanForm } from '../forms/year-plan';
import { settingWords } from '../inspection-words';
import { useChange } from '../parts/change';
import { LedgerEntry } from '../parts/findings';
import { type Column, Rows } from '../parts/rows';
import { mayHoldDraws, useSession } from '../parts/session';
import { coverageWords, planSize, yearStageWords } from '../planning-words';
import { time } from '../words';

type Line = YearPlan['items'][number];

const columns: Column<Line>[] = [
  {
    title: '机构',
    render: ({ visits, name }) => (
      <Link to="/institutions/$id" params={{ id: visits.institution }}>
        {name}
      </Link>
    ),
  },
  { title: '方式', width: 120, render: ({ visits }) => coverageWords[visits.kind] },
  {
    title: '已做 / 计划',
    width: 140,
    render: ({ visits, done }) => (
      <>
        {done} / {visits.times} 次 {done >= visits.times && <Tag color="green">完成</Tag>}
      </>
    ),
  },
  { title: '理由', render: ({ visits }) => visits.reason },
];

function Approve({ plan }: { plan: YearPlan }) {
  const change = useChange('计划已批准', () => approveYearPlan(plan.summary.id));
  return (
    <Popconfirm title="批准这份计划" okText="批准" cancelText="取消" onConfirm={() => change.mutate(undefined)}>
      <Button type="primary" loading={change.isPending}>
        批准
      </Button>
    </Popconfirm>
  );
}

export function YearPlanPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const session = useSession().data;
  const found = useQuery({ queryKey: ['year-plan', id], queryFn: () => yearPlanOf(id) });
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const hidden = found.error instanceof Problem && found.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有这份年度检查计划，或您不能查看' : '没有读到计划，请刷新'} />;
  }
  const plan = found.data;
  const { summary } = plan;
  return (
    <>
      <div className="headline">
        <div>
          <h1>{summary.title}</h1>
          <p>
            <Tag color={yearStageWords[summary.stage].color}>{yearStageWords[summary.stage].label}</Tag>
            {summary.id}　{summary.bureau_name}
          </p>
        </div>
        <Space wrap className="no-print">
          {plan.yours_to_approve && <Approve plan={plan} />}
          {mayHoldDraws(session) && session?.unit === summary.bureau && <ChangeYearPlanForm plan={plan} />}
          <Button onClick={() => window.print()}>打印</Button>
        </Space>
      </div>
      <div className="panel">
        <Descriptions
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'b', label: '依据', children: plan.basis },
            { key: 's', label: '规模', children: planSize(summary) },
            ...(plan.shares.length > 0
              ? [
                  {
                    key: 'p',
                    label: '各场景的比例',
                    children: plan.shares.map((one) => (
                      <div key={one.setting}>
                        {settingWords[one.setting]} {one.percent}%：{one.reason}
                      </div>
                    )),
                  },
                ]
              : []),
            { key: 'e', label: '记录', children: <LedgerEntry entry={summary.entry} /> },
          ]}
        />
        <Rows label="计划的机构" columns={columns} rows={plan.items} rowKey={(row) => `${row.visits.institution} ${row.visits.kind}`} pending={false} empty="计划里没有机构。" least={700} />
      </div>
      <div className="panel">
        <h2>批准和变更</h2>
        <Timeline
          items={plan.acts.map((act, at) => ({
            key: at,
            content: (
              <>
                {act.what}　{act.by}　<span className="muted">{time(act.at)}</span>
                {act.reason && <div>{act.reason}</div>}
              </>
            ),
          }))}
        />
      </div>
    </>
  );
}
