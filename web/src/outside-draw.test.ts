// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readExchange, rowsSize } from './outside-draw';

const exchange = {
  format: 'anping-draw-exchange-1',
  number: 'SJ-00000009',
  title: '四季度抽查',
  bureau_name: '自治区应急管理厅',
  basis: '年度计划',
  identities: [
    { institution: 'J-1', name: '天山安评', credit_code: '91650100MA775E3P5A' },
    { institution: 'J-2', name: '天池安评', credit_code: '' },
  ],
  plan: {
    candidates: [
      { id: 'J-1', name: '天山安评', weight: 2 },
      { id: 'J-2', name: '天池安评', weight: 1 },
    ],
  },
  held: { held_at: '2026-11-20T18:00:00+08:00', outcome: [{ drawn: [{ candidate: 'J-1' }], reserve: ['J-2'] }] },
};

test('a draw of a platform like this one is read with its list and who was drawn', () => {
  const read = readExchange(JSON.stringify(exchange))!;
  expect(read.number).toBe('SJ-00000009');
  expect(read.drawn_on).toBe('2026-11-20');
  expect(read.rows).toEqual([
    { name: '天山安评', credit_code: '91650100MA775E3P5A', drawn: true, note: '2 签' },
    { name: '天池安评', drawn: false, note: '递补' },
  ]);
  expect(rowsSize(read.rows)).toBe('名单 2 家，抽中 1 家');
});

test('a list without a result, another format and what is no JSON are not read', () => {
  expect(readExchange(JSON.stringify({ ...exchange, held: undefined }))).toBeUndefined();
  expect(readExchange(JSON.stringify({ ...exchange, format: 'other' }))).toBeUndefined();
  expect(readExchange('<html>')).toBeUndefined();
});
