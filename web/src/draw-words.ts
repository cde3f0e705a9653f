// SPDX-License-Identifier: Apache-2.0
import type { Draw, DrawRow, SplitBy } from './api/draw';

export const formWords: Record<DrawRow['form'], string> = { everyday: '日常抽取', ceremony: '公开抽取' };

export const stageWords: Record<DrawRow['stage'], { label: string; color: string }> = {
  planned: { label: '名单已定', color: 'blue' },
  revealing: { label: '揭示中', color: 'blue' },
  numbered: { label: '号码录入中', color: 'blue' },
  held: { label: '已抽取', color: 'green' },
  voided: { label: '已作废', color: 'default' },
};

/** "12 家抽 3 家"; bureaus are counted otherwise. */
export const drawnOf = (scope: DrawRow['scope'], candidates: number, take: number) => {
  const unit = scope === 'bureaus' ? '个部门' : '家';
  return `${candidates} ${unit}抽 ${take} ${unit}`;
};

export function scopeWords({ scope, since }: Pick<Draw, 'scope' | 'since'>): string {
  if (scope === 'bureaus') return '辖区内的全部下级应急管理部门';
  return scope === 'local' ? '在本地登记的全部机构' : `${since ?? ''} 以来在本地有项目的全部机构`;
}

export const splitWords: Record<SplitBy, string> = {
  grade: '信用等级',
  region: '登记地',
  kind: '机构类别（部门的层级）',
  key_list: '是否重点监督检查对象',
  sheet: '表格的一列',
};

/** Of bureaus the register knows place and level. */
export const splitsOf = (scope: Draw['scope']): SplitBy[] => (scope === 'bureaus' ? ['region', 'kind', 'sheet'] : ['grade', 'region', 'kind', 'key_list', 'sheet']);

/** By what a list was split, where it was. */
export function splitFromWords(split: Draw['split']): string {
  if (!split) return '';
  return split.by === 'sheet' ? `表格“${split.source?.file_name ?? ''}”的“${split.column ?? ''}”列` : splitWords[split.by];
}

export interface StratumRow { stratum: string; candidates: number; take: number; reserve: number }

/** Each stratum of a frozen list with its candidates. */
export const strataOf = (plan: Draw['plan']): StratumRow[] =>
  plan.strata.map((one) => ({
    stratum: one.id,
    candidates: plan.candidates.filter((each) => each.stratum === one.id).length,
    take: one.take,
    reserve: one.reserve,
  }));

/** Why the numbers of a stratum cannot be drawn; nothing where they can. */
export function stratumProblem({ candidates, take, reserve }: StratumRow): string {
  if (take > candidates) return `只有 ${candidates} 家`;
  return reserve > candidates - take ? `只剩 ${candidates - take} 家可递补` : '';
}

export const sumOf = (rows: StratumRow[], of: 'candidates' | 'take' | 'reserve') => rows.reduce((sum, row) => sum + row[of], 0);

/** What the draw waits for. */
export function nextOf(draw: Draw): string {
  const { stage, form } = draw.summary;
  if (stage === 'held' || stage === 'voided') return '';
  if (form === 'everyday') return draw.yours_to_hold ? '名单已公布，等您点击抽取' : '等立方案部门的另一人点击抽取：立方案的人不能自己抽';
  const committed = draw.participants.filter((one) => one.commitment).length;
  const revealed = draw.participants.filter((one) => one.share).length;
  if (stage === 'planned') return committed < draw.participants.length ? `等各方承诺：${committed} / ${draw.participants.length}` : '各方已承诺，可以开始揭示';
  if (!draw.plan.source) return revealed < committed ? `等各方揭示：${revealed} / ${committed}，缺一不可` : '各方已揭示，可以抽取';
  if (revealed === 0) return '等各方揭示';
  if (stage === 'revealing') return `已揭示 ${revealed} / ${committed}；号码公布后由两人分别录入`;
  return new Set(draw.numbers.map((one) => one.number)).size > 1 ? '两人录入的号码不一致，请核对后重新录入' : '等第二人录入同一号码';
}
