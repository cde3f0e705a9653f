// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { findingCounts, measureState, shadeOf } from './site-words';

test('a measure is called by what happened to it last', () => {
  expect(measureState({}).label).toBe('待答复');
  expect(measureState({ adopted: true }).label).toBe('已采纳');
  expect(measureState({ adopted: false }).label).toBe('不采纳');
  expect(measureState({ adopted: true, done: false }).label).toBe('复核未完成');
  expect(measureState({ adopted: true, done: true }).label).toBe('已复核');
});

test('findings are counted, those there are none of left out', () => {
  const answers = [
    { item: 'a', finding: 'meets' as const },
    { item: 'b', finding: 'fails' as const, note: '破损' },
    { item: 'c', finding: 'meets' as const },
  ];
  expect(findingCounts(answers)).toBe('符合 2 项，不符合 1 项');
  expect(findingCounts([])).toBe('');
});

test('a tile is the darker the more sites it has, and one site is never shown as none', () => {
  expect([0, 1, 5, 10, 20].map((count) => shadeOf(count, 20))).toEqual([0, 1, 1, 2, 4]);
  expect(shadeOf(0, 0)).toBe(0);
  expect(shadeOf(1, 1)).toBe(4);
});
