// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { periodOf, periodWords, projectFiltersOf } from './project-filter-words';

test('a period begins on its first day and ends on its last', () => {
  expect(periodOf('2026-11-28', 'year')).toEqual({ from: '2026-01-01', until: '2026-12-31' });
  expect(periodOf('2026-11-28', 'quarter')).toEqual({ from: '2026-10-01', until: '2026-12-31' });
  expect(periodOf('2024-02-10', 'month')).toEqual({ from: '2024-02-01', until: '2024-02-29' });
});

test('the period before the first of a year lies in the year before', () => {
  expect(periodOf('2026-01-15', 'quarter', -1)).toEqual({ from: '2025-10-01', until: '2025-12-31' });
  expect(periodOf('2026-01-15', 'month', -1)).toEqual({ from: '2025-12-01', until: '2025-12-31' });
  expect(periodOf('2026-12-15', 'month', 1)).toEqual({ from: '2027-01-01', until: '2027-01-31' });
});

test('a period is called as people call it', () => {
  expect(periodWords(periodOf('2026-05-01', 'year'))).toBe('2026 年');
  expect(periodWords(periodOf('2026-05-01', 'quarter'))).toBe('2026 年第 2 季度');
  expect(periodWords(periodOf('2026-05-01', 'month'))).toBe('2026 年 5 月');
});

test('only what the list knows is asked of it', () => {
  expect(projectFiltersOf({ stage: 'notified', q: '', other: 'x' })).toEqual({ stage: 'notified' });
});
