// SPDX-License-Identifier: Apache-2.0
import dayjs from 'dayjs';
import { expect, test } from 'vitest';
import { changesOf } from './amendment-given';

const notice = {
  content: { site_first_day: '2026-12-01', site_last_day: '2026-12-03', members: ['R-1', 'R-2'], contact: '甲', phone: '000' },
};
const same = { days: [dayjs('2026-12-01'), dayjs('2026-12-03')] as [dayjs.Dayjs, dayjs.Dayjs], members: ['R-2', 'R-1'], contact: '甲', phone: '000', reason: '' };

test('what is as it was is not sent, in whatever order people are named', () => {
  expect(changesOf(notice, same)).toEqual({});
});

test('days are sent together, the rest one by one', () => {
  const changes = changesOf(notice, { ...same, days: [dayjs('2026-12-01'), dayjs('2026-12-05')], members: ['R-3'], phone: '111' });
  expect(changes).toEqual({ site_first_day: '2026-12-01', site_last_day: '2026-12-05', members: ['R-3'], phone: '111' });
});
