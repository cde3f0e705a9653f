// SPDX-License-Identifier: Apache-2.0
// Whether the people there are fill what a scope asks for: who fills which specialty, what is missing.
import { Tag } from 'antd';
import type { Staffing } from '../api/registry';
import { missingOf, type StaffingLine, staffingLines } from '../registry-words';
import { type Column, Rows } from './rows';

const columns: Column<StaffingLine>[] = [
  { title: '专业', width: 160, render: (row) => row.specialty },
  { title: '由谁担任', render: (row) => row.who || '无' },
];
const gaps: Column<StaffingLine> = {
  title: '缺口',
  render: (row) =>
    row.missing > 0 && (
      <>
        <Tag color="red">缺 {row.missing} 人</Tag>
        <span className="muted">{row.text}</span>
      </>
    ),
};

export function StaffingTag({ staffing }: { staffing: Pick<Staffing, 'gaps'> }) {
  const missing = missingOf(staffing);
  return <Tag color={missing ? 'red' : 'green'}>{missing ? `缺 ${missing} 人` : '配备齐全'}</Tag>;
}

export function StaffingTable({ staffing, label }: { staffing: Staffing; label: string }) {
  return (
    <Rows
      label={label}
      columns={staffing.gaps.length ? [...columns, gaps] : columns}
      rows={staffingLines(staffing)}
      rowKey={(row) => row.specialty}
      empty="现行名录没有列出这一业务范围的专业配备要求。"
    />
  );
}
