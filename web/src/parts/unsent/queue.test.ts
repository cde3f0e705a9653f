// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { Problem } from '../../api/client';
import { inMemory, type UnsentAct } from './acts';
import { Queue } from './queue';

const act = (key: string, account = 'Z-1'): UnsentAct => ({
  key,
  account,
  inspection: 'JC-1',
  noted: `2026-03-02T10:00:00.000+08:00`,
  said: { to: 'answers', item: 'process.team' },
  files: [],
});

// A server that does a change of one key once, and what it is like at the moment.
function world() {
  const store = inMemory();
  const done = new Map<string, number>(); // key -> how often it arrived
  const state = { signedIn: 'Z-1', failure: undefined as unknown, answerLost: false, told: [] as string[] };
  const queue = new Queue({
    store,
    deliver: async ({ key }) => {
      if (state.failure) throw state.failure;
      done.set(key, (done.get(key) ?? 0) + 1);
      if (state.answerLost) throw new TypeError('Failed to fetch');
      return null;
    },
    signedIn: async () => state.signedIn,
    alone: (work) => work(),
    now: () => '2026-03-02T11:00:00.000+08:00',
  });
  queue.told = { sent: ({ key }) => state.told.push(`sent ${key}`), refused: ({ key }, text) => state.told.push(`refused ${key} ${text}`) };
  const waiting = () => queue.snapshot().acts.map((one) => one.key);
  return { store, done, state, queue, waiting };
}
const over = new Problem(409, '', 'inspection.not_now', '这次检查已经结束，不再变更', [], [], '');

test('what is kept is sent once and goes', async () => {
  const { done, state, queue, waiting } = world();
  await queue.open('Z-1');
  expect(await queue.keep(act('a'), [])).toBe(true);
  expect(waiting()).toEqual(['a']);
  await Promise.all([queue.send(), queue.send(), queue.send()]);
  expect([...done]).toEqual([['a', 1]]);
  expect(waiting()).toEqual([]);
  expect(state.told).toEqual(['sent a']);
});

test('without network it waits, and its key is the same the next time', async () => {
  const { done, state, queue, waiting } = world();
  await queue.open('Z-1');
  await queue.keep(act('a'), []);
  state.answerLost = true; // the server did it, and nobody heard of it
  await queue.send();
  expect(waiting()).toEqual(['a']);
  expect(queue.snapshot().acts[0]?.refused).toBeUndefined();
  state.answerLost = false;
  await queue.send();
  expect([...done.keys()]).toEqual(['a']);
  expect(waiting()).toEqual([]);
});

test('what is kept while others are on their way goes with them', async () => {
  const { done, queue, waiting } = world();
  await queue.open('Z-1');
  await queue.keep(act('a'), []);
  const run = queue.send();
  await queue.keep(act('b'), []);
  await Promise.all([run, queue.send()]);
  expect([...done.keys()]).toEqual(['a', 'b']);
  expect(waiting()).toEqual([]);
});

test('a refused one stays with its reason, is not sent by itself, and stops no other', async () => {
  const { done, state, queue, waiting } = world();
  await queue.open('Z-1');
  await queue.keep(act('a'), []);
  state.failure = over;
  await queue.send();
  state.failure = undefined;
  await queue.keep(act('b'), []);
  await queue.send();
  expect([...done.keys()]).toEqual(['b']);
  expect(waiting()).toEqual(['a']);
  expect(queue.snapshot().acts[0]?.refused).toEqual({ text: '这次检查已经结束，不再变更', at: '2026-03-02T11:00:00.000+08:00' });
  expect(state.told).toEqual(['refused a 这次检查已经结束，不再变更', 'sent b']);
  await queue.again('a');
  expect([...done.keys()]).toEqual(['b', 'a']);
  expect(waiting()).toEqual([]);
});

test('one the server cannot take at the moment does not keep the next one waiting', async () => {
  const { store, state, queue, done, waiting } = world();
  await queue.open('Z-1');
  await store.add(act('a'), []);
  await store.add(act('b'), []);
  state.failure = new Problem(503, '', 'ledger.unavailable', '稍后', [], [], '');
  queue.told = undefined;
  await queue.send();
  expect(waiting()).toEqual(['a', 'b']);
  state.failure = undefined;
  await queue.send();
  expect([...done.keys()]).toEqual(['a', 'b']);
});

test('another person on the same device neither sees nor sends them', async () => {
  const { done, state, queue, waiting } = world();
  await queue.open('Z-1');
  await queue.keep(act('a'), []);
  state.signedIn = 'Z-2';
  await queue.open('Z-2');
  expect(waiting()).toEqual([]);
  await queue.send();
  await queue.open('');
  await queue.send();
  expect(done.size).toBe(0);
  state.signedIn = 'Z-1';
  await queue.open('Z-1');
  expect(waiting()).toEqual(['a']);
  await queue.send();
  expect([...done.keys()]).toEqual(['a']);
});

test('a page that still shows one person sends nothing in the session of another', async () => {
  const { done, state, queue, waiting } = world();
  await queue.open('Z-1');
  await queue.keep(act('a'), []);
  state.signedIn = 'Z-2'; // signed in on another page of the browser
  await queue.send();
  expect(done.size).toBe(0);
  expect(waiting()).toEqual(['a']);
});

test('what was discarded is neither kept nor sent', async () => {
  const { done, queue, waiting } = world();
  await queue.open('Z-1');
  await queue.keep(act('a'), []);
  await queue.discard('a');
  await queue.send();
  expect(waiting()).toEqual([]);
  expect(done.size).toBe(0);
});
