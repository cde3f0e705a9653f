// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { Problem } from '../../api/client';
import { inMemory, meaningOf, refusalText, type UnsentAct, withFallback } from './acts';

const act = (key: string, account = 'Z-1', noted = '2026-03-02T10:00:00.000+08:00'): UnsentAct => ({
  key,
  account,
  inspection: 'JC-1',
  noted,
  said: { to: 'problems', fact: '没有勘验记录', clause: 'XJ-1' },
  files: [],
});
const refusal = (status: number, key: string, text = '不能') => new Problem(status, '', key, text, [], [], '');

test('acts are listed to whom they belong, the oldest first', async () => {
  const store = inMemory();
  await store.add(act('b', 'Z-1', '2026-03-02T11:00:00.000+08:00'), []);
  await store.add(act('a', 'Z-1', '2026-03-02T12:00:00.000+08:00'), []);
  await store.add(act('c', 'Z-2'), []);
  expect((await store.list('Z-1')).map((one) => one.key)).toEqual(['b', 'a']);
  expect((await store.list('Z-2')).map((one) => one.key)).toEqual(['c']);
  expect(await store.list('Z-3')).toEqual([]);
});

test('what is gone stays gone when something is remembered of it', async () => {
  const store = inMemory();
  await store.add(act('a'), []);
  await store.remove('a');
  await store.update('a', { refused: { text: '', at: '' } });
  expect(await store.list('Z-1')).toEqual([]);
});

test('what a full device does not take stays with the page, and says that it is fleeting', async () => {
  const device = inMemory();
  let full = false;
  const add: typeof device.add = async (one, bytes) => {
    if (full) throw new Error('QuotaExceededError');
    return device.add(one, bytes);
  };
  const store = withFallback({ ...device, add });
  await store.add(act('a'), [new Blob(['1'])]);
  full = true;
  await store.add(act('b'), [new Blob(['22'])]);
  expect((await store.list('Z-1')).map((one) => [one.key, one.fleeting ?? false])).toEqual([['a', false], ['b', true]]);
  expect((await store.bytes('b'))[0]?.size).toBe(2);
  await store.remove('b');
  expect((await store.list('Z-1')).map((one) => one.key)).toEqual(['a']);
});

test('a device that keeps nothing shows what the page has', async () => {
  const no = async (): Promise<never> => {
    throw new Error('no database');
  };
  const store = withFallback({ list: no, add: no, update: no, bytes: no, remove: no });
  await store.add(act('a'), []);
  expect((await store.list('Z-1')).map((one) => one.fleeting)).toEqual([true]);
});

test('only the refusal of the server itself stands', () => {
  expect(meaningOf(new TypeError('Failed to fetch'))).toBe('cut off');
  expect(meaningOf(refusal(401, 'access.not_signed_in'))).toBe('cut off');
  expect(meaningOf(refusal(503, 'ledger.busy'))).toBe('later');
  expect(meaningOf(refusal(429, 'vault.quota'))).toBe('later');
  expect(meaningOf(refusal(403, 'api.csrf_token'))).toBe('later');
  expect(meaningOf(refusal(403, ''))).toBe('later'); // the page of a hot-spot
  expect(meaningOf(refusal(409, 'inspection.not_now'))).toBe('refused');
  expect(meaningOf(refusal(422, 'input.wrong'))).toBe('refused');
});

test('what the server has already, sent with other uploads, is done', () => {
  expect(meaningOf(refusal(409, 'ledger.key_reused'))).toBe('done');
});

test('a refusal is told with what is wrong in which field', () => {
  const wrong = new Problem(422, '', 'input.wrong', '填写有误', [{ pointer: '/clause', rule: 'clause', text: '规则书里没有这一条' }], [], '');
  expect(refusalText(wrong)).toBe('填写有误；规则书里没有这一条');
});
