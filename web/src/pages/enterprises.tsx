// SPDX-License-Identifier: Apache-2.0
import { Link } from '@tanstack/react-router';
import { Button, Space } from 'antd';
import { api } from '../api/client';
import type { Enterprise } from '../api/registry';
import { enterpriseSheet } from '../api/sheets';
import { TakeIn } from '../forms/take-in';
import { useCatalogueName } from '../parts/catalogue';
import { useFilters } from '../parts/filters';
import { type Column, Rows } from '../parts/rows';
import { SearchField } from '../parts/search-field';
import { SavedViews } from '../parts/saved-views';
import { isBureau, mayRegisterEnterprises, useSession } from '../parts/session';
import { supervisionWords } from '../registry-words';
import { More, usePages } from '../parts/pages';

function columnsFor(industry: (code: string) => string): Column<Enterprise>[] {
  return [
    {
      title: '企业',
      render: (row) => (
        <>
          <Link to="/enterprises/$id" params={{ id: row.id }}>
            {row.name}
          </Link>
          <div className="muted">{row.credit_code}</div>
        </>
      ),
    },
    { title: '所在地', width: 190, render: (row) => row.region_name },
    { title: '地址', render: (row) => row.address },
    { title: '行业', width: 170, render: (row) => (row.industry ? industry(row.industry) : <span className="muted">未登记</span>) },
    {
      title: '监管层级',
      width: 130,
      render: (row) => (row.supervision_level ? supervisionWords[row.supervision_level] : <span className="muted">未登记</span>),
    },
  ];
}

const kSearched = '企业名称的一部分，或统一社会信用代码';

export function EnterprisesPage() {
  const session = useSession().data;
  const [{ q = '' }] = useFilters();
  const industry = useCatalogueName('industries');
  const list = usePages(['enterprises', q], async (from) =>
      (await api.GET('/api/v1/enterprises', { params: { query: { q, ...from } } })).data!);
  return (
    <>
      <div className="headline">
        <div>
          <h1>企业</h1>
          <p>{isBureau(session) ? '辖区内登记的企业。' : '在平台登记的企业。'}</p>
        </div>
        <Space wrap className="no-print">
          <Button href={`/api/v1/enterprise-list?${new URLSearchParams({ q })}`} download>
            导出清单
          </Button>
          {mayRegisterEnterprises(session) && <TakeIn kind={enterpriseSheet()} />}
        </Space>
      </div>
      <div className="panel">
        <SavedViews list="enterprises" />
        <SearchField hint={kSearched} style={{ maxWidth: 400, marginBottom: 16 }} />
        <Rows
          label="企业"
          columns={columnsFor(industry)}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到企业，请刷新。' : q ? '没有找到这样的企业。' : '还没有登记企业。'}
          least={900}
        />
        <More list={list} />
      </div>
    </>
  );
}
