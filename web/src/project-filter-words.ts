// SPDX-License-Identifier: Apache-2.0
// What narrows the list of projects, as its address has it.
import type { Filters } from './parts/filters';

export const projectFilters = [
  'q',
  'region',
  'stage',
  'kind',
  'institution',
  'clause',
  'notice',
  'done',
  'signed_from',
  'signed_until',
  'noticed_from',
  'noticed_until',
] as const;
export type ProjectFilters = { [name in (typeof projectFilters)[number]]?: string };

export function projectFiltersOf(filters: Filters): ProjectFilters {
  return Object.fromEntries(projectFilters.filter((name) => filters[name]).map((name) => [name, filters[name]]));
}

export const noticeStandingWords: Record<string, string> = { received: '已收到告知', late: '迟告知', missing: '逾期未告知' };
export const doneWords: Record<string, string> = { surveyed: '已现场勘验', published: '报告已公开' };

export function daysWords(what: string, from?: string, until?: string): string | undefined {
  if (!from && !until) return undefined;
  return `${what} ${from ?? '不限'} 至 ${until ?? '不限'}`;
}

export type Span = 'year' | 'quarter' | 'month';

// The period a day lies in, or one so many before or after it.
export function periodOf(day: string, span: Span, offset = 0): { from: string; until: string } {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const months = { year: 12, quarter: 3, month: 1 }[span];
  const first = (Math.floor((month - 1) / months) + offset) * months;
  const at = (index: number, date: number) => new Date(Date.UTC(year, index, date)).toISOString().slice(0, 10);
  return { from: at(first, 1), until: at(first + months, 0) };
}

export function periodWords({ from, until }: { from: string; until: string }): string {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const months = Number(until.slice(5, 7)) - month + 1;
  if (months === 12) return `${year} 年`;
  return months === 3 ? `${year} 年第 ${Math.ceil(month / 3)} 季度` : `${year} 年 ${month} 月`;
}
