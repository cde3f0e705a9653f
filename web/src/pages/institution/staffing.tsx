// SPDX-License-Identifier: Apache-2.0
// Per scope who fills which post, for the whole institution or a branch, on any day.
import { Select, Spin } from 'antd';
import dayjs from 'dayjs';
import { useCatalogueName } from '../../parts/catalogue';
import { day, DatePicker } from '../../parts/day-picker';
import { useFilters } from '../../parts/filters';
import { useBranches, useStaffing } from '../../parts/registry';
import { StaffingTable, StaffingTag } from '../../parts/staffing';
import { beijingToday } from '../../registry-words';

function FilterBar({ institution }: { institution: string }) {
  const [{ branch = '', day: chosen = '' }, setFilters] = useFilters();
  const branches = useBranches(institution).data ?? [];
  return (
    <div className="filters">
      <Select
        style={{ width: 260, maxWidth: '100%' }}
        aria-label="单位"
        value={branch}
        options={[{ value: '', label: '全机构' }, ...branches.map((one) => ({ value: one.id, label: one.name }))]}
        onChange={(id: string) => setFilters({ branch: id })}
      />
      <DatePicker
        aria-label="哪一天"
        allowClear={false}
        value={dayjs(chosen || beijingToday())}
        onChange={(date) => date && setFilters({ day: day(date) === beijingToday() ? '' : day(date) })}
      />
      <span className="muted">按这一天在职的专职人员和有效的证件计算，每人只计一次。</span>
    </div>
  );
}

export function StaffingPart({ institution }: { institution: string }) {
  const [{ branch = '', day: chosen = '' }] = useFilters();
  const scopeName = useCatalogueName('scopes');
  const staffing = useStaffing(institution, branch, chosen);
  return (
    <>
      <FilterBar institution={institution} />
      {staffing.isPending && <Spin />}
      {staffing.error && <div className="rows-note">没有读到专业能力配备，请刷新。</div>}
      {(staffing.data ?? []).map((one) => (
        <section key={one.scope} style={{ marginBottom: 24 }}>
          <h3>
            {scopeName(one.scope)} <StaffingTag staffing={one} />
          </h3>
          <p className="muted">可以计入的专职人员 {one.people} 人</p>
          <StaffingTable staffing={one} label={scopeName(one.scope)} />
        </section>
      ))}
    </>
  );
}
