// SPDX-License-Identifier: Apache-2.0
import dayjs from 'dayjs';
import { expect, test } from 'vitest';
import { bodyOf, type Given } from './given';

const given: Given = {
  channel: 'paper',
  received_on: dayjs('2026-11-26'),
  known: false,
  project: 'P-1',
  described: {
    institution: 'J-1',
    enterprise: 'Q-1',
    title: '罐区评价',
    region: '652301',
    site: '罐区',
    scope: 'assess.5',
    statutory_kind: 'chemical_permit',
    service_type: 'current',
  },
  days: [dayjs('2026-12-07'), dayjs('2026-12-08')],
  people: '甲、乙',
  contact: '甲',
  phone: '0994-1',
};

test('a described project goes with the authority of whoever enters it, and not the one chosen before', () => {
  const body = bodyOf(given, 'corps');
  expect(body).not.toHaveProperty('project');
  expect(body.described).toMatchObject({ authority: 'corps', statutory: true, region: '652301' });
  expect(body).toMatchObject({ received_on: '2026-11-26', site_first_day: '2026-12-07', site_last_day: '2026-12-08', files: [] });
});

test('a known project is named and nothing is described', () => {
  const body = bodyOf({ ...given, known: true }, 'government');
  expect(body.project).toBe('P-1');
  expect(body).not.toHaveProperty('described');
});

test('a project of no statutory kind is not statutory', () => {
  const body = bodyOf({ ...given, described: { ...given.described!, statutory_kind: 'none' } }, 'government');
  expect(body.described?.statutory).toBe(false);
});
