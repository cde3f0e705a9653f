// SPDX-License-Identifier: Apache-2.0
import type { CaseLimit, CaseRow, ListingStep, Measure, PaymentOf, StepKind } from './api/cases';

export const caseStageWords: Record<CaseRow['stage'], { label: string; color: string }> = {
  open: { label: '办理中', color: 'blue' },
  decided: { label: '已决定', color: 'purple' },
  closed: { label: '已结案', color: 'default' },
};

export const stepKindWords: Record<StepKind, string> = {
  pushed: '线索、证据推送执法系统',
  investigation: '调查取证',
  evidence_registered: '先行登记保存证据',
  evidence_handled: '处理先行登记保存的证据',
  suspension: '中止计算办案期限',
  resumption: '恢复计算办案期限',
  extension: '案件延期',
  proposal: '调查终结、处理建议',
  legal_review: '法制审核',
  notice: '行政处罚告知',
  defence: '陈述、申辩',
  hearing_notice: '听证告知',
  hearing_requested: '当事人要求听证',
  hearing_waived: '当事人放弃听证',
  hearing_announced: '听证会通知',
  hearing_held: '举行听证',
  discussion: '集体讨论',
  decision: '处罚决定',
  no_penalty: '不予处罚或者撤销案件',
  delivery: '送达处罚决定书',
  publication: '公示处罚决定',
  instalments: '批准延期、分期缴纳',
  payment: '缴纳罚款',
  surcharge: '加处罚款',
  review_applied: '当事人申请行政复议',
  review_decided: '行政复议决定',
  suit_filed: '当事人提起行政诉讼',
  judgment: '法院裁判',
  demand: '催告',
  enforcement_applied: '申请强制执行',
  enforced: '执行完毕',
  annulment: '决定被撤销、变更或者确认违法',
  publication_withdrawn: '撤回公示',
  police_reported: '提请移送公安机关',
  police_approved: '批准移送',
  police_refused: '不批准移送',
  police_sent: '移送公安机关',
  referred: '移送（报告）有管辖权的部门',
  closing: '结案',
};

/** The form a step usually leaves in the file: its number in the list of forms, and its name. */
export const formOfStep: Partial<Record<StepKind, { kind: string; label: string }>> = {
  investigation: { kind: 'A16', label: '询问笔录' },
  evidence_registered: { kind: 'A20', label: '先行登记保存证据通知书' },
  evidence_handled: { kind: 'A22', label: '先行登记保存证据处理决定书' },
  extension: { kind: 'A45', label: '案件延期审批表' },
  proposal: { kind: 'A30', label: '案件处理呈批表' },
  notice: { kind: 'A24', label: '行政处罚告知书' },
  defence: { kind: 'A25', label: '当事人陈述申辩笔录' },
  hearing_notice: { kind: 'A26', label: '行政处罚听证告知书' },
  hearing_announced: { kind: 'A27', label: '行政处罚听证会通知书' },
  hearing_held: { kind: 'A28', label: '听证笔录' },
  discussion: { kind: 'A31', label: '行政处罚集体讨论记录' },
  delivery: { kind: 'A40', label: '文书送达回执' },
  instalments: { kind: 'A39', label: '延期（分期）缴纳罚款批准书' },
  surcharge: { kind: 'A37', label: '加处罚款决定书' },
  demand: { kind: 'A41', label: '行政强制执行事先催告书' },
  enforcement_applied: { kind: 'A42', label: '强制执行申请书' },
  police_reported: { kind: 'A43', label: '案件移送审批表' },
  police_sent: { kind: 'A44', label: '案件移送书' },
  referred: { kind: 'A44', label: '案件移送书' },
  closing: { kind: 'A46', label: '结案审批表' },
};

export const paymentWords: Record<PaymentOf, string> = { fine: '罚款', confiscation: '没收的违法所得', surcharge: '加处的罚款' };

export const listingStepWords: Record<ListingStep, string> = {
  told: '列入前告知',
  defence: '陈述、申辩',
  listed: '决定列入',
  dropped: '决定不列入',
  entered: '录入信用系统',
  publicised: '公示',
  requested: '申请提前移出',
  kept: '不予提前移出',
  removed: '移出',
  restored: '恢复列入',
  updated: '更新信用系统',
  stopped: '停止公示',
};
export const decidesListing: ListingStep[] = ['listed', 'dropped', 'kept', 'removed', 'restored'];

/** How a condition of early removal stands. */
export const repairWords = {
  met: { label: '已满足', color: 'green' },
  missing: { label: '还缺', color: 'red' },
  shown: { label: '已交佐证，待核实', color: 'blue' },
};

export const partyWords = { institution: '机构', enterprise: '企业', unit: '没有登记的单位', person: '个人' };
export const penaltyStageWords = { first: '初次发现', uncorrected: '逾期未改正', grave: '情节严重' };
export const requiredWords: Record<string, string> = { hearing: '听证权利', legal_review: '法制审核', discussion: '集体讨论' };
export const choiceWords = { same: '同一条款', act: '行为时的规定', decision: '决定时的规定', none: '没有可适用的条款' };

/** Fen as people write sums of a decision: whole yuan without decimals. */
export function sum(fen: number): string {
  const whole = Math.trunc(fen / 100).toLocaleString('en-US');
  return fen % 100 === 0 ? `${whole} 元` : `${whole}.${String(fen % 100).padStart(2, '0')} 元`;
}

export function rangeOf({ least, most, years }: Pick<Measure, 'least' | 'most' | 'years'>): string {
  if (most === undefined) return years > 0 ? `${years} 年` : '';
  if (least === undefined || least === 0) return `不超过 ${sum(most)}`;
  return least === most ? sum(most) : `${sum(least)} 至 ${sum(most)}`;
}

const hour = 3_600_000;

function hoursStanding(due: string, now: number): { label: string; color: string } {
  const left = Date.parse(due) - now;
  if (left < 0) return { label: `逾期 ${Math.ceil(-left / hour)} 小时`, color: 'red' };
  return { label: left < hour ? '不到 1 小时' : `还有 ${Math.floor(left / hour)} 小时`, color: 'orange' };
}

/** How a day of the law stands, or an instant of what runs by the hour. */
export function limitStanding({ state, overdue, days_left: left, limit, ended_on: ended }: CaseLimit, now = Date.now()): { label: string; color: string } {
  if (state === 'open' && limit.due_at !== undefined) return hoursStanding(limit.due_at, now);
  if (state === 'suspended') return { label: '中止计算', color: 'default' };
  if (state === 'ended') return overdue ? { label: `逾期办理（${ended}）`, color: 'red' } : { label: `已办（${ended}）`, color: 'green' };
  if (limit.due === undefined) return { label: '日历未公布，暂不能计算', color: 'orange' };
  if (overdue) return { label: `逾期 ${-left!} 日`, color: 'red' };
  if (left! < 0) return { label: '已届满', color: 'default' };
  return { label: left === 0 ? '今天届满' : `还有 ${left} 日`, color: left! <= 7 ? 'orange' : 'blue' };
}
