// SPDX-License-Identifier: Apache-2.0
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { api } from '../api/client';
import type { Institution } from '../api/registry';
import { useCatalogueName } from '../parts/catalogue';
import { useFilters } from '../parts/filters';
import { type Column, Rows } from '../parts/rows';
import { SearchField } from '../parts/search-field';
import { SavedViews } from '../parts/saved-views';
import { UntilTag } from '../parts/until';
import { More, usePages } from '../parts/pages';

function columnsFor(scopeName: (code: string) => string): Column<Institution>[] {
  return [
    {
      title: '机构',
      render: (row) => (
        <>
          <Link to="/institutions/$id" params={{ id: row.id }}>
            {row.name}
          </Link>
          <div className="muted">{row.credit_code}</div>
        </>
      ),
    },
    { title: '登记地', width: 170, render: (row) => row.region_name },
    { title: '证书编号', width: 130, render: (row) => row.qualification.certificate },
    { title: '业务范围', width: 250, render: (row) => row.qualification.scopes.map(scopeName).join('；') },
    { title: '有效期至', width: 120, render: ({ qualification: { valid_until: until } }) => <>{until} <UntilTag until={until} quiet /></> },
    { title: '人员', width: 72, render: (row) => `${row.people} 人` },
  ];
}

export function InstitutionsPage() {
  const [{ q = '' }] = useFilters();
  const scopeName = useCatalogueName('scopes');
  const list = usePages(['institutions', q], async (from) =>
      (await api.GET('/api/v1/institutions', { params: { query: { q, ...from } } })).data!);
  return (
    <>
      <div className="headline">
        <div>
          <h1>机构</h1>
          <p>在平台登记的全部机构；在辖区登记、设有分支机构或有项目的，可以查看登记详情。</p>
        </div>
        <Link className="no-print" to="/hosting">
          安全托管覆盖
        </Link>
        <Button className="no-print" href={`/api/v1/institution-list?${new URLSearchParams({ q })}`} download>
          导出清单
        </Button>
      </div>
      <div className="panel">
        <SavedViews list="institutions" />
        <SearchField hint="机构名称、统一社会信用代码、证书编号" style={{ maxWidth: 400, marginBottom: 16 }} />
        <Rows
          label="机构"
          columns={columnsFor(scopeName)}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到机构，请刷新。' : q ? '没有找到这样的机构。' : '还没有登记机构。'}
          least={900}
        />
        <More list={list} />
      </div>
    </>
  );
}
