// SPDX-License-Identifier: Apache-2.0
// The list of serious dishonesty: who is to be listed, is listed, was removed.
import { Link } from '@tanstack/react-router';
import { Result, Tag } from 'antd';
import { type ListingRow, listingsFrom } from '../api/cases';
import { listingStepWords } from '../case-words';
import { useCatalogueName } from '../parts/catalogue';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { isBureau, useSession } from '../parts/session';

export function ListingsPage() {
  const session = useSession().data;
  const list = usePages(['listings'], listingsFrom);
  const situation = useCatalogueName('dishonesty_situations');
  if (session && !isBureau(session)) return <Result status="403" title="失信名单由应急管理部门办理" />;
  const columns: Column<ListingRow>[] = [
    {
      title: '主体',
      render: (row) => (
        <>
          <Link to="/listings/$id" params={{ id: row.id }}>
            {row.institution_name}
            {row.person && `　${row.person}`}
          </Link>
          <div className="muted">{row.id}</div>
        </>
      ),
    },
    { title: '情形', render: (row) => situation(row.situation) },
    { title: '机关', width: 170, render: (row) => row.bureau_name },
    { title: '列入', width: 110, render: (row) => row.listed_on ?? '' },
    { title: '管理期限至', width: 110, render: (row) => row.ends_on ?? '' },
    {
      title: '现在',
      width: 150,
      render: (row) => (
        <>
          <Tag color={row.in_force ? 'red' : 'default'}>{listingStepWords[row.stage]}</Tag>
          {row.overdue > 0 && <Tag color="red">逾期 {row.overdue} 项</Tag>}
        </>
      ),
    },
  ];
  return (
    <>
      <div className="headline">
        <div>
          <h1>严重失信主体名单</h1>
          <p>以已送达的处罚决定为依据：先告知、听取申辩，再决定；列入三年，满十二个月可以申请提前移出。从已决定的案件中发起。</p>
        </div>
      </div>
      <div className="panel">
        <Rows label="严重失信主体名单" columns={columns} rows={list.rows} rowKey={(row) => row.id} pending={list.isPending} empty={list.error ? '没有读到名单，请刷新。' : '没有名单事项。'} least={900} />
        <More list={list} />
      </div>
    </>
  );
}
