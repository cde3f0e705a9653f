// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bandsOf, covered } from './heat';

test('a text with pages is told by pages, one without by tenths', () => {
  expect(bandsOf({ points: 30, pages: [{ page: 1, from: 0, to: 12 }, { page: 2, from: 12, to: 30 }] }).map((band) => band.label)).toEqual(['第 1 页', '第 2 页']);
  const tenths = bandsOf({ points: 733, pages: [] });
  expect(tenths).toHaveLength(10);
  expect(tenths[9]!.to).toBe(733);
  expect(bandsOf({ points: 3, pages: [] })).toHaveLength(3);
  expect(bandsOf({ points: 0, pages: [] })).toEqual([]);
});

test('what stands in two reports heats a page once', () => {
  const bands = [{ from: 0, to: 100 }, { from: 100, to: 200 }, { from: 200, to: 300 }];
  expect(covered(bands, [{ from: 50, to: 150 }, { from: 60, to: 110 }])).toEqual([0.5, 0.5, 0]);
  expect(covered(bands, [])).toEqual([0, 0, 0]);
});
