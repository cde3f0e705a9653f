// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { asText, keepAnswers, keptOf, without } from './kept-answers';

const store = (text: string | null) => ({ getItem: () => text });

test('what is not an object of answers is none', () => {
  expect(keptOf(store(null), 'JC-1', 'Z-1')).toEqual({});
  expect(keptOf(store('{"a":'), 'JC-1', 'Z-1')).toEqual({});
  expect(keptOf(store('[1]'), 'JC-1', 'Z-1')).toEqual({});
  expect(keptOf(store('{"process.team":{"result":"meets"}}'), 'JC-1', 'Z-1')).toEqual({ 'process.team': { result: 'meets' } });
});

test('answers are of one person: another on the same device has none of them', () => {
  const kept = new Map<string, string>();
  const device = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => void kept.set(name, text), removeItem: (name: string) => void kept.delete(name) };
  expect(keepAnswers(device, 'JC-1', 'Z-1', { 'process.team': { result: 'meets' } })).toBe(true);
  expect(keptOf(device, 'JC-1', 'Z-2')).toEqual({});
  expect(keptOf(device, 'JC-1', 'Z-1')).toEqual({ 'process.team': { result: 'meets' } });
  expect(keepAnswers(device, 'JC-1', 'Z-1', {})).toBe(true);
  expect(kept.size).toBe(0);
});

test('a device that is full says so', () => {
  const full = { setItem: () => { throw new Error('QuotaExceededError'); }, removeItem: () => undefined };
  expect(keepAnswers(full, 'JC-1', 'Z-1', { 'process.team': { result: 'meets' } })).toBe(false);
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
