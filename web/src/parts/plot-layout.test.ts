// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { drawingOf, type Mark, pathOf, stepFor, widthOf, written } from './plot-layout';

const digits = { kind: 'bars', labels: [...'0123456789'], lines: [{ name: '实际次数', values: ['30', '2', '3', '2', '4', '28', '3', '2', '3', '3'] }, { name: '均匀时的次数', values: Array<string>(10).fill('8') }] };
const of = (marks: Mark[], line: number) => marks.filter((one) => one.line === line);

test('bars stand on nought, the tallest highest, each expected count beside its bar', () => {
  const { marks, floor, ticks, left, width, half } = drawingOf(digits, 600);
  expect(ticks[0]).toEqual({ y: floor, text: '0' });
  const tallest = of(marks, 0).reduce((a, b) => (b.y < a.y ? b : a));
  expect(tallest.at).toBe(0);
  expect(new Set(of(marks, 1).map(({ y }) => y)).size).toBe(1);
  expect(of(marks, 1).map(({ x }) => x)).toEqual(of(marks, 0).map(({ x }) => x));
  expect(Math.min(...marks.map(({ x }) => x - half))).toBeGreaterThanOrEqual(left - 0.01);
  expect(Math.max(...marks.map(({ x }) => x + half))).toBeLessThan(width);
});

test('at 360 pixels names do not run into each other', () => {
  const labels = Array.from({ length: 60 }, (_, at) => `${100 + at}.5`);
  const { names } = drawingOf({ kind: 'lines', labels, lines: [{ name: '数值', values: labels }] }, 300);
  for (let i = 1; i < names.length; ++i) expect(names[i]!.x - names[i - 1]!.x).toBeGreaterThan((widthOf(names[i]!.text) + widthOf(names[i - 1]!.text)) / 2);
  expect(names.length).toBeGreaterThan(3);
});

test('names that are too long are numbered', () => {
  const plot = { kind: 'lines', labels: ['可燃气体浓度 平均值（储罐区东侧）', '氧含量'], lines: [{ name: '所记', values: ['3', '4'] }, { name: '计算', values: ['5', '4'] }] };
  const { numbered, names } = drawingOf(plot, 500);
  expect(numbered).toBe(true);
  expect(names.map(({ text }) => text)).toEqual(['1', '2']);
  expect(drawingOf(digits, 500).numbered).toBe(false);
});

test('values before they were converted do not flatten the two that are compared', () => {
  const line = (name: string, factor: number) => ({ name, values: [4.1, 4.6, 4.3, 4.9].map((one) => String(one * factor)) });
  const plot = { kind: 'lines', labels: ['1', '2', '3', '4'], lines: [line('本报告', 1), line('另一处', 1000), line('另一处换算后', 1)] };
  const { drawn, marks } = drawingOf(plot, 500);
  expect(drawn).toEqual([0, 2]);
  expect(of(marks, 0).map(({ y }) => Math.round(y))).toEqual(of(marks, 2).map(({ y }) => Math.round(y)));
  expect(drawingOf({ ...plot, lines: plot.lines.slice(0, 2) }, 500).drawn).toEqual([0, 1]);
});

test('a value that is missing breaks the line and has no mark', () => {
  const { marks } = drawingOf({ kind: 'lines', labels: [], lines: [{ name: '所记', values: ['1', '', '3', '4'] }] }, 400);
  expect(marks.map(({ at }) => at)).toEqual([0, 2, 3]);
  expect(pathOf(marks).match(/[ML]/g)).toEqual(['M', 'M', 'L']);
});

test('one value and values that are all the same are drawn', () => {
  for (const values of [['0'], ['7'], ['5', '5'], ['-3']]) {
    const { marks, ticks } = drawingOf({ kind: 'points', labels: [], lines: [{ name: '数值', values }] }, 300);
    expect(marks.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(ticks.length).toBeGreaterThan(1);
  }
});

test('ticks are round and written with as many places as their step', () => {
  expect(stepFor(100)).toBe(50);
  expect(stepFor(0.03)).toBeCloseTo(0.01);
  expect(written(0.30000000000000004, 0.1)).toBe('0.3');
  expect(written(1200, 200)).toBe('1,200');
  const { ticks } = drawingOf({ kind: 'lines', labels: [], lines: [{ name: '数值', values: ['4.12', '4.15', '4.19'] }] }, 300);
  expect(ticks.map(({ text }) => text)).toEqual(['4.12', '4.14', '4.16', '4.18', '4.20']);
});
