// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Application, Correction, ReportUsed } from './api/permit';
import { linesOf, nextOf, offTheAgenda, pressing, proposedItems, stepText } from './permit-words';

const today = '2026-12-10';
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
  received_on: '2026-12-01',
  open_corrections: 0,
};
const view = (part: Partial<Application>): Application => ({ summary, reports: [], corrections: [], escalated: false, version: 1, ...part });
const says = (part: Partial<Application>) => stepText(nextOf(view({ accepted_on: '2026-12-01', ...part }), today));

test('what comes next follows the desk from acceptance to the meeting', () => {
  expect(stepText(nextOf(view({}), today))).toBe('下一步（许可经办）：决定是否受理');
  expect(says({})).toBe('下一步（许可经办）：关联所依据的评价报告');
  expect(says({ reports: [report] })).toBe('下一步（许可经办）：审核所依据的报告，有 1 份未审核');
  expect(says({ reports: [{ ...report, result: 'adequate' }] })).toBe('下一步（许可经办）：列入办公会议议程');
  const meeting = { ...summary, meeting_on: '2026-12-15' };
  expect(says({ reports: [{ ...report, result: 'adequate' }], summary: meeting })).toBe('下一步（负责人）：2026-12-15 办公会议后作出决定');
});

test('a correction is waited for until the institution has answered it', () => {
  const reports = [{ ...report, result: 'to_correct' as const }];
  expect(says({ reports })).toBe('下一步（许可经办）：向机构发出补正通知');
  expect(says({ reports, corrections: [correction] })).toBe('下一步（机构）：补正，有 1 份通知未完成');
  expect(says({ reports, corrections: [{ ...correction, answer: '已上传' }] })).toBe('下一步（许可经办）：核对机构的答复，办结补正');
  expect(says({ reports, corrections: [{ ...correction, answer: '已上传', closed: '已核对' }] })).toBe('下一步（许可经办）：列入办公会议议程');
});

test('near the limit the leader decides, whatever is still open', () => {
  const near = { ...summary, due: '2026-12-14', working_days_left: 2 };
  expect(says({ escalated: true, summary: near, corrections: [correction] })).toBe('下一步（负责人）：作出决定，法定期限剩 2 个工作日');
  expect(pressing(near)).toBe(true);
  expect(pressing({ ...near, outcome: 'granted' })).toBe(false);
  expect(pressing({ ...near, working_days_left: 6 })).toBe(false);
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
