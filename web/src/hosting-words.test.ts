// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { hostedTag, visitsTag } from './hosting-words';

test('visits are held against what the place asks for', () => {
  expect(visitsTag({ visits: 1, required: 2, met: false })).toEqual({ label: '1 / 2 次', color: 'orange' });
  expect(visitsTag({ visits: 2, required: 2, met: true }).color).toBe('green');
  expect(visitsTag({ visits: 0, met: true }).label).toBe('0 次，当地没有规定次数');
});

test('an enterprise is hosted from its first to its last day, or until it is ended', () => {
  const row = { from: '2026-01-01', until: '2026-12-31' };
  expect(hostedTag(row, '2025-12-31').label).toBe('未开始');
  expect(hostedTag(row, '2026-12-31').label).toBe('托管中');
  expect(hostedTag(row, '2027-01-01').label).toBe('已期满');
  expect(hostedTag({ ...row, ended_on: '2026-05-01' }, '2026-06-01').label).toBe('2026-05-01 提前结束');
});
