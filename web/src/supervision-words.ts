// SPDX-License-Identifier: Apache-2.0
// What slow counties and key follow-ups are called on the page.
import type { CountyStanding, FollowUp } from './api/supervision';

// How much is late there, of the bureau and of whom it supervises.
export const lateOf = (row: CountyStanding) => row.late.length + row.orders_late + row.institutions_overdue;

// What a key follow-up would ask of the county, as the figures say it: a beginning, every line can be changed.
export function itemsOf(row: CountyStanding): string[] {
  const items = row.late.map((one) => `${one.what}：${one.matter.title}，逾期 ${one.days} 个工作日`);
  if (row.orders_late > 0) items.push(`整改逾期或者复查不合格 ${row.orders_late} 件`);
  if (row.institutions_overdue > 0) items.push(`机构逾期未办 ${row.institutions_overdue} 项`);
  if (row.covered < row.institutions) items.push(`还没有覆盖的机构 ${row.institutions - row.covered} 家`);
  return items.slice(0, 30);
}

export function followUpStanding(one: FollowUp, today: string): { label: string; color: string } {
  const answered = one.items.filter((item) => item.answer).length;
  if (one.ended_at) return { label: '已结束', color: 'default' };
  if (answered === one.items.length) return { label: '已逐项答复，待核实', color: 'blue' };
  return one.due < today ? { label: `逾期未答复，已答复 ${answered} / ${one.items.length} 项`, color: 'red' } : { label: `已答复 ${answered} / ${one.items.length} 项`, color: 'orange' };
}
