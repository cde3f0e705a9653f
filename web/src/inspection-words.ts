// SPDX-License-Identifier: Apache-2.0
import type { Inspection, InspectionRow, ItemResult, Outcome, PlanInspection, Stage } from './api/inspection';
import type { OrderItem, OrderRow } from './api/rectification';

export const stageWords: Record<Stage, { label: string; color: string }> = {
  planned: { label: '待批准', color: 'orange' },
  approved: { label: '已批准', color: 'blue' },
  begun: { label: '检查中', color: 'purple' },
  closed: { label: '已结束', color: 'green' },
  called_off: { label: '已取消', color: 'default' },
};

export const daysWords = (from: string, until: string): string => (from === until ? from : `${from} 至 ${until}`);

export const settingWords: Record<InspectionRow['setting'], string> = { daily: '日常监管', enforcement: '执法检查', permit: '许可审查', accident: '事故查处' };
export const coverageWords: Record<InspectionRow['coverage'], string> = { site: '现场检查', desk: '非现场核查', joint: '联合检查' };
export const subjectWords: Record<PlanInspection['subjects'][number], string> = {
  qualification: '资质保持',
  process: '过程控制',
  report: '一份报告与实际',
  site: '项目现场',
  enterprise: '企业',
};
export const originWords: Record<PlanInspection['origin']['kind'], string> = {
  draw: '随机抽取',
  annual_plan: '年度计划',
  key_list: '重点监督检查对象',
  assigned: '上级交办',
  tip: '举报',
  finding: '报告核查线索',
  spot_check: '监督抽查',
  other: '其他',
};
export const resultWords: Record<ItemResult, string> = { meets: '符合', fails: '不符合', not_applicable: '不适用', not_checked: '未查' };
export const warningWords: Record<Inspection['warnings'][number]['kind'], string> = {
  certificate_invalid: '执法证件当日无效',
  unapproved: '未经批准先行检查，须及时补报',
  experts_without_officer: '只派了专家，没有执法人员',
  not_drawn: '不是抽取派出的执法人员',
};
export const signWords: Record<'account' | 'paper' | 'refused', string> = { account: '已确认', paper: '纸上签字', refused: '拒签' };

/** So many of all, and which part that is. */
export const shareWords = (some: number, all: number): string => (all ? `${some} 次，${Math.round((100 * some) / all)}%` : '—');

export const checkedName = (row: Pick<InspectionRow, 'checked' | 'institution_name' | 'enterprise_name'>): string =>
  (row.checked === 'institution' ? row.institution_name : row.enterprise_name) ?? '';

/** What an inspection waits for, for the bureau. */
export function nextOf({ summary, officers, officers_needed, acknowledged, refusal }: Inspection): string {
  if (summary.stage === 'planned') return '等科（处）长或负责人批准；情况紧急的，可以写明理由先行检查，及时补报';
  if (summary.stage === 'approved') return `已批准，${summary.planned_from === summary.planned_until ? summary.planned_from : `${summary.planned_from} 至 ${summary.planned_until}`} 实施`;
  if (summary.stage !== 'begun') return '';
  const signed = officers.filter((one) => one.signed_by).length;
  if (signed < officers_needed) return `填写检查表、记录问题，然后由到场执法人员签字：${signed} / ${officers_needed}`;
  if (!acknowledged && !refusal && summary.coverage !== 'desk') return '等被检查单位确认；拒签的请记录';
  return '已签字，可以结束检查';
}

export const orderWords: Record<OrderRow['kind'], string> = { order: '责令限期整改', letter: '督促函' };
export const itemStageWords: Record<OrderItem['stage'], { label: string; color: string }> = {
  waiting: { label: '整改中', color: 'blue' },
  proven: { label: '待复查', color: 'purple' },
  passed: { label: '复查通过', color: 'green' },
  failed: { label: '复查未通过', color: 'red' },
};

export function orderState(row: OrderRow): { label: string; color: string } {
  if (row.stage === 'withdrawn') return { label: '已撤销', color: 'default' };
  if (row.stage === 'closed') return { label: '已销号', color: 'green' };
  if (row.failed > 0) return { label: '复查未通过', color: 'red' };
  if (row.overdue) return { label: '逾期', color: 'red' };
  if (row.proven > 0) return { label: '待复查', color: 'purple' };
  return { label: '整改中', color: 'blue' };
}

export const percent = (permille: number): string => `${(permille / 10).toFixed(1)}%`;
export const changeWords: Record<Outcome['found']['change'], { label: string; color: string }> = {
  fell: { label: '下降', color: 'green' },
  rose: { label: '上升', color: 'red' },
  unclear: { label: '看不出变化', color: 'default' },
};

export function rateWords({ inspections, checked, failed, permille, low, high }: Outcome['found']['before']): string {
  if (checked === 0) return '没有检查过';
  return `${percent(permille)}（${percent(low)} 至 ${percent(high)}；${inspections} 次检查核对 ${checked} 项，不符合 ${failed} 项）`;
}
