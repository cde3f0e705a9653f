// SPDX-License-Identifier: Apache-2.0
import dayjs from 'dayjs';
import { expect, test } from 'vitest';
import { bodyOf, type Given } from './survey-given';

const given: Given = {
  times: [dayjs('2026-11-28T09:00:00'), dayjs('2026-11-28T11:30:00')],
  place: '罐区',
  members: ['R-1'],
  enterprise_people: '主任',
  findings: '一致',
  checklist: 'checklist_mine',
  answers: {
    checklist_chemical: { people: { finding: 'fails', note: '先选的那份' } },
    checklist_mine: { exits: { finding: 'fails', note: '堵塞' }, water: { finding: 'meets', note: '改过主意' } },
  },
};

test('only the check-list chosen at the end is sent, notes only of what fails', () => {
  expect(bodyOf(given).checklist).toEqual({
    name: 'checklist_mine',
    answers: [{ item: 'exits', finding: 'fails', note: '堵塞' }, { item: 'water', finding: 'meets' }],
  });
});

test('times are of Beijing, and what was not filled is not sent', () => {
  const body = bodyOf({ ...given, checklist: undefined, latitude: '' });
  expect(body.started_at).toBe('2026-11-28T09:00:00+08:00');
  for (const name of ['checklist', 'latitude', 'longitude', 'reason_code', 'way']) expect(body).not.toHaveProperty(name);
});
