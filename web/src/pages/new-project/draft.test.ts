// SPDX-License-Identifier: Apache-2.0
import dayjs from 'dayjs';
import { expect, test } from 'vitest';
import { bodyOf, draftOf, draftText, type Given } from './draft';

const given: Given = {
  title: '罐区评价',
  enterprise: 'Q-1',
  region: '652301',
  site: '罐区',
  scope: 'assess.5',
  statutory_kind: 'chemical_permit',
  service_type: 'current',
  analysed: true,
  risk: { made_on: dayjs('2026-11-20'), in_scope: true, people_suffice: false, experts_needed: false, experts: '写了又不需要', conclusion: '可以承接' },
  branch: '',
  contract: { number: 'A-1', signed_on: dayjs('2026-11-21'), ends_on: dayjs('2027-01-21'), price: 18.5 },
  terms: { object: '现状评价', permit_tied: false, permit_term: '写了又不约定' },
  leader: 'R-1',
  site_first_day: dayjs('2026-12-10'),
};

test('what does not apply any more is not sent', () => {
  const body = bodyOf(given, []);
  expect(body.risk).toEqual({ made_on: '2026-11-20', in_scope: true, people_suffice: false, experts_needed: false, conclusion: '可以承接' });
  expect(body.terms).toEqual({ object: '现状评价', stages: [], permit_tied: false });
  expect(body).not.toHaveProperty('branch');
  expect(bodyOf({ ...given, analysed: false }, [])).not.toHaveProperty('risk');
});

test('a price in ten thousand yuan is sent in fen', () => {
  expect(bodyOf(given, []).contract.price).toBe(18_500_000);
});

test('a branch is named, and a project without a statutory kind is not statutory', () => {
  const body = bodyOf({ ...given, branch: 'F-1', statutory_kind: 'none' }, ['staffing_short']);
  expect(body).toMatchObject({ branch: 'F-1', statutory: false, acknowledged: ['staffing_short'] });
});

test('a draft comes back with its days, without its files', () => {
  const back = draftOf(draftText({ ...given, files: [{ upload: 'U-1', kind: 'contract_scan' }] }))!;
  expect(back.contract?.signed_on.format('YYYY-MM-DD')).toBe('2026-11-21');
  expect(back.title).toBe('罐区评价');
  expect(back.files).toBeUndefined();
});

test('what is not a draft is none', () => {
  expect(draftOf(null)).toBeUndefined();
  expect(draftOf('{')).toBeUndefined();
});
