// SPDX-License-Identifier: Apache-2.0
/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import { beijingNow, day } from './day-picker';

test('the day is that of Beijing, whatever the zone', () => {
  expect(day(beijingNow(Date.UTC(2026, 10, 28, 15, 59)))).toBe('2026-11-28');
  expect(day(beijingNow(Date.UTC(2026, 10, 28, 16, 0)))).toBe('2026-11-29');
});

test('no page takes the day or hour of the browser for that of Beijing', () => {
  const sources = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true });
  const own = Object.entries(sources).filter(([, text]) => text.includes('dayjs()'));
  expect(Object.keys(sources).length).toBeGreaterThan(50);
  expect(own.map(([name]) => name)).toEqual([]);
});
