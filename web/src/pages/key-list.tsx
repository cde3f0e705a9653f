// SPDX-License-Identifier: Apache-2.0
// Those watched more closely: proposed, listed, over.
import { Link } from '@tanstack/react-router';
import { Result, Space, Tabs, Tag } from 'antd';
import { keyListFrom, type ListingRow } from '../api/planning';
import { LookButton, ProposeForm } from '../forms/key-list-acts';
import { useFilters } from '../parts/filters';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { isBureau, mayHoldDraws, mayWeighPrices, useSession } from '../parts/session';
import { listingTag } from '../planning-words';
import { time } from '../words';
import { LowPrices } from './low-prices';

export const listingColumns: Column<ListingRow>[] = [
  {
    title: '机构',
    render: (row) => (
      <>
        <Link to="/key-list/$id" params={{ id: row.id }}>
          {row.institution_name}
        </Link>
        <div className="muted">{row.id}</div>
      </>
    ),
  },
  { title: '情形', width: 200, render: (row) => <>{row.trigger_name}<div className="muted">{row.happened_on}</div></> },
  { title: '部门', width: 180, render: (row) => row.bureau_name },
  {
    title: '进展',
    width: 220,
    render: (row) => {
      const { label, color } = listingTag(row);
      return (
        <>
          <Tag color={color}>{label}</Tag>
          <div className="muted">
            {row.stage === 'proposed' && row.confirm_due && `应于 ${row.confirm_due} 前确认`}
            {row.stage === 'listed' && row.until && `至 ${row.until}`}
          </div>
        </>
      );
    },
  },
  { title: '提议', width: 160, render: (row) => time(row.proposed_at) },
];

function Listings() {
  const list = usePages(['key-list'], (from) => keyListFrom(from));
  return (
    <>
      <Rows
        label="重点监督检查对象"
        columns={listingColumns}
        rows={list.rows}
        rowKey={(row) => row.id}
        pending={list.isPending}
        empty={list.error ? '没有读到名单，请刷新。' : '还没有提议过。'}
        least={900}
      />
      <More list={list} />
    </>
  );
}

export function KeyListPage() {
  const session = useSession().data;
  const [{ tab = 'list' }, setFilters] = useFilters();
  if (session && !isBureau(session)) return <Result status="403" title="重点监督检查对象由应急管理部门确定" />;
  const weighs = mayWeighPrices(session);
  return (
    <>
      <div className="headline">
        <div>
          <h1>重点监督检查对象</h1>
          <p>六种情形由条款写明：平台核对得出的和经办人提议的，都由人确认；机构可以提出异议，到期退出。报告核查的线索不在其中。</p>
        </div>
        {mayHoldDraws(session) && (
          <Space wrap>
            <LookButton />
            <ProposeForm />
          </Space>
        )}
      </div>
      <div className="panel">
        {weighs ? (
          <Tabs
            activeKey={tab}
            onChange={(chosen) => setFilters({ tab: chosen })}
            items={[
              { key: 'list', label: '名单', children: <Listings /> },
              { key: 'prices', label: '价格偏低', children: <LowPrices /> },
            ]}
          />
        ) : (
          <Listings />
        )}
      </div>
    </>
  );
}
