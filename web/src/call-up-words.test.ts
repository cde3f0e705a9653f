// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { CallUp, Verdict } from './api/call-up';
import { agreementWords, callUpState, differsAt, faults, lastOpinions, materialWords } from './call-up-words';

const said = (reviewer: number, round: number, untrue: Verdict): CallUp['opinions'][number] => ({
  reviewer,
  round,
  at: '2026-03-02T01:00:00Z',
  known: true,
  answers: faults.map((fault) => ({ fault, verdict: fault === 'untrue' ? untrue : 'no', grounds: '见报告' })),
});

test('the state says what the reader has to do, and how it ended', () => {
  expect(callUpState({ stage: 'reviewing', waits_for_me: true }).label).toBe('待您评审');
  expect(callUpState({ stage: 'reviewed', waits_for_me: false }).label).toBe('意见已齐');
  expect(callUpState({ stage: 'concluded', waits_for_me: false, found: [] }).label).toBe('没有发现问题');
  expect(callUpState({ stage: 'concluded', waits_for_me: false, found: ['other'] }).label).toBe('有问题');
});

test('material that was not asked for is not late', () => {
  expect(materialWords({ handed: 0, overdue: false })).toBe('平台上已有，不需提交');
  expect(materialWords({ handed: 0, overdue: true, due: '2026-03-01' })).toBe('逾期未交（2026-03-01）');
  expect(materialWords({ handed: 2, overdue: false, due: '2026-03-01' })).toBe('已提交 2 次');
});

test('agreement is told with its interval, or why there is none', () => {
  const agreement = { pairs: 100, equal: 89, permille: 890, measured: 'yes', kappa: 676, low: 505, high: 848 } as const;
  expect(agreementWords(agreement)).toBe('一致 89.0%；kappa 0.68（95% 区间 0.51 至 0.85）');
  expect(agreementWords({ ...agreement, pairs: 4, measured: 'too_few' })).toBe('一致 89.0%；件数太少，不计算 kappa');
  expect(agreementWords({ ...agreement, pairs: 0 })).toBe('还没有两位专家都评审过的');
});

test('a conclusion differs where it is the opposite of what somebody said last', () => {
  const of = { opinions: [said(1, 1, 'yes'), said(1, 2, 'no'), said(2, 1, 'unclear')], reviewers: [] };
  expect(lastOpinions(of).map((one) => one.round)).toEqual([2, 1]);
  expect(differsAt(of, [])).toEqual([]);
  expect(differsAt(of, ['untrue'])).toEqual(['untrue']);
});

test('what a recused reviewer said is no difference, what one relieved otherwise said is', () => {
  const seat = { number: 1, expert: 'Z-1', name: '王专家', doubts: [], given: true, mine: false, relieved: '曾任职于该机构' };
  const opinions = [said(1, 1, 'yes'), said(2, 1, 'no')];
  expect(differsAt({ opinions, reviewers: [{ ...seat, recused: true }] }, [])).toEqual([]);
  expect(differsAt({ opinions, reviewers: [{ ...seat, recused: false }] }, [])).toEqual(['untrue']);
});
