// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { pathOf } from './region-path';

test('a code is reached through what it lies in', () => {
  expect(pathOf('652301')).toEqual(['650000', '652300', '652301']);
  expect(pathOf('652300')).toEqual(['650000', '652300']);
  expect(pathOf('650000')).toEqual(['650000']);
  expect(pathOf('')).toEqual([]);
});
