// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { keyOf, progressOf } from './determination-words';

test('a situation is known by its clause and its number there', () => {
  expect(keyOf({ clause: 'CN-99-1', code: '7' })).toBe('CN-99-1 7');
});

test('progress says how many elements were judged', () => {
  expect(progressOf({ judged: 0, elements: 3 })).toBe('3 个要件，尚未判断');
  expect(progressOf({ judged: 2, elements: 3 })).toBe('3 个要件，已判断 2 个');
});
