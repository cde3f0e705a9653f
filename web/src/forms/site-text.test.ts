// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { siteOf, siteText } from './site-text';

test('corners are read line by line as they were typed', () => {
  const site = [
    { latitude: '44.0116', longitude: '87.3042' },
    { latitude: '44.0120', longitude: '87.3042' },
    { latitude: '44.0120', longitude: '87.3050' },
  ];
  expect(siteOf(siteText(site))).toEqual(site);
  expect(siteOf('44.0116，87.3042')).toEqual(site.slice(0, 1));
  expect(siteOf(' \n')).toEqual([]);
});

test('what is not a place is said in words', () => {
  expect(siteOf('昌吉市')).toContain('应为“纬度, 经度”');
  expect(siteOf('91.0, 87.3')).toContain('纬度在前');
  expect(siteOf('44.0, 87.3\n44.1, 87.3')).toContain('3 个以上');
});
