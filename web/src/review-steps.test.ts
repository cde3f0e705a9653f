// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { ReviewStep } from './api/review';
import { isOfficeOf, openOpinions, waitsFor } from './review-steps';

const testing: ReviewStep[] = ['check', 'review', 'approval'];
const report = (...signed: ReviewStep[]) => ({ reviews: signed.map((step) => ({ step })), opinions: [] });

test('the next step follows the steps the project asks for', () => {
  expect(waitsFor({ review_steps: testing, reports: [] })).toBeUndefined();
  expect(waitsFor({ review_steps: testing, reports: [report()] })).toBe('check');
  expect(waitsFor({ review_steps: testing, reports: [report('check', 'review'), report()] })).toBe('approval');
  expect(waitsFor({ review_steps: testing, reports: [report(...testing)] })).toBeUndefined();
});

test('each step has its office', () => {
  expect(isOfficeOf('approval', 'authorised_signatory')).toBe(true);
  expect(isOfficeOf('check', 'internal_reviewer')).toBe(true);
  expect(isOfficeOf('approval', 'process_lead')).toBe(false);
});

test('opinions without an answer are counted for their own step, of every edition', () => {
  const opinions = [{ step: 'check' as const }, { step: 'check' as const, answer: '已改' }, { step: 'review' as const }];
  const reports = [report(), { reviews: [], opinions }];
  expect(openOpinions({ reports }, 'check')).toBe(1);
  expect(openOpinions({ reports }, 'approval')).toBe(0);
});
