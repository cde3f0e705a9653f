// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { groupsOf } from './search-words';

test('results stand by kind, and each remembers which it was', () => {
  const groups = groupsOf([{ kind: 'project', id: 'a' }, { kind: 'notice', id: 'b' }, { kind: 'project', id: 'c' }]);
  expect(groups.map(({ kind, rows }) => [kind, rows.map((row) => [row.id, row.at])])).toEqual([
    ['project', [['a', 0], ['c', 2]]],
    ['notice', [['b', 1]]],
  ]);
  expect(groupsOf([])).toEqual([]);
});
