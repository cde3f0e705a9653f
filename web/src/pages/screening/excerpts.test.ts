// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { excerptsOf, runsOf } from './excerpts';

const reading = { parts: [{ from: 0, text: '甲𠮷乙丙丁戊己庚' }], pages: [{ page: 4, from: 0, to: 3 }, { page: 5, from: 3, to: 8 }] };

test('an excerpt is cut by code points, says its page, and that more follows', () => {
  expect(excerptsOf(reading, [{ from: 1, to: 3 }, { from: 3, to: 8 }], 3)).toEqual([
    { from: 1, to: 3, page: 4, text: '𠮷乙' },
    { from: 3, to: 8, page: 5, text: '丙丁戊…' },
  ]);
});

test('a place that is a point shows what stands around it', () => {
  expect(excerptsOf(reading, [{ from: 4, to: 4 }])[0]).toMatchObject({ page: 5, text: '甲𠮷乙丙丁戊己庚' });
});

test('cells of a column are one stretch, what stands elsewhere another', () => {
  expect(runsOf([{ from: 30, to: 34 }, { from: 10, to: 14 }, { from: 300, to: 304 }])).toEqual([{ from: 10, to: 34 }, { from: 300, to: 304 }]);
});

test('without pages none is said, and where there is no text there is no excerpt', () => {
  expect(excerptsOf({ parts: [], pages: [] }, [{ from: 0, to: 5 }])).toEqual([{ from: 0, to: 5, page: 0, text: '' }]);
});
