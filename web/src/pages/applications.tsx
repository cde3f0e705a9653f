// SPDX-License-Identifier: Apache-2.0
// Applications for permits, the undecided first, the nearest limit first.
import { Link } from '@tanstack/react-router';
import { Button, Segmented, Space, Tag } from 'antd';
import type { Session } from '../api/client';
import type { ApplicationRow } from '../api/permit';
import { ApplicationForm } from '../forms/application';
import { useCatalogueName, useRegionName } from '../parts/catalogue';
import { More } from '../parts/pages';
import { addressOf, useFilters } from '../parts/filters';
import { useApplications } from '../parts/permit-query';
import { type Column, Rows } from '../parts/rows';
import { SearchField } from '../parts/search-field';
import { SavedViews } from '../parts/saved-views';
import { isBureau, isEnterprise, mayReceiveApplications, useSession } from '../parts/session';
import { outcomeWords, pressing } from '../permit-words';
import { daysWords } from '../project-filter-words';
import { daysLeft } from '../words';

function Limit({ row }: { row: ApplicationRow }) {
  if (!row.due) return row.outcome ? null : <span className="muted">尚未起算</span>;
  return (
    <>
      {row.due}
      <div className={pressing(row) ? 'late' : 'muted'}>{daysLeft(row.working_days_left)}</div>
    </>
  );
}

function columnsFor(kindName: (code: string) => string): Column<ApplicationRow>[] {
  return [
    {
      title: '申请事项',
      render: (row) => (
        <>
          <Link to="/applications/$id" params={{ id: row.id }}>
            {row.title}
          </Link>
          <div className="muted">{row.id}</div>
        </>
      ),
    },
    { title: '许可种类', render: (row) => kindName(row.kind) },
    { title: '申请人', render: (row) => row.enterprise_name },
    { title: '收到', width: 96, render: (row) => row.received_on },
    { title: '法定期限', width: 128, render: (row) => <Limit row={row} /> },
    {
      title: '未完成补正',
      width: 96,
      render: ({ open_corrections: open }) => (open > 0 ? <Tag color="orange">{open} 份</Tag> : null),
    },
    { title: '办公会议', width: 96, render: (row) => row.meeting_on },
    {
      title: '决定',
      width: 104,
      render: ({ outcome }) => {
        const word = outcome && outcomeWords[outcome];
        return word ? <Tag color={word.color}>{word.label}</Tag> : '未决定';
      },
    },
  ];
}

function whose(session: Session | undefined): string {
  if (isBureau(session)) return '以安全评价报告为审查内容的申请，期限近的在前。';
  return isEnterprise(session) ? '本企业的申请。' : '依据本机构报告的申请。';
}

const names = ['q', 'region', 'state', 'received_from', 'received_until'] as const;

export function ApplicationsPage() {
  const session = useSession().data;
  const [filters, setFilters] = useFilters();
  const given = Object.fromEntries(names.filter((name) => filters[name]).map((name) => [name, filters[name]]));
  const { state = '', region, received_from: from, received_until: until } = given;
  const address = addressOf(given);
  const kindName = useCatalogueName('permit_kinds');
  const list = useApplications(given);
  const regionName = useRegionName(region);
  const received = daysWords('收到', from, until);
  return (
    <>
      <div className="headline">
        <div>
          <h1>许可申请</h1>
          <p>{whose(session)}</p>
        </div>
        <Space wrap className="no-print">
          <Button href={`/api/v1/application-list?${address}`} download>
            导出清单
          </Button>
          {mayReceiveApplications(session) && <ApplicationForm />}
        </Space>
      </div>
      <div className="panel">
        <SavedViews list="applications" />
        <div className="filters">
          <SearchField hint="申请事项、申请人、编号" style={{ width: 260 }} />
          <Segmented
            value={state}
            onChange={(chosen) => setFilters({ state: chosen })}
            options={[
              { value: '', label: '全部' },
              { value: 'open', label: '未决定' },
              { value: 'decided', label: '已决定' },
              { value: 'held', label: '暂缓上会' },
              { value: 'escalated', label: '提级决定' },
            ]}
          />
          {region && (
            <Tag closable onClose={() => setFilters({ region: undefined })}>
              地区：{regionName}
            </Tag>
          )}
          {received && (
            <Tag closable onClose={() => setFilters({ received_from: undefined, received_until: undefined })}>
              {received}
            </Tag>
          )}
        </div>
        <Rows
          label="许可申请"
          columns={columnsFor(kindName)}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到许可申请，请刷新。' : address !== '' ? '没有符合条件的许可申请。' : '还没有许可申请。'}
          least={960}
        />
        <More list={list} />
      </div>
    </>
  );
}
