// SPDX-License-Identifier: Apache-2.0
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PlotFigure } from './plot';

const plot = {
  kind: 'lines',
  labels: ['1', '2', '3'],
  lines: [{ name: '本报告', values: ['4.11', '4.27', ''] }, { name: '另一处', values: ['5.11', '5.27', '5.03'] }],
};

test('what is drawn stands in a table too, with what is expected of honest numbers', () => {
  const html = renderToStaticMarkup(<PlotFigure plot={plot} detector="numbers.repeated_series" />);
  expect(html).toContain('两处分别测量');
  for (const words of ['<th scope="col">另一处</th>', '<td>5.27</td>', '<td>—</td>', 'role="img"', '横向：第几个数值']) expect(html).toContain(words);
});

test('on paper there is no table to unfold', () => {
  const html = renderToStaticMarkup(<PlotFigure plot={plot} detector="numbers.repeated_series" onPaper />);
  expect(html).toContain('<svg');
  expect(html).not.toContain('<details');
  expect(html).not.toContain('图下的表');
});

test('a detector nobody wrote words for has those of its kind, and a plot of nothing is none', () => {
  expect(renderToStaticMarkup(<PlotFigure plot={{ ...plot, kind: 'bars' }} detector="numbers.new" />)).toContain('实际的次数应当与横线相近');
  expect(renderToStaticMarkup(<PlotFigure plot={{ kind: 'bars', labels: [], lines: [] }} detector="numbers.new" />)).toBe('');
});
