// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { standing } from './expert-words';

test('an expert is in the register, past the term, or removed; a removal is said before a term', () => {
  expect(standing({ current: true }).label).toBe('在库');
  expect(standing({ current: false }).label).toBe('聘期已满');
  expect(standing({ current: false, struck_on: '2026-11-28' }).label).toBe('已出库');
});
