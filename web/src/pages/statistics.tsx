// SPDX-License-Identifier: Apache-2.0
// Figures of a period; each leads to the list of exactly what it counts.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Segmented, Select, Space } from 'antd';
import { api, type Get } from '../api/client';
import { beijingNow, day } from '../parts/day-picker';
import { addressOf, useFilters } from '../parts/filters';
import { RegionPicker } from '../parts/region';
import { periodOf, periodWords, type Span } from '../project-filter-words';

type Group = Get<'/api/v1/statistics'>['groups'][number];
type Figure = Group['figures'][number];

function usePeriod() {
  const [filters, setFilters] = useFilters();
  const span = (['year', 'quarter', 'month'] as const).find((one) => one === filters.span) ?? 'year';
  const period = periodOf(filters.day ?? day(beijingNow()), span);
  const move = (offset: number) => setFilters({ day: periodOf(period.from, span, offset).from });
  return { span, period, move, setFilters, basis: filters.basis === 'noticed' ? ('noticed' as const) : ('signed_on' as const), region: filters.region };
}

function Period({ span, period, move, setFilters, basis, region }: ReturnType<typeof usePeriod>) {
  return (
    <div className="filters no-print">
      <Segmented
        value={span}
        onChange={(chosen: Span) => setFilters({ span: chosen })}
        options={[
          { value: 'year', label: '年' },
          { value: 'quarter', label: '季' },
          { value: 'month', label: '月' },
        ]}
      />
      <Space.Compact>
        <Button aria-label="上一期" onClick={() => move(-1)}>
          ‹
        </Button>
        <span className="period">{periodWords(period)}</span>
        <Button aria-label="下一期" onClick={() => move(1)}>
          ›
        </Button>
      </Space.Compact>
      <Select
        style={{ width: 170 }}
        aria-label="按哪个日期"
        value={basis}
        onChange={(chosen) => setFilters({ basis: chosen })}
        options={[
          { value: 'signed_on', label: '按合同签订日期' },
          { value: 'noticed', label: '按收到告知日期' },
        ]}
      />
      <span className="filter-region">
        <RegionPicker anyLevel value={region} onChange={(code) => setFilters({ region: code })} />
      </span>
    </div>
  );
}

// A figure without rows leads nowhere.
function Count({ figure: { count, list, address, name } }: { figure: Figure }) {
  if (count === 0) return <span className="muted">0</span>;
  return (
    <Link
      to={list === 'applications' ? '/applications' : '/projects'}
      search={Object.fromEntries(new URLSearchParams(address))}
      aria-label={`${name}：${count}，查看列表`}
    >
      {count}
    </Link>
  );
}

function Bars({ group: { key, title, figures } }: { group: Group }) {
  const most = Math.max(1, ...figures.map((figure) => figure.count));
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {figures.length === 0 && <p className="muted">这一期没有。</p>}
      <table className="bars">
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.key}>
              <th scope="row">
                {figure.name}
                {key === 'clause' && figure.name !== figure.key && <span className="muted"> {figure.key}</span>}
              </th>
              <td aria-hidden="true">
                <span className="bar" style={{ width: `${(figure.count / most) * 100}%` }} />
              </td>
              <td className="count">
                <Count figure={figure} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function StatisticsPage() {
  const asked = usePeriod();
  const { basis, region, period } = asked;
  const query = { basis, ...period, ...(region ? { region } : {}) };
  const answer = useQuery({
    queryKey: ['statistics', query],
    queryFn: async () => (await api.GET('/api/v1/statistics', { params: { query } })).data!,
  });
  return (
    <>
      <div className="headline">
        <div>
          <h1>统计</h1>
          <p>{answer.data?.region_name}：每个数字点开就是它所计的那些项目或申请。</p>
        </div>
        <Button className="no-print" href={`/api/v1/statistics-list?${addressOf(query)}`} download>
          导出统计表
        </Button>
      </div>
      <Period {...asked} />
      {answer.isPending && <p role="status">正在统计…</p>}
      {answer.error && <p>没有读到统计，请刷新。</p>}
      <div className="figures">{answer.data?.groups.map((group) => <Bars key={group.key} group={group} />)}</div>
    </>
  );
}
