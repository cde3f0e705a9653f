// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Application, Correction, ReportUsed } from './api/permit';
import { linesOf, offTheAgenda, pressing, proposedItems, stepText, toDemand } from './permit-words';

const citation = { binding: true, book: 'XJ', clause: 'XJ-14', digest: '', mark: 'seen' as const, source: '', text: '', title: '' };
const flag = { watch: 'invoice_missing', severity: 'remind', text: '待补正：还没有上传票据', clears: '上传票据', facts: {} as never, citation };
const report: ReportUsed = { project: 'P-1', project_title: '评价', institution: 'J-1', institution_name: '机构', missing: [flag] };
const correction: Correction = {
  number: 1,
  project: 'P-1',
  institution: 'J-1',
  institution_name: '机构',
  items: ['票据'],
  demanded_at: '2026-12-01T09:00:00+08:00',
};
const summary = {
  id: 'XK-1',
  title: '延期',
  kind: 'other',
  enterprise: 'Q-1',
  enterprise_name: '企业',
  region: '652301',
  region_name: '',
  bureau: 'J-B',
  bureau_name: '',
  received_on: '2026-12-01',
  open_corrections: 0,
};
const next = { act: 'none' as const, hand: 'nobody' as const, text: '' };
const view = (part: Partial<Application>): Application => ({ summary, reports: [], corrections: [], escalated: false, next, version: 1, ...part });

test('what comes next is said with whose it is, and only that it is done when it is done', () => {
  expect(stepText({ act: 'review', hand: 'desk', text: '审核' })).toBe('下一步（许可经办）：审核');
  expect(stepText({ act: 'none', hand: 'nobody', text: '2026-12-10 已作出决定' })).toBe('2026-12-10 已作出决定');
});

test('few days left are shown until it is decided', () => {
  const near = { ...summary, due: '2026-12-14', working_days_left: 2 };
  expect(pressing(near)).toBe(true);
  expect(pressing({ ...near, outcome: 'granted' })).toBe(false);
  expect(pressing({ ...near, working_days_left: 6 })).toBe(false);
});

test('what was found to need correcting is to be asked for once', () => {
  const found = { ...report, result: 'to_correct' as const };
  expect(toDemand(found, [])).toBe(true);
  expect(toDemand(found, [correction])).toBe(false);
  expect(toDemand(report, [])).toBe(false);
});

test('a reminder keeps nothing off the agenda, a hold only until it escalates', () => {
  const held = { ...flag, severity: 'hold' };
  expect(offTheAgenda(view({ held }))).toBe(true);
  expect(offTheAgenda(view({ held, escalated: true }))).toBe(false);
  expect(offTheAgenda(view({ held: flag }))).toBe(false);
});

test('an institution is asked for what a binding clause finds wanting, in words it can act on', () => {
  const unconfirmed = { ...flag, text: '甲', citation: { ...citation, binding: false } };
  const told = { ...flag, text: '乙', severity: 'info' };
  expect(proposedItems({ ...report, missing: [flag, unconfirmed, told] })).toEqual(['还没有上传票据。请上传票据']);
  expect(linesOf(' 一 \n\n二')).toEqual(['一', '二']);
});
