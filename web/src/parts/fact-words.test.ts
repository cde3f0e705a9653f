// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { factValue } from './fact-words';

const named = (code: string) => `名称 ${code}`;
const value = (name: string, fact: unknown) => factValue(name, fact, named, named);

test('a fact is read in words, codes by their names', () => {
  expect(value('statutory', true)).toBe('是');
  expect(value('scope.code', 'assess.5')).toBe('名称 assess.5');
  expect(value('team.leader_level', 9)).toBe('无等级');
  expect(value('unit.staffing_gap', '')).toBe('无');
  expect(value('contract.scans', 2)).toBe('2');
});
