// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Site } from '../api/site';
import { waitingOf, waitingWords } from './waiting';

const at = (hour: number) => `2026-11-28T${String(hour).padStart(2, '0')}:00:00+08:00`;
const nothing = { confirmations: [], measures: [], report_confirmations: [] };
const confirmation = { recorded_at: at(10), people_match: true, data_true: true, delegate: '', delegate_office: '', entry: 1 };
const measure = { number: 1, settled: false, measure: { problem: '', measure: '', basis: '', major: false } };

test('a site waits until it is confirmed after the last survey', () => {
  expect(waitingOf({ surveys: [], reports: [] }, nothing).site).toBe(false);
  expect(waitingOf({ surveys: [{ received_at: at(9) }], reports: [] }, nothing).site).toBe(true);
  const confirmed = { ...nothing, confirmations: [confirmation] };
  expect(waitingOf({ surveys: [{ received_at: at(9) }], reports: [] }, confirmed).site).toBe(false);
  expect(waitingOf({ surveys: [{ received_at: at(11) }, { received_at: at(9) }], reports: [] }, confirmed).site).toBe(true);
});

test('measures without an answer and the newest report wait', () => {
  const site: Pick<Site, 'confirmations' | 'measures' | 'report_confirmations'> = {
    ...nothing,
    measures: [measure, { ...measure, number: 2, adopted: false }],
    report_confirmations: [{ report: 'R-1', matches: true, recorded_at: at(9), entry: 2 }],
  };
  const waiting = waitingOf({ surveys: [], reports: [{ id: 'R-2' }, { id: 'R-1' }] }, site);
  expect(waitingWords(waiting)).toEqual(['答复措施建议 1 条', '核对报告']);
  expect(waitingOf({ surveys: [], reports: [{ id: 'R-1' }] }, site).report).toBe(false);
});
