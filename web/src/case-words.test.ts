// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { CaseLimit } from './api/cases';
import { limitStanding, rangeOf, sum } from './case-words';

const limit = (of: Partial<CaseLimit>, due?: string) => ({ state: 'open', step: 0, overdue: false, limit: { duty: 'x', ...(due ? { due } : {}) }, ...of }) as CaseLimit;

describe('a case', () => {
  it('writes sums with their fen only where there are some', () => {
    expect(sum(10_000_000)).toBe('100,000 元');
    expect(sum(123_456)).toBe('1,234.56 元');
    expect(sum(5)).toBe('0.05 元');
  });

  it('writes the range of a measure, and years where it has no sum', () => {
    expect(rangeOf({ least: 3_000_000, most: 10_000_000, years: 0 })).toBe('30,000 元 至 100,000 元');
    expect(rangeOf({ least: 0, most: 1_000_000, years: 0 })).toBe('不超过 10,000 元');
    expect(rangeOf({ least: 200, most: 200, years: 0 })).toBe('2 元');
    expect(rangeOf({ years: 5 })).toBe('5 年');
    expect(rangeOf({ years: 0 })).toBe('');
  });

  it('says how a day of the law stands', () => {
    expect(limitStanding(limit({ days_left: 8 }, '2026-03-02')).label).toBe('还有 8 日');
    expect(limitStanding(limit({ days_left: 0 }, '2026-03-02')).label).toBe('今天届满');
    expect(limitStanding(limit({ days_left: -3, overdue: true }, '2026-03-02')).label).toBe('逾期 3 日');
    expect(limitStanding(limit({ days_left: -3 }, '2026-03-02')).label).toBe('已届满');
    expect(limitStanding(limit({})).label).toBe('日历未公布，暂不能计算');
    const hourly = limit({}, '2026-02-17');
    hourly.limit.due_at = '2026-02-17T10:00:00.000000+08:00';
    const at = (time: string) => limitStanding(hourly, Date.parse(`2026-02-17T${time}+08:00`)).label;
    expect(at('07:30:00')).toBe('还有 2 小时');
    expect(at('09:30:00')).toBe('不到 1 小时');
    expect(at('10:00:01')).toBe('逾期 1 小时');
    expect(limitStanding(limit({ state: 'suspended' }, '2026-03-02')).label).toBe('中止计算');
    expect(limitStanding(limit({ state: 'ended', ended_on: '2026-03-01', overdue: true }, '2026-02-27')).label).toBe('逾期办理（2026-03-01）');
  });
});
