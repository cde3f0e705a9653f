// SPDX-License-Identifier: Apache-2.0
// Why bureaus inspected and in which setting: how many were drawn, how many chosen by somebody.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type BureauShares, inspectionShares } from '../api/inspection';
import { originWords, settingWords, shareWords } from '../inspection-words';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { type Column, Rows } from '../parts/rows';

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

export function InspectionShares() {
  const [from, setFrom] = useState(() => beijingNow().startOf('year'));
  const found = useQuery({ queryKey: ['inspection-shares', day(from)], queryFn: () => inspectionShares(day(from)) });
  return (
    <>
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
