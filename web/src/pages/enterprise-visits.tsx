// SPDX-License-Identifier: Apache-2.0
// How often enterprises that are served here were visited this year, against the place's cap.
import { Link } from '@tanstack/react-router';
import { Segmented, Tag } from 'antd';
import { useState } from 'react';
import { type EnterpriseVisits, enterpriseVisits } from '../api/planning';
import { LooksList } from '../parts/looks';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { maySeeEnterprises, useSession } from '../parts/session';

function Name({ row }: { row: EnterpriseVisits }) {
  if (!maySeeEnterprises(useSession().data)) return <>{row.name}</>;
  return (
    <Link to="/enterprises/$id" params={{ id: row.enterprise }}>
      {row.name}
    </Link>
  );
}

const columns: Column<EnterpriseVisits>[] = [
  { title: '企业', render: (row) => <Name row={row} /> },
  { title: '进入现场', render: (row) => <LooksList by={row.by} /> },
  {
    title: '次数',
    width: 220,
    render: (row) => (
      <>
        {row.visits} 次，其中本部门 {row.own} 次
        <div className="muted">{row.cap === undefined ? '当地没有公布频次上限' : `上限每年 ${row.cap} 次`}</div>
        {row.over_cap && <Tag color="red">超过频次上限</Tag>}
      </>
    ),
  },
];

export function EnterpriseVisitsList() {
  const [least, setLeast] = useState('0');
  const list = usePages(['enterprise-visits', least], (from) => enterpriseVisits(least, from));
  return (
    <>
      <p className="muted">今年在本地有项目的企业。现场检查、联合检查和项目抽查计入，非现场核查不计；各部门的都列出，上限对照本部门的。</p>
      <Segmented
        value={least}
        onChange={(chosen) => setLeast(String(chosen))}
        style={{ marginBottom: 8 }}
        options={[
          { value: '0', label: '全部' },
          { value: '1', label: '今年查过' },
          { value: '2', label: '两次以上' },
        ]}
      />
      <Rows label="企业检查次数" columns={columns} rows={list.rows} rowKey={(row) => row.enterprise} pending={list.isPending} empty={list.error ? '没有读到，请刷新。' : '没有这样的企业。'} least={800} />
      <More list={list} />
    </>
  );
}
