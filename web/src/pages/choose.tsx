// SPDX-License-Identifier: Apache-2.0
// For an enterprise that looks for an institution: the register as it is, without any order of merit (XJ-8).
import { Tag } from 'antd';
import { api } from '../api/client';
import { type ListingInForce, listingsInForce } from '../api/listings';
import { type GradeRow, newestGrades } from '../api/planning';
import type { Institution } from '../api/registry';
import { useCatalogueName } from '../parts/catalogue';
import { useFilters } from '../parts/filters';
import { type Column, Rows } from '../parts/rows';
import { SearchField } from '../parts/search-field';
import { effectsAt, termOf } from '../parts/serious-dishonesty';
import { UntilTag } from '../parts/until';
import { More, usePages } from '../parts/pages';
import { Why } from '../parts/why';

type Choosable = Institution & { grade?: GradeRow; listings: ListingInForce[] };

// As published: the enterprise weighs it, the list leaves nobody out.
function Dishonest({ of }: { of: ListingInForce[] }) {
  return (
    <>
      {of.map((one) => (
        <div key={one.id}>
          <Tag color="red">严重失信主体{one.person && '（人员）'}</Tag>
          <span className="muted">
            {termOf(one)}　{effectsAt(one, 'choosing')}
          </span>
          {one.clause && <Why citation={one.clause} />}
        </div>
      ))}
    </>
  );
}

// Grade and date as published; the order of the list does not follow them (XJ-3c).
function Grade({ of }: { of?: GradeRow }) {
  if (!of) return <span className="muted">未评级</span>;
  return (
    <>
      {of.grade_name}
      <div className="muted">
        {of.year} 年度，{of.rated_on} 评定
      </div>
    </>
  );
}

function columnsFor(scopeName: (code: string) => string): Column<Choosable>[] {
  return [
    {
      title: '机构',
      render: (row) => (
        <>
          <a href={`/institutions/${row.id}`} target="_blank" rel="noreferrer">
            {row.name}
          </a>
          <div className="muted">{row.credit_code}</div>
          <Dishonest of={row.listings} />
          {!row.recognised && <Tag color="orange">依纸质材料记录，尚未登记</Tag>}
        </>
      ),
    },
    { title: '登记地', width: 130, render: (row) => row.region_name },
    { title: '证书编号', width: 130, render: (row) => row.qualification.certificate },
    { title: '业务范围', width: 230, render: (row) => row.qualification.scopes.map((one) => <div key={one}>{scopeName(one)}</div>) },
    {
      title: '有效期',
      width: 120,
      render: ({ qualification: { valid_from: from, valid_until: until } }) => (
        <>
          <span className="whole">{from} 至</span> <span className="whole">{until}</span> <UntilTag until={until} />
        </>
      ),
    },
    { title: '信用等级', width: 100, render: (row) => <Grade of={row.grade} /> },
    { title: '电话', width: 110, render: (row) => row.phone },
  ];
}

export function ChoosePage() {
  const [{ q = '' }] = useFilters();
  const scopeName = useCatalogueName('scopes');
  const list = usePages(['institutions', 'with grades', q], async (from) => {
    const page = (await api.GET('/api/v1/institutions', { params: { query: { q, ...from } } })).data!;
    const ids = page.items.map((one) => one.id);
    const [grades, listed] = await Promise.all([newestGrades(ids), listingsInForce(ids)]);
    const of = (id: string) => ({ grade: grades.get(id), listings: listed.filter((one) => one.institution === id) });
    return { ...page, items: page.items.map((one): Choosable => ({ ...one, ...of(one.id) })) };
  });
  return (
    <>
      <div className="headline">
        <div>
          <h1>选择机构</h1>
          <p>选择哪家机构由企业自主决定，任何部门不得指定或者变相指定。以下按登记次序列出，不是排名；请核对业务范围和有效期。未评级不等于不参加评定。</p>
        </div>
      </div>
      <div className="panel">
        <SearchField hint="机构名称、统一社会信用代码、证书编号" style={{ maxWidth: 400, marginBottom: 16 }} />
        <Rows
          label="机构"
          columns={columnsFor(scopeName)}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到机构，请刷新。' : q ? '没有找到这样的机构。' : '还没有登记机构。'}
          least={1090}
        />
        <More list={list} />
      </div>
    </>
  );
}
