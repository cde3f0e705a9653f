// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { PointText, pointsOf, sectionAt, sectionsOf } from './text';

const rare = '𠮷'; // one code point, two units

test('places count code points, not the units of a string', () => {
  const text = new PointText(0, `甲${rare}乙${rare}${rare}丙`);
  expect(text.to).toBe(6);
  expect(text.slice(1, 2)).toBe(rare);
  expect(text.slice(2, 3)).toBe('乙');
  expect(text.slice(3, 6)).toBe(`${rare}${rare}丙`);
  expect(pointsOf(`甲${rare}`)).toBe(2);
});

test('half of a pair is a place of its own, as the server counts it', () => {
  const text = new PointText(0, '甲\ud842乙');
  expect(text.to).toBe(3);
  expect(text.slice(2, 3)).toBe('乙');
});

test('a part of a text is addressed as the whole is, and asked beyond its ends gives what there is', () => {
  const text = new PointText(100, `${rare}甲乙`);
  expect(text.to).toBe(103);
  expect(text.slice(101, 102)).toBe('甲');
  expect(text.slice(0, 101)).toBe(rare);
  expect(text.slice(102, 900)).toBe('乙');
});

test('lines are found at their places behind rare characters', () => {
  expect(new PointText(10, `${rare}${rare}\n甲\n\n乙`).lines()).toEqual([
    { from: 10, to: 12 },
    { from: 13, to: 14 },
    { from: 15, to: 15 },
    { from: 16, to: 17 },
  ]);
});

test('each page is a section, and a line over its end is cut there', () => {
  const reading = { parts: [{ from: 0, text: '甲乙丙丁\n戊己' }], pages: [{ page: 1, from: 0, to: 2 }, { page: 3, from: 2, to: 7 }] };
  const sections = sectionsOf(reading);
  expect(sections.map(({ page, from, to }) => [page, from, to])).toEqual([[1, 0, 2], [3, 2, 7]]);
  expect(sections[1]!.lines).toEqual([{ from: 2, to: 4 }, { from: 5, to: 7 }]);
});

test('a text without pages or lines is still cut into pieces, and nothing is lost', () => {
  const text = `${'安全评价报告内容'.repeat(50)}。`.repeat(20);
  const sections = sectionsOf({ parts: [{ from: 0, text }], pages: [] });
  expect(sections.length).toBeGreaterThan(3);
  const again = sections.flatMap((one) => one.lines.map(({ from, to }) => one.text.slice(from, to))).join('');
  expect(again).toBe(text);
});

test('what is left out before a part of another report is said', () => {
  const sections = sectionsOf({ parts: [{ from: 0, text: '甲乙' }, { from: 2, text: '丙' }, { from: 50, text: '丁\n戊' }], pages: [] });
  expect(sections.map((one) => one.gap)).toEqual([false, false, true]);
  expect(sectionAt(sections, 51)).toBe(2);
  expect(sectionAt(sections, 0)).toBe(0);
});

test('a long text with rare characters among its lines keeps its places to the end', () => {
  const text = `${'危险有害因素辨识与分析'.repeat(4)}${rare}\n`.repeat(4500);
  const sections = sectionsOf({ parts: [{ from: 0, text }], pages: [] });
  expect(sections.at(-1)!.to).toBe(4500 * 46);
});
