// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Clause } from '../api/law';
import { awaitsConfirmation, fits, moveText, offsetOf } from './law-text';

const clause = {
  id: 'XJ-5b',
  book: 'XJ',
  enforced: true,
  citation: { title: '现场影像', text: '应当拍摄带有定位的影像', source: '工作措施第五条', binding: false },
} as Clause;

test('a clause is found by its number, title, text or source, and by all filters together', () => {
  expect(fits(clause, {})).toBe(true);
  expect(fits(clause, { q: 'xj-5' })).toBe(true);
  expect(fits(clause, { q: '定位', book: 'XJ', unconfirmed: '1', enforced: '1' })).toBe(true);
  expect(fits(clause, { book: 'CN' })).toBe(false);
  expect(fits(clause, { enforced: '0' })).toBe(false);
  expect(fits({ ...clause, citation: { ...clause.citation, binding: true } }, { unconfirmed: '1' })).toBe(false);
});

test('a clause can be confirmed where it would hold and does not yet stand', () => {
  const open = { ...clause, confirmable: true, holds_in: '650000', confirmations: [] } as Clause;
  const confirmed = (region: string, stands: boolean) => ({ ...open, confirmations: [{ region, stands }] }) as Clause;
  expect(awaitsConfirmation(open)).toBe(true);
  expect(awaitsConfirmation({ ...open, confirmable: false })).toBe(false);
  expect(awaitsConfirmation({ ...open, holds_in: undefined })).toBe(false);
  expect(awaitsConfirmation(confirmed('650000', true))).toBe(false);
  expect(awaitsConfirmation(confirmed('650000', false))).toBe(true);
  expect(awaitsConfirmation(confirmed('652301', true))).toBe(true);
});

test('a moved deadline says which way it moves', () => {
  expect(moveText({ before: '2026-12-01', after: '2026-11-28' })).toBe('2026-12-01 提前到 2026-11-28');
  expect(moveText({ before: '2026-12-01', after: '2026-12-09' })).toBe('2026-12-01 推后到 2026-12-09');
  expect(moveText({ after: '2026-12-09' })).toBe('新增，2026-12-09 到期');
  expect(moveText({ before: '2026-12-01' })).toBe('原 2026-12-01 到期，不再有');
});

test('a line and column lead to the place in the text, and never outside it', () => {
  expect(offsetOf('ab\ncd\n', 2, 2)).toBe(4);
  expect(offsetOf('ab', 9, 9)).toBe(2);
});
