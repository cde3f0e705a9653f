// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { asText, keptOf, without } from './kept-answers';

const store = (text: string | null) => ({ getItem: () => text });

test('what is not an object of answers is none', () => {
  expect(keptOf(store(null), 'JC-1')).toEqual({});
  expect(keptOf(store('{"a":'), 'JC-1')).toEqual({});
  expect(keptOf(store('[1]'), 'JC-1')).toEqual({});
  expect(keptOf(store('{"process.team":{"result":"meets"}}'), 'JC-1')).toEqual({ 'process.team': { result: 'meets' } });
});

test('what was sent goes, and what was written meanwhile stays', () => {
  const sent = { 'process.team': { result: 'meets' as const }, 'process.notice': { result: 'fails' as const, words: '晚' } };
  const now = { 'process.team': { result: 'meets' as const }, 'process.notice': { result: 'fails' as const, words: '晚三天' } };
  expect(without(now, sent)).toEqual({ 'process.notice': { result: 'fails', words: '晚三天' } });
});

test('what cannot be sent any more reads as text, an item a line', () => {
  const kept = { 'process.team': { result: 'meets' as const }, 'process.notice': { result: 'fails' as const, words: ' 晚三天 ' } };
  const names: Record<string, string> = { 'process.team': '项目组', 'process.notice': '从业告知' };
  expect(asText(kept, (item) => names[item] ?? item, (result) => (result === 'meets' ? '符合' : '不符合'))).toBe('项目组：符合\n从业告知：不符合　晚三天');
});
