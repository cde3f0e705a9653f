// SPDX-License-Identifier: Apache-2.0
import type { Agreement, CallUp, CallUpRow, Fault, Reviewer, Verdict } from './api/call-up';
import type { TagWords } from './planning-words';

export const faults: Fault[] = ['untrue', 'falsified', 'hazard', 'other'];
export const faultWords: Record<Fault, string> = { untrue: '失实', falsified: '虚假', hazard: '重大危险未评', other: '其他违规' };

export const verdictWords: Record<Verdict, TagWords> = {
  yes: { label: '存在', color: 'red' },
  no: { label: '不存在', color: 'green' },
  unclear: { label: '不能判断', color: 'default' },
};

export const doubtWords: Record<Reviewer['doubts'][number], string> = {
  intermediary: '任职于评价检测检验机构',
  enterprise: '任职于被评价企业',
  reviewed_before: '以前为本部门评审过该机构的报告',
  other_name: '账号的名字与专家库的姓名不同',
};

const stageWords: Record<CallUpRow['stage'], TagWords> = {
  called: { label: '已调阅', color: 'blue' },
  reviewing: { label: '专家评审中', color: 'purple' },
  reviewed: { label: '意见已齐', color: 'orange' },
  concluded: { label: '已有结论', color: 'green' },
  withdrawn: { label: '已撤回', color: 'default' },
};

export function callUpState({ stage, found, waits_for_me: mine }: Pick<CallUpRow, 'stage' | 'found' | 'waits_for_me'>): TagWords {
  if (mine) return { label: '待您评审', color: 'red' };
  if (stage === 'concluded' && found && found.length > 0) return { label: '有问题', color: 'red' };
  if (stage === 'concluded') return { label: '没有发现问题', color: 'green' };
  return stageWords[stage];
}

export const faultsIn = (found: Fault[]): string => found.map((one) => faultWords[one]).join('、');

/** What the material waits for, or how it came. */
export function materialWords({ due, handed, overdue }: Pick<CallUpRow, 'due' | 'handed' | 'overdue'>): string {
  if (handed > 0) return `已提交 ${handed} 次`;
  if (!due) return '平台上已有，不需提交';
  return overdue ? `逾期未交（${due}）` : `${due} 前提交`;
}

/** 科恩 kappa, in thousandths. */
export const kappaWords = (thousandths: number): string => (thousandths / 1000).toFixed(2);

const whyNot: Record<Exclude<Agreement['kinds'][number]['agreement']['measured'], 'yes'>, string> = {
  too_few: '件数太少，不计算 kappa',
  one_answer: '两位的回答总是同一种，kappa 没有意义',
};

export function agreementWords({ pairs, permille, measured, kappa, low, high }: Agreement['kinds'][number]['agreement']): string {
  if (pairs === 0) return '还没有两位专家都评审过的';
  const share = `一致 ${(permille / 10).toFixed(1)}%`;
  if (measured !== 'yes') return `${share}；${whyNot[measured]}`;
  return `${share}；kappa ${kappaWords(kappa)}（95% 区间 ${kappaWords(low)} 至 ${kappaWords(high)}）`;
}

/** Of all that reviewers said, the last of each. */
export function lastOpinions({ opinions }: Pick<CallUp, 'opinions'>): CallUp['opinions'] {
  return opinions.filter((one) => !opinions.some((other) => other.reviewer === one.reviewer && other.round > one.round));
}

/** The kinds where a conclusion would be the opposite of what somebody said last; who was recused does not count. */
export function differsAt(of: Pick<CallUp, 'opinions' | 'reviewers'>, found: Fault[]): Fault[] {
  const recused = new Set(of.reviewers.filter((one) => one.recused).map((one) => one.number));
  const last = lastOpinions(of).filter((one) => !recused.has(one.reviewer));
  return faults.filter((fault) => {
    const opposite: Verdict = found.includes(fault) ? 'no' : 'yes';
    return last.some((one) => one.answers.some((answer) => answer.fault === fault && answer.verdict === opposite));
  });
}
