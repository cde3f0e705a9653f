// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { type DatedAct, hoursWords, kmWords, sketch, timeLine, whenWords } from './layout';

const act = (from: string, to: string, more: Partial<DatedAct> = {}): DatedAct => ({
  kind: 'survey',
  who: ['王组长'],
  from: `2026-03-${from}:00.000000+08:00`,
  to: `2026-03-${to}:00.000000+08:00`,
  by_day: false,
  place: '昌吉市',
  site: '昌吉化工',
  spot: '罐区',
  latitude: '44.01',
  longitude: '87.30',
  institution_name: '天山安评',
  ...more,
});

test('what two acts have in common is shown as an overlap of so many hours', () => {
  const { bars, between } = timeLine([act('23T09:00', '23T12:00'), act('23T10:30', '23T15:00')]);
  expect(between.kind).toBe('overlap');
  expect(between.hours).toBeCloseTo(1.5);
  expect(between.from).toBeCloseTo(bars[1]!.from);
  expect(between.to).toBeCloseTo(bars[0]!.to);
});

test('an act within the other overlaps as long as it lasts', () => {
  const { between } = timeLine([act('23T09:00', '23T18:00'), act('23T10:00', '23T11:00')]);
  expect(between.hours).toBeCloseTo(1);
});

test('what lies between two acts is shown as a gap', () => {
  const { between } = timeLine([act('23T09:00', '23T12:00'), act('23T13:00', '23T15:00')]);
  expect(between).toMatchObject({ kind: 'gap' });
  expect(between.hours).toBeCloseTo(1);
});

test('ticks stand at full hours of Beijing and name each day once', () => {
  const { ticks } = timeLine([act('23T20:00', '23T23:00'), act('24T01:00', '24T05:00')]);
  expect(ticks.map((one) => one.label)).toEqual(['20:00', '22:00', '00:00', '02:00', '04:00']);
  expect(ticks.map((one) => one.day)).toEqual(['3月23日', '', '3月24日', '', '']);
});

test('few ticks stand on a line of any length', () => {
  for (const to of ['23T09:10', '23T15:00', '24T15:00', '31T15:00'])
    expect(timeLine([act('23T09:00', '23T09:05'), act(to, to)]).ticks.length).toBeLessThanOrEqual(6);
});

test('the sketch has north above and east to the right, as far apart as they are', () => {
  const drawn = sketch([act('23T09:00', '23T12:00'), act('23T13:00', '23T15:00', { latitude: '44.91', longitude: '88.30' })])!;
  const [a, b] = drawn.points;
  expect(b.x).toBeGreaterThan(a.x);
  expect(b.y).toBeLessThan(a.y);
  expect(drawn.km).toBeGreaterThan(125);
  expect(drawn.km).toBeLessThan(131);
  expect(drawn.scale.km).toBe(50);
  expect((Math.hypot(b.x - a.x, b.y - a.y) / drawn.scale.length) * drawn.scale.km).toBeCloseTo(drawn.km);
});

test('both points stay within the sketch', () => {
  for (const [latitude, longitude] of [['44.01', '87.31'], ['20.1', '87.30'], ['44.02', '120.5'], ['44.01', '87.30']] as const) {
    const drawn = sketch([act('23T09:00', '23T12:00'), act('23T13:00', '23T15:00', { latitude, longitude })])!;
    for (const { x, y } of drawn.points) {
      expect(x).toBeGreaterThan(20);
      expect(x).toBeLessThan(drawn.width - 20);
      expect(y).toBeGreaterThan(20);
      expect(y).toBeLessThan(drawn.height - 20);
    }
  }
});

test('without a position there is no sketch', () => {
  expect(sketch([act('23T09:00', '23T12:00'), act('23T13:00', '23T15:00', { latitude: '', longitude: '' })])).toBeUndefined();
});

test('times are read in Beijing, days where only days are known', () => {
  expect(whenWords(act('23T09:00', '23T12:00'))).toBe('2026-03-23 09:00 至 12:00');
  expect(whenWords(act('23T22:00', '24T02:00'))).toBe('2026-03-23 22:00 至 2026-03-24 02:00');
  expect(whenWords(act('23T00:00', '24T00:00', { by_day: true }))).toBe('2026-03-23');
});

test('hours and lengths are said as people say them', () => {
  expect(hoursWords(0.5)).toBe('30 分钟');
  expect(hoursWords(1.5)).toBe('1 小时 30 分钟');
  expect(hoursWords(3)).toBe('3 小时');
  expect(kmWords(0.42)).toBe('420 米');
  expect(kmWords(61.3)).toBe('61 公里');
});
