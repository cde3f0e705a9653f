// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { unitOf, unitsAsked } from './party-given';

test('a registered unit is sent by its number', () => {
  expect(unitOf({ kind: 'enterprise', id: 'Q-1', name: 'left from another choice' })).toEqual({ kind: 'enterprise', id: 'Q-1', name: 'Q-1' });
});

test('a firm in no register is sent as it is described, without what is not known', () => {
  expect(unitOf({ kind: 'unit', id: 'J-1', name: '某咨询部', credit_code: '', address: '昌吉市' })).toEqual({
    kind: 'unit',
    name: '某咨询部',
    credit_code: undefined,
    address: '昌吉市',
  });
});

test('whoever the matter is about stands in the form already', () => {
  expect(unitsAsked({ institution: 'J-1', enterprise: 'Q-1' })).toEqual([
    { kind: 'institution', id: 'J-1' },
    { kind: 'enterprise', id: 'Q-1' },
  ]);
  expect(unitsAsked({})).toEqual([{ kind: 'institution' }]);
});
