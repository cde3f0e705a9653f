// SPDX-License-Identifier: Apache-2.0
// The register of experts, every bureau's.
import { Link } from '@tanstack/react-router';
import { Button, Segmented, Space } from 'antd';
import { type ExpertRow, type ExpertState, expertsLike } from '../api/expert';
import { expertSheet } from '../api/sheets';
import { ExpertForm } from '../forms/expert';
import { TakeIn } from '../forms/take-in';
import { FieldTags, StandingTag, Term } from '../parts/expert';
import { addressOf, useFilters } from '../parts/filters';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { SearchField } from '../parts/search-field';
import { mayListExperts, useSession } from '../parts/session';

const columns: Column<ExpertRow>[] = [
  {
    title: '姓名',
    width: 150,
    render: (row) => (
      <>
        <Link to="/experts/$id" params={{ id: row.id }}>
          {row.name}
        </Link>
        <div className="muted">{row.title}</div>
      </>
    ),
  },
  { title: '专业', render: (row) => <FieldTags fields={row.fields} /> },
  {
    title: '工作单位',
    render: (row) => (
      <>
        {row.employer}
        {row.employers_before.length > 0 && <div className="muted">曾任职：{row.employers_before.join('、')}</div>}
      </>
    ),
  },
  { title: '聘期', width: 206, render: (row) => <Term expert={row} /> },
  { title: '建库部门', width: 160, render: (row) => row.bureau_name },
  { title: '状态', width: 104, render: (row) => <StandingTag expert={row} /> },
];

const kSearched = '专业或工作单位的一部分，或完整姓名';

function nothing(q: string, state: ExpertState): string {
  if (q) return state === 'current' ? '在库专家里没有找到。' : '不在库的专家里没有找到。';
  return state === 'current' ? '没有在库的专家。' : '没有出库或聘期已满的专家。';
}

export function ExpertsPage() {
  const session = useSession().data;
  const [{ q = '', state: asked }, setFilters] = useFilters();
  const state = asked === 'former' ? 'former' : 'current';
  const list = usePages(['experts', q, state], (from) => expertsLike(q, state, from));
  return (
    <>
      <div className="headline">
        <div>
          <h1>专家库</h1>
          <p>各级应急管理部门登记的专家，机构外聘专家时可以从中选用。</p>
        </div>
        <Space wrap>
          <Button href={`/api/v1/expert-list?${addressOf({ q, state })}`} download>
            导出清单
          </Button>
          {mayListExperts(session) && <TakeIn kind={expertSheet()} />}
          {mayListExperts(session) && <ExpertForm />}
        </Space>
      </div>
      <div className="panel">
        <div className="filters">
          <SearchField hint={kSearched} style={{ width: 340, maxWidth: '100%' }} />
          <Segmented
            value={state}
            onChange={(chosen) => setFilters({ state: chosen === 'former' ? chosen : undefined })}
            options={[
              { value: 'current', label: '在库' },
              { value: 'former', label: '不在库' },
            ]}
          />
        </div>
        <Rows
          label="专家"
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到专家，请刷新。' : nothing(q, state)}
          least={900}
        />
        <More list={list} />
      </div>
    </>
  );
}
