// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { addressOf } from './filters';

test('the same filters read the same, in whatever order they were set', () => {
  expect(addressOf({ stage: 'notified', region: '652301' })).toBe('region=652301&stage=notified');
  expect(addressOf('stage=notified&region=652301')).toBe('region=652301&stage=notified');
});

test('what says nothing is left out', () => {
  expect(addressOf({ q: '', stage: undefined, region: '65' })).toBe('region=65');
  expect(addressOf('')).toBe('');
});

test('text of any kind comes back as it was', () => {
  const address = addressOf({ q: '甲醇 & 乙醇=1' });
  expect(Object.fromEntries(new URLSearchParams(address))).toEqual({ q: '甲醇 & 乙醇=1' });
});
