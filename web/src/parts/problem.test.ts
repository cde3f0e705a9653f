// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { namePath } from './problem';

test('a JSON pointer becomes the path of a form field, list positions as numbers', () => {
  expect(namePath('/contract/ends_on')).toEqual(['contract', 'ends_on']);
  expect(namePath('/files/0/kind')).toEqual(['files', 0, 'kind']);
  expect(namePath('/a~1b/c~0d')).toEqual(['a/b', 'c~d']);
});
