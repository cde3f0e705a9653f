// SPDX-License-Identifier: Apache-2.0
// Projects whose price the book calls low among like ones, each to be looked at by a person.
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { type LowPrice, lowPricesFrom } from '../api/planning';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { verdictWords } from '../planning-words';
import { yuan } from '../words';

const columns: Column<LowPrice>[] = [
  {
    title: '项目',
    render: (row) => (
      <>
        <Link to="/projects/$id" params={{ id: row.project }} search={{ tab: 'contract' } as never}>
          {row.title}
        </Link>
        <div className="muted">{row.project}　{row.region_name}</div>
      </>
    ),
  },
  { title: '机构和企业', render: (row) => <>{row.institution_name}<div className="muted">{row.enterprise_name}</div></> },
  { title: '价款', width: 120, render: (row) => yuan(row.price) },
  { title: '位置', width: 230, render: (row) => <>高于同类 {row.percentile}%<div className="muted">{row.area}，{row.samples} 个</div></> },
  {
    title: '结论',
    width: 140,
    render: (row) => {
      const { label, color } = row.verdict ? verdictWords[row.verdict] : { label: '价格偏低（待核）', color: 'orange' };
      return <Tag color={color}>{label}</Tag>;
    },
  },
];

export function LowPrices() {
  const list = usePages(['low-prices'], lowPricesFrom);
  return (
    <>
      <p className="muted">价款低于规则书所说的同类位置，只是偏低：先询问，再作结论。同类项目不够的不比较，也不列在这里。</p>
      <Rows
        label="价格偏低的项目"
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.project}
        pending={list.isPending}
        empty={list.error ? '没有读到，请刷新。' : '没有价格偏低的项目，或者当地的规则书没有价格比较。'}
        least={900}
      />
      <More list={list} />
    </>
  );
}
