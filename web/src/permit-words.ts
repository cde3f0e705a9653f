// SPDX-License-Identifier: Apache-2.0
// What the permit desk's names are called on the page.
import type { Application, ApplicationRow, Correction, Outcome, ReportUsed, ReviewResult } from './api/permit';
import type { Tagged } from './registry-words';

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

export function overdue({ closed, due }: Correction, today: string): boolean {
  return closed === undefined && due !== undefined && due.due < today;
}

// Off the agenda, and the leader cannot decide on the merits so far. A mere reminder keeps nothing away.
export const offTheAgenda = ({ held, escalated }: Application) => held?.severity === 'hold' && !escalated;

// Found to need correcting, and not asked for so far.
export function toDemand({ project, result }: ReportUsed, corrections: Correction[]): boolean {
  return result === 'to_correct' && !corrections.some((one) => one.project === project);
}

const handWords: Record<Application['next']['hand'], string> = { desk: '许可经办', institution: '机构', leader: '负责人', nobody: '' };

export function stepText({ hand, text }: Application['next']): string {
  return hand === 'nobody' ? text : `下一步（${handWords[hand]}）：${text}`;
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
