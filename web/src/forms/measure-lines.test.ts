// SPDX-License-Identifier: Apache-2.0
import dayjs from 'dayjs';
import { expect, test } from 'vitest';
import { answersOf, checksOf } from './measure-lines';

test('only what was decided is answered; a day of completion belongs to what is adopted', () => {
  const done_on = dayjs('2026-11-20');
  expect(answersOf({ 1: { adopted: true, done_on }, 2: { adopted: false, done_on, note: '设备已停用' }, 3: { note: '写了没选' }, 4: undefined })).toEqual([
    { number: 1, adopted: true, done_on: '2026-11-20' },
    { number: 2, adopted: false, note: '设备已停用' },
  ]);
  expect(answersOf(undefined)).toEqual([]);
});

test('only what was looked at is re-checked', () => {
  expect(checksOf({ 1: { done: false, note: '未动工' }, 2: {} })).toEqual([{ number: 1, done: false, note: '未动工' }]);
});
