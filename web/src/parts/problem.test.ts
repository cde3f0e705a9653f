// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { fieldOf, namePath } from './problem';

test('a JSON pointer becomes the path of a form field, list positions as numbers', () => {
  expect(namePath('/contract/ends_on')).toEqual(['contract', 'ends_on']);
  expect(namePath('/files/0/kind')).toEqual(['files', 0, 'kind']);
  expect(namePath('/a~1b/c~0d')).toEqual(['a/b', 'c~d']);
});

test('a problem of one of several texts goes to the field that holds them all', () => {
  const fields = [['name'], ['facts', 'fields'], ['experts'], ['experts', 0, 'name']];
  expect(fieldOf(['facts', 'fields', 1], fields)).toEqual(['facts', 'fields']);
  expect(fieldOf(['experts', 0, 'name'], fields)).toEqual(['experts', 0, 'name']);
  expect(fieldOf(['reason'], fields)).toEqual(['reason']);
});
