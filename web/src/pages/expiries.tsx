// SPDX-License-Identifier: Apache-2.0
// What runs out in 90 days or did in the last 30: qualifications, credentials, calibrations.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Select, Space } from 'antd';
import { expiries, type Expiry } from '../api/registry';
import { useFilters } from '../parts/filters';
import { type Column, Rows } from '../parts/rows';
import { isInstitution, useSession } from '../parts/session';
import { beijingToday, calendarDaysLeft, daysUntil, expiryWords } from '../registry-words';

function Left({ until }: { until: string }) {
  const today = beijingToday();
  return <span className={daysUntil(until, today) < 0 ? 'late' : 'muted'}>{calendarDaysLeft(until, today)}</span>;
}

// To where it is renewed.
function whereOf(row: Expiry): Record<string, string> {
  if (row.what === 'qualification') return {};
  return row.what === 'calibration' ? { tab: 'instruments' } : { person: row.about };
}

function Where({ row, own }: { row: Expiry; own: boolean }) {
  const name = row.about_name || row.institution_name;
  if (own)
    return (
      <Link to="/institution" search={whereOf(row)}>
        {name}
      </Link>
    );
  return (
    <Link to="/institutions/$id" params={{ id: row.institution }} search={whereOf(row)}>
      {name}
    </Link>
  );
}

function columnsFor(own: boolean): Column<Expiry>[] {
  const columns: Column<Expiry>[] = [
    { title: '到期日', width: 110, render: (row) => row.until },
    { title: '剩余', width: 120, render: (row) => <Left until={row.until} /> },
    { title: '种类', width: 170, render: (row) => expiryWords[row.what] ?? row.what },
    { title: '名称', render: (row) => <Where row={row} own={own} /> },
    { title: '编号', width: 180, render: (row) => row.number ?? '' },
  ];
  return own ? columns : [...columns, { title: '机构', render: (row) => row.institution_name }];
}

const kinds = [{ value: '', label: '全部种类' }, ...Object.entries(expiryWords).map(([value, label]) => ({ value, label }))];

export function ExpiriesPage() {
  const own = isInstitution(useSession().data);
  const [{ what = '' }, setFilters] = useFilters();
  const list = useQuery({ queryKey: ['expiries'], queryFn: expiries });
  const shown = (list.data ?? []).filter((row) => what === '' || row.what === what);
  return (
    <>
      <div className="headline">
        <div>
          <h1>到期清单</h1>
          <p>90 天内到期和 30 天内已到期的资质、证件、检定校准，最早到期的在前。</p>
        </div>
        <Space wrap className="no-print">
          <Button href={`/api/v1/expiry-list?${new URLSearchParams({ what })}`} download>
            导出清单
          </Button>
          <Select style={{ width: 190 }} aria-label="种类" value={what} options={kinds} onChange={(chosen: string) => setFilters({ what: chosen })} />
        </Space>
      </div>
      <div className="panel">
        <Rows
          label="到期清单"
          columns={columnsFor(own)}
          rows={shown}
          rowKey={(row) => `${row.what} ${row.about} ${row.until} ${row.number ?? ''}`}
          pending={list.isPending}
          empty={list.error ? '没有读到到期清单，请刷新。' : '没有快到期的资质、证件和检定校准。'}
          least={820}
        />
      </div>
    </>
  );
}
