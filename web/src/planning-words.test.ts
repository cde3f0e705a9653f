// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { givenShares, listingTag, loadWords, planSize, pricePlot, shareCovered, sharesOf, shareSource, standsAs } from './planning-words';

test('a listing whose last day is over has left the list', () => {
  expect(listingTag({ stage: 'listed', in_effect: true, objection_open: false }).label).toBe('已列入');
  expect(listingTag({ stage: 'listed', in_effect: true, objection_open: true }).label).toBe('已列入，有异议');
  expect(listingTag({ stage: 'listed', in_effect: false, objection_open: false }).label).toBe('已到期退出');
  expect(listingTag({ stage: 'removed', in_effect: false, objection_open: false }).label).toBe('已移出');
});

test('an institution stands in the meter by where it is and where it works', () => {
  expect(standsAs({ local: true, served: true })).toBe('在本地登记、执业');
  expect(standsAs({ local: false, served: true })).toBe('在本地执业');
  expect(standsAs({ local: false, served: false })).toBe('计划内');
});

test('a plan says how many institutions and how often', () => {
  expect(planSize({ year: 2026, institutions: 7, visits: 9 })).toBe('2026 年 7 家机构，9 次');
});

test('a price stands among like ones from low to high, with how far the low ones reach', () => {
  const plot = pricePlot({ price: 3_000_000, others: [5_000_000, 2_000_000, 9_990_000], bound: 2_000_000 });
  expect(plot.lines.map((one) => one.values)).toEqual([
    ['2.00', '3.00', '5.00', '9.99'],
    ['2.00', '2.00', '2.00', '2.00'],
    ['', '3.00', '', ''],
  ]);
  expect(pricePlot({ price: 1, others: [] }).lines).toHaveLength(2);
});

test('a hundred percent is covered only when nothing is left', () => {
  expect(shareCovered({ total: 1000, covered: 999 })).toBe(99);
  expect(shareCovered({ total: 3, covered: 3 })).toBe(100);
  expect(shareCovered({ total: 0, covered: 0 })).toBe(100);
});

test('whoever plans a visit is reminded of those before it, and of the cap once it is reached', () => {
  const look = { kind: 'site', day: '2026-02-03', bureau_name: '', reference: '', own: true } as const;
  expect(loadWords({ year: 2026, by: [look], ahead: [], own: 1, reached: false })).toMatch(/^2026 年已进入现场 1 次：能合并的合并/);
  expect(loadWords({ year: 2026, by: [look], ahead: [], own: 1, cap: 1, reached: true })).toContain('超过每年 1 次的上限');
  expect(loadWords({ year: 2026, by: [], ahead: [{ from: '', until: '', reference: '' }], own: 0, reached: false })).toContain('还有 1 次待办');
});

test('a setting without a share is left out of the plan', () => {
  const shares = sharesOf({ permit: { percent: 50, reason: ' 许可报告问题多 ' }, daily: { percent: null }, accident: {} });
  expect(shares).toEqual([{ setting: 'permit', percent: 50, reason: '许可报告问题多' }]);
  expect(sharesOf(givenShares(shares))).toEqual(shares);
  expect(sharesOf(undefined)).toEqual([]);
});

test('a share is the plan’s once it is approved, or the clause’s, or nobody’s', () => {
  const row = { setting: 'permit', focus: '', source: 'plan', percent: 50, reason: '', wanted: 1, done: 0, gap: 1 } as const;
  expect(shareSource(row, true)?.label).toBe('年度计划');
  expect(shareSource(row, false)?.label).toBe('年度计划，待批准');
  expect(shareSource({ ...row, source: 'law' }, false)?.label).toBe('当地条款');
  expect(shareSource({ ...row, source: 'none' }, true)).toBeUndefined();
});
