// SPDX-License-Identifier: Apache-2.0
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Finding } from '../../api/findings';
import { inPairs, type Photo, PhotosOnPaper, PhotosPanel } from './photos';

vi.mock('../findings', () => ({ ScreeningLink: ({ children, report }: { children: string; report: string }) => <a href={`/${report}`}>{children}</a> }));

const photo = (file: string, more: Partial<Photo> = {}): Photo => ({ file, words: '第12页图3', taken: '', page: 12, institution_name: '', ...more }) as Photo;
const finding = (detector: string, pictures: Photo[]) =>
  ({ summary: { id: 'XS-00000001', detector }, exhibit: { acts: [], pictures } }) as unknown as Finding;
const shown = (detector: string, pictures: Photo[]) => renderToStaticMarkup(<PhotosPanel finding={finding(detector, pictures)} />);

test('photos that resemble each other stand in pairs, the own first', () => {
  const all = ['a', 'b', 'c', 'd'].map((file) => photo(file));
  expect(inPairs('photos.same_picture', all).map((pair) => pair.map((one) => one.file))).toEqual([['a', 'b'], ['c', 'd']]);
  for (const detector of ['photos.elsewhere', 'photos.stamped_day', 'photos.stamped_elsewhere', 'photos.stamp_differs']) expect(inPairs(detector, all)).toHaveLength(4);
});

test('each photo is fetched from its finding and told with what its file says', () => {
  const html = shown('photos.same_file', [photo('aa', { taken: '2026-03-23 10:02，44.01,87.30' }), photo('bb', { report: 'BG-2', institution_name: '天池安评' })]);
  for (const words of ['/api/v1/findings/XS-00000001/pictures/aa', '/pictures/bb', '照片文件记录：2026-03-23 10:02', '没有记录拍摄时间', '天池安评']) expect(html).toContain(words);
});

test('what is stamped on a photo is told beside what its file says, with how surely it was read', () => {
  const html = shown('photos.stamped_day', [photo('aa', { stamped: '2025-11-08 15:06（识别把握93%）' }), photo('bb')]);
  expect(html).toContain('照片文件没有记录拍摄时间和位置');
  expect(html.match(/照片上的水印：/g)).toHaveLength(1);
  expect(html).toContain('照片上的水印：2025-11-08 15:06（识别把握93%）');
});

test('a photo of another institution is told without whose it is', () => {
  const html = shown('photos.same_file', [photo('aa'), photo('bb')]);
  expect(html).toContain('其他机构的报告');
  expect(html).not.toContain('<a ');
});

test('on paper each photo is a picture of its own with its digest', () => {
  const html = renderToStaticMarkup(<PhotosOnPaper finding={finding('photos.same_file', [photo('aa'), photo('bb')])} seen={() => {}} />);
  expect(html.match(/<img /g)).toHaveLength(2);
  for (const words of ['SM3 aa', 'SM3 bb', '本报告　第12页图3', '其他机构的报告']) expect(html).toContain(words);
});

test('a finding without photos shows nothing', () => {
  expect(shown('photos.same_file', [])).toBe('');
});
