// SPDX-License-Identifier: Apache-2.0
// The findings desk: what screening found in reports, the newest first, and how often each kind was a false alarm.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Segmented, Select, Space, Tag } from 'antd';
import { type FindingFilter, findingCount, findingFilters, findingRecords, type FindingRecord, type FindingRow, findingsLike } from '../api/findings';
import { falseAlarms, kClueNote, sentence, stateWords, strengthMeans, strengthWords } from '../findings-words';
import { useCatalogue, useRegionName } from '../parts/catalogue';
import { useFilters } from '../parts/filters';
import { ScreeningLink, StateTag, StrengthTag } from '../parts/findings';
import { More, usePages } from '../parts/pages';
import { RegionPicker } from '../parts/region';
import { useInstitution } from '../parts/registry';
import { type Column, Rows } from '../parts/rows';
import { isBureau, useSession } from '../parts/session';
import { time } from '../words';

const found: Column<FindingRow> = {
  title: '线索',
  render: (row) => (
    <>
      <Link to="/findings/$id" params={{ id: row.id }}>
        {row.detector_name}
      </Link>{' '}
      <StrengthTag strength={row.strength} />
      <div>{sentence(row.words)}</div>
      <div className="muted">{row.id}</div>
    </>
  ),
};
const report: Column<FindingRow> = {
  title: '报告',
  width: 210,
  render: (row) =>
    row.report ? (
      <>
        <ScreeningLink report={row.report}>{row.report_title}</ScreeningLink>
        <div className="muted">{row.enterprise_name}</div>
      </>
    ) : (
      <span className="muted">资质保持，不涉及报告</span>
    ),
};
const institution: Column<FindingRow> = { title: '机构', width: 170, render: (row) => row.institution_name };
const raised: Column<FindingRow> = { title: '提出', width: 110, render: (row) => time(row.raised_at) };
const state: Column<FindingRow> = { title: '状态', width: 92, render: (row) => <StateTag state={row.state} /> };

const records: Column<FindingRecord>[] = [
  { title: '线索种类', render: (row) => row.name },
  { title: '提出', width: 90, render: (row) => row.raised },
  { title: '采纳', width: 90, render: (row) => row.accepted },
  { title: '排除', width: 90, render: (row) => row.dismissed },
  { title: '误报', width: 90, render: falseAlarms },
];

const states = [{ value: '', label: '全部' }, ...Object.entries(stateWords).map(([value, { label }]) => ({ value, label }))];
const strengths = Object.entries(strengthWords).map(([value, { label }]) => ({ value, label }));

function Fields({ officer }: { officer: boolean }) {
  const [filters, setFilters] = useFilters();
  const detectors = useCatalogue('detectors');
  return (
    <div className="filters">
      <Segmented aria-label="状态" value={filters.state ?? ''} onChange={(chosen) => setFilters({ state: chosen })} options={states} />
      <Select
        allowClear
        style={{ width: 230 }}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="线索种类"
        aria-label="线索种类"
        value={filters.detector}
        options={detectors}
        onChange={(chosen?: string) => setFilters({ detector: chosen })}
      />
      <Select
        allowClear
        style={{ width: 110 }}
        placeholder="明显程度"
        aria-label="明显程度"
        value={filters.strength}
        options={strengths}
        optionRender={(option) => <span title={strengthMeans[option.value as keyof typeof strengthMeans]}>{option.label}</span>}
        onChange={(chosen?: string) => setFilters({ strength: chosen })}
      />
      {officer && (
        <span className="filter-region">
          <RegionPicker anyLevel label="地区" value={filters.region} onChange={(code) => setFilters({ region: code })} />
        </span>
      )}
    </div>
  );
}

// What else the list is narrowed by: what another page led here with.
function Chips() {
  const [filters, setFilters] = useFilters();
  const regionName = useRegionName(filters.region);
  const name = useInstitution(filters.institution ?? '').data?.name;
  const chips: [string, string][] = [];
  if (filters.region) chips.push(['region', `地区：${regionName}`]);
  if (filters.institution) chips.push(['institution', `机构：${name ?? filters.institution}`]);
  if (filters.project) chips.push(['project', `项目：${filters.project}`]);
  if (filters.report) chips.push(['report', `报告：${filters.report}`]);
  if (chips.length === 0) return null;
  return (
    <div className="filters" role="group" aria-label="筛选条件">
      {chips.map(([key, words]) => (
        <Tag
          key={key}
          closable={{ 'aria-label': `去掉：${words}` }}
          onClose={(event) => {
            event.preventDefault();
            setFilters({ [key]: undefined });
          }}
        >
          {words}
        </Tag>
      ))}
    </div>
  );
}

function Records() {
  const list = useQuery({ queryKey: ['finding-records'], queryFn: findingRecords });
  return (
    <div className="panel">
      <h2>各类线索以前的处理</h2>
      <p className="muted">误报：处理过的线索里被排除的比例。比例高的种类，看的时候更要小心。</p>
      <Rows
        label="各类线索以前的处理"
        columns={records}
        rows={list.data ?? []}
        rowKey={(row) => row.detector}
        pending={list.isPending}
        empty={list.error ? '没有读到处理情况，请刷新。' : '还没有提出过线索。'}
      />
    </div>
  );
}

function Count({ filter }: { filter: FindingFilter }) {
  const total = useQuery({ queryKey: ['finding-count', filter], queryFn: () => findingCount(filter) });
  return (
    <p className="muted" role="status">
      {total.data === undefined ? ' ' : `共 ${total.data} 条`}
    </p>
  );
}

export function FindingsPage() {
  const session = useSession().data;
  const officer = isBureau(session);
  const [given] = useFilters();
  const filter = Object.fromEntries(findingFilters.filter((name) => given[name]).map((name) => [name, given[name]])) as FindingFilter;
  const list = usePages(['findings', filter], (from) => findingsLike(filter, from));
  const narrowed = Object.keys(filter).length > 0;
  return (
    <>
      <div className="headline">
        <div>
          <h1>报告核查</h1>
          <p>
            {officer
              ? '报告提交后自动查重、核查；机构的资质保持每日核对。这里是本地区的线索，由经办人、科（处）长或者负责人处理。'
              : '报告提交后自动查重、核查；资质保持每日核对。这里是本机构的线索，由项目所在地（资质保持由机构所在地）的应急管理部门处理；您可以逐条作出说明。'}
          </p>
        </div>
        {officer && (
          <Space wrap className="no-print">
            <Link to="/traces">
              <Button tabIndex={-1}>事故追溯</Button>
            </Link>
            <Link to="/clusters">
              <Button tabIndex={-1}>报告之间的相同文字</Button>
            </Link>
            <Link to="/families">
              <Button tabIndex={-1}>共同段落</Button>
            </Link>
          </Space>
        )}
      </div>
      <div className="panel">
        <Fields officer={officer} />
        <Chips />
        <Count filter={filter} />
        <Rows
          label="线索"
          columns={officer ? [found, report, institution, raised, state] : [found, report, raised, state]}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到线索，请刷新。' : narrowed ? '没有符合条件的线索。' : '没有线索。新提交的报告查重后，有发现才会列在这里。'}
          least={900}
        />
        <More list={list} />
        <p className="muted note">{kClueNote}</p>
      </div>
      <Records />
    </>
  );
}
