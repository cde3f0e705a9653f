// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { firstPassword } from './first-secret';

test('a first password is four groups of letters nobody confuses, and never the same', () => {
  expect(firstPassword()).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
  expect(new Set(Array.from({ length: 50 }, firstPassword)).size).toBe(50);
});
