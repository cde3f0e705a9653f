// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { OrderRow } from './api/rectification';
import { daysWords, orderState, percent, rateWords } from './inspection-words';

const row = (over: Partial<OrderRow>) => ({ stage: 'open', failed: 0, proven: 0, overdue: false, ...over }) as OrderRow;

test('an order is called by the worst of what is open', () => {
  expect(orderState(row({})).label).toBe('整改中');
  expect(orderState(row({ proven: 1 })).label).toBe('待复查');
  expect(orderState(row({ proven: 1, overdue: true })).label).toBe('逾期');
  expect(orderState(row({ overdue: true, failed: 1 })).label).toBe('复查未通过');
  expect(orderState(row({ stage: 'closed' })).label).toBe('已销号');
});

test('one day is not told as a span', () => {
  expect(daysWords('2026-03-02', '2026-03-02')).toBe('2026-03-02');
  expect(daysWords('2026-03-02', '2026-03-04')).toBe('2026-03-02 至 2026-03-04');
});

test('a rate says what it is made of', () => {
  expect(percent(112)).toBe('11.2%');
  expect(rateWords({ inspections: 2, checked: 50, failed: 10, permille: 200, low: 112, high: 330 })).toContain('11.2% 至 33.0%');
  expect(rateWords({ inspections: 0, checked: 0, failed: 0, permille: 0, low: 0, high: 1000 })).toBe('没有检查过');
});
