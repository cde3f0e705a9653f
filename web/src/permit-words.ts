// SPDX-License-Identifier: Apache-2.0
// What the permit desk's names are called on the page, and what comes next in an application.
import type { Application, ApplicationRow, Correction, Outcome, ReportUsed, ReviewResult } from './api/permit';
import type { Tagged } from './registry-words';
import { daysLeft } from './words';

export const outcomeWords: Record<Outcome, Tagged> = {
  granted: { label: '准予许可', color: 'green' },
  refused: { label: '不予许可', color: 'red' },
  withdrawn: { label: '申请人撤回', color: 'default' },
};

export const reviewWords: Record<ReviewResult, Tagged> = {
  adequate: { label: '可以依据', color: 'green' },
  to_correct: { label: '须补正', color: 'orange' },
  inadequate: { label: '不能依据', color: 'red' },
};

// Days of the statutory limit at which it is shown in red; the law's own number decides what escalates.
const kFew = 5;
export const pressing = ({ outcome, working_days_left: left }: ApplicationRow) => !outcome && left !== undefined && left <= kFew;

export const openOf = (corrections: Correction[]) => corrections.filter((one) => one.closed === undefined);

export function overdue({ closed, due }: Correction, today: string): boolean {
  return closed === undefined && due !== undefined && due.due < today;
}

// Off the agenda, and the leader cannot decide on the merits so far. A mere reminder keeps nothing away.
export const offTheAgenda = ({ held, escalated }: Application) => held?.severity === 'hold' && !escalated;

// Found to need correcting, and not asked for so far.
export function toDemand({ project, result }: ReportUsed, corrections: Correction[]): boolean {
  return result === 'to_correct' && !corrections.some((one) => one.project === project);
}

export interface Step {
  act: 'accept' | 'link' | 'review' | 'demand' | 'correct' | 'agenda' | 'decide' | 'none';
  who: '许可经办' | '机构' | '负责人' | '';
  text: string;
}

function correcting(open: Correction[], today: string): Step {
  if (open.every((one) => one.answer !== undefined)) return { act: 'correct', who: '许可经办', text: '核对机构的答复，办结补正' };
  const late = open.filter((one) => overdue(one, today)).length;
  const text = late > 0 ? `补正，有 ${late} 份通知逾期未完成` : `补正，有 ${open.length} 份通知未完成`;
  return { act: 'correct', who: '机构', text };
}

function desk(act: Step['act'], text: string): Step {
  return { act, who: '许可经办', text };
}

// One thing that comes next, for whoever reads the page.
export function nextOf({ summary, accepted_on: accepted, reports, corrections, escalated, decision }: Application, today: string): Step {
  if (decision) return { act: 'none', who: '', text: `${decision.decided_on} 已作出决定` };
  if (!accepted) return desk('accept', '决定是否受理');
  if (escalated) return { act: 'decide', who: '负责人', text: `作出决定，法定期限${daysLeft(summary.working_days_left)}` };
  if (reports.length === 0) return desk('link', '关联所依据的评价报告');
  const unread = reports.filter((one) => one.result === undefined).length;
  if (unread > 0) return desk('review', `审核所依据的报告，有 ${unread} 份未审核`);
  if (reports.some((one) => toDemand(one, corrections))) return desk('demand', '向机构发出补正通知');
  const open = openOf(corrections);
  if (open.length > 0) return correcting(open, today);
  if (!summary.meeting_on) return desk('agenda', '列入办公会议议程');
  return { act: 'decide', who: '负责人', text: `${summary.meeting_on} 办公会议后作出决定` };
}

export function stepText({ who, text }: Step): string {
  return who === '' ? text : `下一步（${who}）：${text}`;
}

type Flag = ReportUsed['missing'][number];
// What is only said for information lacks nothing.
export const wanting = ({ missing }: ReportUsed): Flag[] => missing.filter((flag) => flag.severity !== 'info');

// What the desk may ask an institution to do about it: only what rests on a clause that binds.
export function proposedItems(report: ReportUsed): string[] {
  const binding = wanting(report).filter((flag) => flag.citation.binding);
  return [...new Set(binding.map(({ text, clears }) => `${text.replace(/^待补正：/, '')}。请${clears}`.slice(0, 500)))];
}

// Each line is an item.
export function linesOf(text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
