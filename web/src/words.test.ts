// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { daysLeft, flagText, priceStanding, size, time, yuan } from './words';

test('days left are said in words on both sides of the due day', () => {
  expect(daysLeft(3)).toBe('剩 3 个工作日');
  expect(daysLeft(0)).toBe('今天到期');
  expect(daysLeft(-2)).toBe('超期 2 个工作日');
  expect(daysLeft(undefined)).toBe('');
});

test('times are shown as the server wrote them, not in the zone of the browser', () => {
  expect(time('2026-11-20T09:30:15.000000+08:00')).toBe('2026-11-20 09:30');
});

test('money is shown in ten thousand yuan with two decimals', () => {
  expect(yuan(8_500_000)).toBe('8.50 万元');
});

test('a price is placed among its like only where there are enough of them', () => {
  expect(priceStanding({ samples: 3, samples_asked: 10, area: '昌吉市' })).toBe('样本不足（3/10）');
  expect(priceStanding({ samples: 12, samples_asked: 10, percentile: 8, area: '昌吉市' })).toBe('高于同类 8% 的项目（昌吉市）');
});

test('sizes take the largest unit that leaves a whole number before the point', () => {
  expect(size(12)).toBe('12 字节');
  expect(size(2048)).toBe('2.0 KB');
  expect(size(5 * 1024 * 1024)).toBe('5.0 MB');
});

test('a flag is not labelled twice', () => {
  expect(flagText('remind', '待补正：还没有上传票据')).toBe('待补正：还没有上传票据');
  expect(flagText('finding', '没有告知')).toBe('线索：没有告知');
});
