// SPDX-License-Identifier: Apache-2.0
import type { ConcludePrice, CoverageCount, CoverageRow, GradeRow, LikePrices, ListingRow, PlannedVisits, SettingProportion, SettingShare, VisitLoad, YearPlanRow } from './api/planning';
import type { PlotData } from './parts/plot-layout';

export interface TagWords {
  label: string;
  color: string;
}

/** A listing whose last day is over has left the list without anybody's act. */
export function listingTag(row: Pick<ListingRow, 'stage' | 'in_effect' | 'objection_open'>): TagWords {
  if (row.stage === 'proposed') return { label: '待确认', color: 'orange' };
  if (row.stage === 'declined') return { label: '不予列入', color: 'default' };
  if (row.stage === 'removed') return { label: '已移出', color: 'default' };
  if (!row.in_effect) return { label: '已到期退出', color: 'default' };
  return row.objection_open ? { label: '已列入，有异议', color: 'red' } : { label: '已列入', color: 'red' };
}

export const gradeStageWords: Record<GradeRow['stage'], TagWords> = {
  entered: { label: '待确认', color: 'orange' },
  confirmed: { label: '已确认', color: 'green' },
  withdrawn: { label: '已撤回', color: 'default' },
};

export const yearStageWords: Record<YearPlanRow['stage'], TagWords> = {
  written: { label: '待批准', color: 'orange' },
  approved: { label: '已批准', color: 'green' },
};

export const coverageWords: Record<PlannedVisits['kind'], string> = {
  site: '现场检查',
  desk: '非现场核查',
  joint: '联合检查',
  other: '其他部门检查结果',
};

export const verdictWords: Record<ConcludePrice['verdict'], TagWords> = {
  explained: { label: '有正当理由', color: 'green' },
  suspected: { label: '涉嫌低价竞争', color: 'red' },
  undecided: { label: '尚不能确定', color: 'orange' },
};

const tenThousandYuan = (fen: number) => (fen / 1_000_000).toFixed(2);

/** The like prices from low to high with the project's own among them, and how far the low ones reach. */
export function pricePlot({ price, others, bound }: Pick<LikePrices, 'price' | 'others' | 'bound'>): PlotData {
  const all = [...others, price].sort((a, b) => a - b);
  const own = all.indexOf(price);
  return {
    kind: 'lines',
    labels: [],
    lines: [
      { name: '同类项目的价款', values: all.map(tenThousandYuan) },
      ...(bound === undefined ? [] : [{ name: '偏低的界线', values: all.map(() => tenThousandYuan(bound)) }]),
      { name: '本项目', values: all.map((one, at) => (at === own ? tenThousandYuan(one) : '')) },
    ],
  };
}

/** In whole percent; a hundred only when nothing is left. */
export function shareCovered({ total, covered }: Pick<CoverageCount, 'total' | 'covered'>): number {
  return total === 0 ? 100 : Math.floor((100 * covered) / total);
}

/** What a further visit would mean; never that it may not be. */
export function loadWords({ year, by, ahead, own, cap, reached }: Pick<VisitLoad, 'year' | 'by' | 'ahead' | 'own' | 'cap' | 'reached'>): string {
  const so = by.length > 0 ? `${year} 年已进入现场 ${by.length} 次` : `${year} 年还没有进入过现场`;
  const waiting = ahead.length > 0 ? `，还有 ${ahead.length} 次待办` : '';
  if (reached) return `${so}${waiting}：本部门 ${own} 次，再查就超过每年 ${cap} 次的上限；确需检查的写明理由。`;
  return `${so}${waiting}：能合并的合并，能以非现场方式核查的不再进入现场。`;
}

/** Why somebody stands in the meter. */
export function standsAs(row: Pick<CoverageRow, 'local' | 'served'>): string {
  if (row.local && row.served) return '在本地登记、执业';
  return row.local ? '在本地登记' : row.served ? '在本地执业' : '计划内';
}

/** "2026 年 7 家机构，9 次" */
export function planSize({ year, institutions, visits }: Pick<YearPlanRow, 'year' | 'institutions' | 'visits'>): string {
  return `${year} 年 ${institutions} 家机构，${visits} 次`;
}

/** What a plan's form holds of each setting; what has no share is left out of the plan. */
export type GivenShares = { [setting in SettingShare['setting']]?: { percent?: number | null; reason?: string } };
export function sharesOf(given: GivenShares | undefined): SettingShare[] {
  return Object.entries(given ?? {})
    .filter(([, one]) => typeof one?.percent === 'number')
    .map(([setting, one]) => ({ setting: setting as SettingShare['setting'], percent: one!.percent!, reason: one!.reason?.trim() ?? '' }));
}
export const givenShares = (shares: SettingShare[]): GivenShares => Object.fromEntries(shares.map(({ setting, percent, reason }) => [setting, { percent, reason }]));

/** Who set a setting's share, and whether it holds yet. */
export function shareSource(row: SettingProportion, approved: boolean): TagWords | undefined {
  if (row.source === 'law') return { label: '当地条款', color: 'blue' };
  if (row.source === 'plan') return approved ? { label: '年度计划', color: 'green' } : { label: '年度计划，待批准', color: 'orange' };
  return undefined;
}
