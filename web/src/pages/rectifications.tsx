// SPDX-License-Identifier: Apache-2.0
// The ledger of rectification: by state, bureau, institution and campaign.
import { Link } from '@tanstack/react-router';
import { Button, Input, Result, Segmented, Space, Tag } from 'antd';
import { type OrderRow, ordersFrom } from '../api/rectification';
import { OrderForm } from '../forms/order';
import { checkedName, orderState, orderWords } from '../inspection-words';
import { addressOf, useFilters } from '../parts/filters';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { isBureau, mayInspect, maySeeInspections, useSession } from '../parts/session';

const columns: Column<OrderRow>[] = [
  {
    title: '文书',
    render: (row) => (
      <>
        <Link to="/rectifications/$id" params={{ id: row.id }}>
          {row.number ?? orderWords[row.kind]}
        </Link>
        <div className="muted">
          {row.number ? orderWords[row.kind] : row.id}
          {row.campaign && `　${row.campaign}`}
        </div>
      </>
    ),
  },
  { title: '整改单位', render: (row) => checkedName(row) },
  { title: '发出部门', width: 190, render: (row) => row.bureau_name },
  { title: '发出日期', width: 110, render: (row) => row.issued_on },
  {
    title: '期限',
    width: 150,
    render: (row) => (
      <>
        {row.due && <span className={row.overdue ? 'late' : ''}>{row.due}</span>}
        {row.recheck_due && <div className="muted">复查期限 {row.recheck_due}</div>}
        {row.closed_on && <div className="muted">{row.closed_on} 销号</div>}
      </>
    ),
  },
  {
    title: '进展',
    width: 140,
    render: (row) => (
      <>
        <Tag color={orderState(row).color}>{orderState(row).label}</Tag>
        <div className="muted">
          通过 {row.passed} / {row.items} 项
        </div>
      </>
    ),
  },
];

export function RectificationsPage() {
  const session = useSession().data;
  const [{ state, institution, bureau, campaign }, setFilters] = useFilters();
  const filters = { ...(state ? { state } : {}), ...(institution ? { institution } : {}), ...(bureau ? { bureau } : {}), ...(campaign ? { campaign } : {}) };
  const list = usePages(['rectifications', filters], (from) => ordersFrom(filters, from));
  if (session && !maySeeInspections(session)) return <Result status="403" title="整改由应急管理部门督办" />;
  const officer = isBureau(session);
  return (
    <>
      <div className="headline">
        <div>
          <h1>整改</h1>
          <p>{officer ? '责令、证明、复查、销号。逾期和复查未通过的，上一级部门可以看到。' : '责令本单位整改的事项：按期整改，提交证明，等待复查。'}</p>
        </div>
        <Space wrap>
          <Button href={`/api/v1/rectification-ledger?${addressOf(filters)}`} download>
            导出台账
          </Button>
          {mayInspect(session) && <OrderForm />}
        </Space>
      </div>
      <div className="panel">
        <div className="filters">
          <Segmented
            aria-label="进展"
            value={state ?? ''}
            onChange={(chosen) => setFilters({ state: chosen || undefined })}
            options={[
              { value: '', label: '全部' },
              { value: 'open', label: '整改中' },
              { value: 'to_recheck', label: '待复查' },
              { value: 'overdue', label: '逾期' },
              ...(officer ? [{ value: 'escalated', label: '督办' }] : []),
              { value: 'closed', label: '已销号' },
            ]}
          />
          {officer && (
            <Input.Search defaultValue={campaign} allowClear placeholder="专项名称" aria-label="专项名称" style={{ width: 200 }} onSearch={(typed) => setFilters({ campaign: typed.trim() || undefined })} />
          )}
          {officer && session && (
            <Segmented
              aria-label="部门"
              value={bureau === session.unit ? 'own' : 'all'}
              onChange={(chosen) => setFilters({ bureau: chosen === 'own' ? session.unit : undefined })}
              options={[
                { value: 'all', label: '本级和下级' },
                { value: 'own', label: '本部门' },
              ]}
            />
          )}
          {institution && (
            <Tag closable style={{ whiteSpace: 'normal' }} onClose={() => setFilters({ institution: undefined })}>
              机构 {list.rows[0]?.institution_name ?? institution}
            </Tag>
          )}
        </div>
        <Rows
          label="整改"
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到整改，请刷新。' : '没有整改事项。'}
          least={900}
        />
        <More list={list} />
      </div>
    </>
  );
}
