// SPDX-License-Identifier: Apache-2.0
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Finding } from '../../api/findings';
import { ActsOnPaper, ActsPanel } from './acts';

vi.mock('@tanstack/react-router', () => ({ Link: ({ children }: { children: unknown }) => <a href="/">{children as string}</a> }));

const one = {
  kind: 'survey',
  who: ['王组长'],
  from: '2026-03-23T09:00:00.000000+08:00',
  to: '2026-03-23T12:00:00.000000+08:00',
  by_day: false,
  place: '新疆维吾尔自治区昌吉回族自治州昌吉市',
  site: '昌吉化工',
  spot: '甲醇罐区',
  latitude: '44.01',
  longitude: '87.30',
  project: 'P-1',
  institution: 'J-1',
  institution_name: '天山安评',
};
const other = {
  ...one,
  from: '2026-03-23T10:00:00.000000+08:00',
  to: '2026-03-23T15:00:00.000000+08:00',
  place: '新疆维吾尔自治区塔城地区乌苏市',
  site: '',
  spot: '',
  latitude: '44.4',
  longitude: '84.6',
  project: undefined,
  institution: undefined,
  institution_name: '',
};
const finding = (acts: object[]) => ({ facts: [{ name: 'km', value: '219.5' }, { name: 'hours_needed', value: '2.9' }], exhibit: { acts, pictures: [] } }) as unknown as Finding;
const shown = (acts: object[]) => renderToStaticMarkup(<ActsPanel finding={finding(acts)} />);

test('both acts are told with time, people and place, and how long they overlap', () => {
  const html = shown([one, other]);
  for (const words of ['2026-03-23 09:00 至 12:00', '2026-03-23 10:00 至 15:00', '王组长', '昌吉化工', '重叠 2 小时', '219.5 公里', '2 小时 54 分钟']) expect(html).toContain(words);
});

test('an act of another institution is told without whose it is', () => {
  const html = shown([one, other]);
  expect(html).toContain('其他机构的项目');
  expect(html.match(/项目 P-1/g)).toHaveLength(1);
});

test('line and sketch say in words what they show', () => {
  const [, , line, map] = shown([one, other]).split('aria-label=').map((rest) => rest.slice(0, rest.indexOf('>')));
  expect(line).toContain('一，2026-03-23 09:00 至 12:00');
  expect(map).toContain('直线相距 220 公里');
});

test('where a position is not known the places are named instead of drawn', () => {
  const html = shown([one, { ...other, latitude: '', longitude: '' }]);
  expect(html).toContain('没有记录经纬度');
  expect(html).not.toContain('act-map');
});

test('on paper both acts stand in a sentence each, with line and sketch', () => {
  const html = renderToStaticMarkup(<ActsOnPaper finding={finding([one, other])} />);
  for (const words of ['2026-03-23 09:00 至 12:00，现场勘验，王组长，', '天山安评，项目 P-1', '其他机构的项目', 'act-line', 'act-map']) expect(html).toContain(words);
});

test('a finding without acts shows nothing', () => {
  expect(renderToStaticMarkup(<ActsOnPaper finding={finding([])} />)).toBe('');
  expect(shown([])).toBe('');
});
