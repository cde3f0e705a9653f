// SPDX-License-Identifier: Apache-2.0
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { emptyWords, goesOn, Many } from './many';

test('Tab does not reach the list, every other key does', () => {
  const stopped = (key: string) => {
    const stopPropagation = vi.fn();
    goesOn({ key, stopPropagation });
    return stopPropagation.mock.calls.length === 1;
  };
  expect(stopped('Tab')).toBe(true);
  for (const key of ['Enter', 'ArrowDown', 'Escape', 'Backspace', 'a']) expect(stopped(key)).toBe(false);
});

test('a choice of several shows what was chosen by its name', () => {
  const html = renderToStaticMarkup(<Many value={['ZF-1']} options={[{ value: 'ZF-1', label: '周执法' }]} />);
  expect(html).toContain('周执法');
  expect(html).toContain('ant-select-multiple');
});

test('an empty list says whether nothing is there, nothing came yet, or it could not be read', () => {
  expect(emptyWords({ isPending: false, error: null }, '名册', '还没有登记')).toBe('还没有登记');
  expect(emptyWords({ isPending: true, error: null }, '名册', '还没有登记')).toBe('正在读取…');
  expect(emptyWords({ isPending: false, error: new Error() }, '名册', '还没有登记')).toBe('没有读到名册，请刷新');
});
