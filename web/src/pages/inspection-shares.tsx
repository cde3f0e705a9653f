// SPDX-License-Identifier: Apache-2.0
// Why bureaus inspected and in which setting: how many were drawn, how many chosen by somebody.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { useState } from 'react';
import { type BureauShares, inspectionShares } from '../api/inspection';
import { inspectionProportions, type SettingProportion } from '../api/planning';
import { originWords, settingWords, shareWords } from '../inspection-words';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { type Column, Rows } from '../parts/rows';
import { Why } from '../parts/why';
import { shareSource } from '../planning-words';

const columns: Column<BureauShares>[] = [
  { title: '部门', render: (row) => row.bureau_name },
  { title: '开展检查', width: 110, render: (row) => `${row.inspections} 次` },
  { title: '随机抽取', width: 150, render: (row) => shareWords(row.drawn, row.inspections) },
  {
    title: '其他来源',
    render: (row) => row.origins.filter((one) => one.origin !== 'draw').map((one) => <div key={one.origin}>{originWords[one.origin]}　{shareWords(one.inspections, row.inspections)}</div>),
  },
  {
    title: '场景',
    render: (row) => row.settings.map((one) => <div key={one.setting}>{settingWords[one.setting]}　{shareWords(one.inspections, row.inspections)}</div>),
  },
  { title: '拒绝检查', width: 100, render: (row) => (row.refused ? `${row.refused} 次` : '没有') },
];

// The gap has one click to the plan of an inspection in that setting.
const proportionColumns = (approved: boolean): Column<SettingProportion>[] => [
  {
    title: '场景',
    render: (row) => (
      <>
        {settingWords[row.setting]}
        {row.focus && <div className="muted">{row.focus}</div>}
      </>
    ),
  },
  {
    title: '比例',
    width: 220,
    render: (row) => {
      const source = shareSource(row, approved);
      return source ? (
        <>
          {row.percent}% <Tag color={source.color}>{source.label}</Tag>
          {row.reason && <div className="muted">{row.reason}</div>}
        </>
      ) : (
        '没有设定'
      );
    },
  },
  { title: '应查', width: 80, render: (row) => (row.percent === undefined ? '—' : `${row.wanted} 家`) },
  { title: '已查', width: 80, render: (row) => `${row.done} 家` },
  {
    title: '还差',
    width: 150,
    render: (row) =>
      row.gap > 0 ? (
        <>
          <span className="late">{row.gap} 家</span>{' '}
          <Link to="/inspections/new" search={{ setting: row.setting, origin: 'annual_plan' } as never}>
            安排检查
          </Link>
        </>
      ) : row.percent === undefined ? (
        '—'
      ) : (
        '没有'
      ),
  },
];

function SetProportions() {
  const found = useQuery({ queryKey: ['inspection-proportions'], queryFn: inspectionProportions });
  const view = found.data;
  return (
    <>
      <h3>各场景检查的比例</h3>
      <p className="muted">
        {view && `${view.year} 年，本地和在本地执业的机构 ${view.institutions} 家。`}
        比例由当地条款或者本部门的年度计划设定，同一家机构在同一场景只计一次，拒绝检查的不计。
        {view?.citation && <Why citation={view.citation} />}
        {view?.plan && (
          <Link to="/year-plans/$id" params={{ id: view.plan }}>
            年度计划
          </Link>
        )}
      </p>
      <Rows
        label="各场景检查的比例"
        columns={proportionColumns(view?.approved ?? false)}
        rows={view?.rows ?? []}
        rowKey={(row) => row.setting}
        pending={found.isPending}
        empty="没有读到，请刷新。"
        least={720}
      />
      <h3 style={{ marginTop: 24 }}>来源和场景</h3>
    </>
  );
}

export function InspectionShares() {
  const [from, setFrom] = useState(() => beijingNow().startOf('year'));
  const found = useQuery({ queryKey: ['inspection-shares', day(from)], queryFn: () => inspectionShares(day(from)) });
  return (
    <>
      <SetProportions />
      <p className="muted">本部门和下级部门已经开始的检查。重点检查、举报和交办的检查不抽取，登记时写明理由；这里显示它们和随机抽取的各占多少。</p>
      <label className="asked">
        从哪天起
        <DatePicker value={from} allowClear={false} maxDate={beijingNow()} onChange={(chosen) => chosen && setFrom(chosen)} />
      </label>
      <div style={{ marginTop: 16 }}>
        <Rows
          label="检查来源和场景"
          columns={columns}
          rows={found.data ?? []}
          rowKey={(row) => row.bureau}
          pending={found.isPending}
          empty={found.error ? '没有读到，请刷新。' : '这段时间没有开展检查。'}
          least={900}
        />
      </div>
    </>
  );
}
