// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { factName } from './finding-fact-words';
import * as words from './findings-words';

test('nothing that is said of a finding accuses', () => {
  const said = JSON.stringify([words.stateWords, words.strengthWords, words.strengthMeans, words.bondWords, words.actWords, words.kClueNote, words.kToldNote, words.kWatchNote]);
  expect(said).not.toMatch(/抄袭|造假|作弊|违法|违规/);
  expect(words.kClueNote).toContain('不是认定');
  expect(words.kToldNote).toContain('不是认定');
  expect(words.kWatchNote).toContain('不是认定');
});

test('a waiting report says how many are before it, a running one its step', () => {
  const none = { ahead: 0, step: '', problem: '' };
  expect(words.progressWords({ ...none, state: 'waiting', ahead: 3 })).toContain('前面还有 3 份');
  expect(words.progressWords({ ...none, state: 'waiting' })).toContain('即将开始');
  expect(words.progressWords({ ...none, state: 'running', step: 'comparing' })).toContain('比对');
  expect(words.progressWords({ ...none, state: 'running', step: 'something new' })).toContain('正在查重');
});

test('a report that could not be read says why, in words', () => {
  const said = (problem: string) => words.progressWords({ state: 'unreadable', ahead: 0, step: '', problem });
  expect(said('encrypted')).toBe('没有查重：文件加了密码。');
  expect(said('读取程序没有应答')).toBe('没有查重：读取程序没有应答。');
});

test('shares are exact where it matters: nothing is 0%, a little is not nothing, all is 100%', () => {
  expect(words.share(0, 100)).toBe('0%');
  expect(words.share(1, 100_000)).toBe('不到 0.1%');
  expect(words.share(563, 664)).toBe('84.8%');
  expect(words.share(664, 664)).toBe('100%');
  expect(words.share(5, 0)).toBe('0%');
  expect(words.perMille(991)).toBe('99.1%');
  expect(words.perMille(1000)).toBe('100%');
});

test('the portions of a report are all of it', () => {
  const figures = { characters: 700, own: 100, shared: 300, carried: 50, quoted: 200, tables: 50, hidden: 4 };
  const sum = words.portionsOf(figures).reduce((all, one) => all + one.characters, 0);
  expect(sum).toBe(figures.characters);
});

test('a detector whose findings nobody decided has no false-alarm figure', () => {
  expect(words.falseAlarms({ accepted: 0, dismissed: 0 })).toBe('—');
  expect(words.falseAlarms({ accepted: 3, dismissed: 1 })).toBe('25.0%');
  expect(words.recordWords({ raised: 5, accepted: 0, dismissed: 0 })).toContain('误报情况未知');
  expect(words.recordWords({ raised: 5, accepted: 3, dismissed: 1 })).toContain('已处理 4 条');
});

test('an institution reads of another only when its report was filed', () => {
  const filed = { title: '', filed_at: '2026-11-29T06:52:55+08:00' };
  expect(words.sourceName({ ...filed, institution_name: '' })).toBe('其他机构的报告（2026-11-29 提交）');
  expect(words.sourceName({ ...filed, institution_name: '天山' })).toBe('天山');
});

test('what is quoted names the law it is from', () => {
  expect(words.quotationWords({ as: 'law', name: '安全生产法', identity: 1000 })).toBe('法律法规标准：安全生产法（一致 100%）');
  const quoted = { as: 'law', name: '安全生产法', articles: '第20条', edition: '2021年9月1日起施行', identity: 985 };
  expect(words.quotationWords(quoted)).toBe('法律法规标准：安全生产法 第20条，2021年9月1日起施行（一致 98.5%）');
  expect(words.quotationWords({ as: 'something', name: '', identity: 950 })).toBe('合法引用（一致 95%）');
});

test('facts are named in Chinese, ways of hiding too; a name nobody knows is shown as it is', () => {
  expect(factName('shared')).toBe('相同字数');
  expect(factName('white')).toBe('与底色同色');
  for (const name of ['stamp_confidence', 'stamped_at', 'stamped_position']) expect(factName(name)).toContain('水印');
  expect(factName('something_new')).toBe('something_new');
});

test('a sentence ends with one full stop', () => {
  expect(words.sentence('缺少必备章节')).toBe('缺少必备章节。');
  expect(words.sentence('缺少必备章节。')).toBe('缺少必备章节。');
});
