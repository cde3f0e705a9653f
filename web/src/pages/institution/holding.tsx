// SPDX-License-Identifier: Apache-2.0
// Whether the institution still has what its qualification asks for, as far as the register can tell.
import { useQuery } from '@tanstack/react-query';
import { Spin, Tag } from 'antd';
import { type Condition, type Holding, holdingOf } from '../../api/registry';
import { type Column, Rows } from '../../parts/rows';
import { Why } from '../../parts/why';
import { markWords } from '../../words';

// The register knows the days of the certificate itself; of everything else it knows what it can count.
const known = (row: Condition) => row.have !== undefined || row.code === 'certificate' || !row.holds;
const amount = (value: number | undefined, unit: string) => (value === undefined ? '' : `${value}${unit}`);

function Verdict({ row }: { row: Condition }) {
  if (!known(row)) return <span className="muted">登记册中没有可核对的数据</span>;
  if (row.holds) return <Tag color="green">满足</Tag>;
  return (
    <>
      <Tag color="red">不满足</Tag>
      {row.since && <span className="muted">自 {row.since} 起</span>}
      <div>{row.text}</div>
    </>
  );
}

function WhyHeld({ row, holding }: { row: Condition; holding: Holding }) {
  const clause = row.code.startsWith('staffing.') ? holding.staffing_clause : holding.conditions_clause;
  if (!clause) return null;
  const facts = {
    条件: row.name,
    ...(row.asked === undefined ? {} : { 要求: amount(row.asked, row.unit) }),
    ...(row.have === undefined ? {} : { 登记: amount(row.have, row.unit) }),
    计算日: holding.day,
  };
  return <Why citation={clause} facts={facts} />;
}

function columnsFor(holding: Holding): Column<Condition>[] {
  return [
    { title: '条件', render: (row) => row.name },
    { title: '要求', width: 100, render: (row) => amount(row.asked, row.unit) },
    { title: '登记', width: 90, render: (row) => amount(row.have, row.unit) },
    { title: '是否满足', render: (row) => <Verdict row={row} /> },
    { title: '来源核实', width: 130, render: (row) => markWords[row.mark] ?? '' },
    { title: '依据', width: 64, render: (row) => <WhyHeld row={row} holding={holding} /> },
  ];
}

export function HoldingPart({ institution }: { institution: string }) {
  const holding = useQuery({ queryKey: ['holding', institution], queryFn: () => holdingOf(institution) });
  if (holding.isPending) return <Spin />;
  if (!holding.data) return <div className="rows-note">没有读到资质保持情况，请刷新。</div>;
  const { conditions, gaps, day } = holding.data;
  return (
    <>
      <p className="muted">
        {day} 核对：{gaps ? `${gaps} 项不满足` : '能核对的各项都满足'}，{conditions.filter((row) => !known(row)).length} 项没有可核对的数据。
        “不满足”只说明登记的内容不足，由监管人员核实后认定。
      </p>
      <Rows
        label="资质保持"
        columns={columnsFor(holding.data)}
        rows={conditions}
        rowKey={(row) => row.code}
        empty="现行名录没有列出资质条件。"
        least={820}
      />
    </>
  );
}
