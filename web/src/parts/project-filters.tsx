// SPDX-License-Identifier: Apache-2.0
// What the list of projects is narrowed by: set here, or by the figure that led here.
import { Select, Tag } from 'antd';
import dayjs from 'dayjs';
import { daysWords, doneWords, noticeStandingWords, projectFiltersOf } from '../project-filter-words';
import { stageWords } from '../words';
import { useCatalogue, useRegionName } from './catalogue';
import { DatePicker, day } from './day-picker';
import { useFilters } from './filters';
import { RegionPicker } from './region';
import { useInstitution } from './registry';

const stages = Object.entries(stageWords).map(([value, label]) => ({ value, label }));

export function ProjectFilterFields() {
  const [filters, setFilters] = useFilters();
  const kinds = [...useCatalogue('statutory_kinds'), { value: 'none', label: '非法定项目' }];
  const { region, stage, kind, signed_from: from, signed_until: until } = projectFiltersOf(filters);
  const shown = (date?: string) => (date ? dayjs(date) : null);
  return (
    <div className="filters">
      <span className="filter-region">
        <RegionPicker anyLevel value={region} onChange={(code) => setFilters({ region: code })} />
      </span>
      <Select
        allowClear
        style={{ width: 130 }}
        placeholder="阶段"
        aria-label="阶段"
        value={stage}
        options={stages}
        onChange={(chosen?: string) => setFilters({ stage: chosen })}
      />
      <Select
        allowClear
        style={{ width: 220 }}
        placeholder="法定项目种类"
        aria-label="法定项目种类"
        value={kind}
        options={kinds}
        onChange={(chosen?: string) => setFilters({ kind: chosen })}
      />
      <DatePicker.RangePicker
        allowEmpty
        placeholder={['合同签订起', '合同签订止']}
        aria-label="合同签订日期"
        value={[shown(from), shown(until)]}
        onChange={(days) =>
          setFilters({ signed_from: days?.[0] ? day(days[0]) : undefined, signed_until: days?.[1] ? day(days[1]) : undefined })
        }
      />
    </div>
  );
}

// Each condition in words, to be taken away by itself.
export function ProjectFilterChips() {
  const [filters, setFilters] = useFilters();
  const given = projectFiltersOf(filters);
  const regionName = useRegionName(given.region);
  const institution = useInstitution(given.institution ?? '').data?.name;
  const chips: [string | undefined, (keyof typeof given)[]][] = [
    [given.region && `地区：${regionName}`, ['region']],
    [given.institution && `机构：${institution ?? given.institution}`, ['institution']],
    [given.clause && `有标记引用 ${given.clause}`, ['clause']],
    [given.notice && noticeStandingWords[given.notice], ['notice']],
    [given.done && doneWords[given.done], ['done']],
    [daysWords('收到告知', given.noticed_from, given.noticed_until), ['noticed_from', 'noticed_until']],
  ];
  const shown = chips.filter((chip): chip is [string, (keyof typeof given)[]] => Boolean(chip[0]));
  if (shown.length === 0) return null;
  return (
    <div className="filters" role="group" aria-label="筛选条件">
      {shown.map(([words, names]) => (
        <Tag
          key={words}
          closable={{ 'aria-label': `去掉：${words}` }}
          onClose={(event) => {
            event.preventDefault();
            setFilters(Object.fromEntries(names.map((name) => [name, undefined])));
          }}
        >
          {words}
        </Tag>
      ))}
    </div>
  );
}
