// SPDX-License-Identifier: Apache-2.0
import { beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '../../api/client';
import { answerItems, findProblem } from '../../api/inspection';
import { digestOf, upload } from '../../api/upload';
import { meaningOf, type UnsentAct } from './acts';
import { deliver } from './deliver';

vi.mock('../../api/inspection', () => ({ answerItems: vi.fn(async () => ({ receipt: null })), findProblem: vi.fn(async () => ({ receipt: null })) }));
vi.mock('../../api/upload', () => ({ digestOf: vi.fn(async () => 'abc'), upload: vi.fn() }));

const file = { name: '储罐.jpg', kind: 'photo', size: 3, sha256: 'abc', taken: '2026-03-02T09:30:00.000+08:00' };
const act = (over: Partial<UnsentAct> = {}): UnsentAct => ({
  key: 'k-1',
  account: 'Z-1',
  inspection: 'JC-1',
  noted: '2026-03-02T10:00:00.000+08:00',
  said: { to: 'answers', item: 'process.team' },
  files: [file],
  ...over,
});
const bytes = [new Blob(['abc'])];
const none = () => undefined;

beforeEach(() => {
  vi.clearAllMocks();
  vi.mocked(upload).mockImplementation(async (_, __, begun) => {
    if (!begun?.id) await begun?.note('u-1');
    return begun?.id ?? 'u-1';
  });
});

test('photos of an item go with their time, under the key of the act', async () => {
  await deliver(act(), bytes, none, async () => undefined);
  const sent = { item: 'process.team', file: { upload: 'u-1', kind: 'photo', captured_at: file.taken } };
  expect(answerItems).toHaveBeenCalledExactlyOnceWith('JC-1', { answers: [], files: [sent] }, 'k-1');
});

test('a problem goes with what was written and without what only the device knows', async () => {
  await deliver(act({ said: { to: 'problems', item: 'process.team', fact: '没有记录', clause: 'XJ-1' }, files: [] }), [], none, async () => undefined);
  expect(findProblem).toHaveBeenCalledExactlyOnceWith('JC-1', { item: 'process.team', fact: '没有记录', clause: 'XJ-1', files: [] }, 'k-1');
});

test('an upload that was begun is remembered at once, and gone on with the next time', async () => {
  const noted: Partial<UnsentAct>[] = [];
  vi.mocked(digestOf).mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await expect(deliver(act(), bytes, none, async (change) => void noted.push(change))).rejects.toThrow('Failed to fetch');
  expect(noted).toEqual([{ files: [{ ...file, upload: 'u-1' }] }]);
  expect(answerItems).not.toHaveBeenCalled();
  await deliver(act({ files: noted[0]!.files! }), bytes, none, async () => undefined);
  expect(vi.mocked(upload).mock.lastCall?.[2]?.id).toBe('u-1');
  expect(answerItems).toHaveBeenCalledOnce();
});

test('what arrives otherwise than it was chosen is refused, and sent whole the next time', async () => {
  vi.mocked(digestOf).mockResolvedValueOnce('other');
  const noted: Partial<UnsentAct>[] = [];
  const failure: unknown = await deliver(act(), bytes, none, async (change) => void noted.push(change)).catch((problem: unknown) => problem);
  expect(failure).toBeInstanceOf(Problem);
  expect(meaningOf(failure)).toBe('refused');
  expect(noted.at(-1)).toEqual({ files: [{ ...file, upload: undefined }] });
  expect(answerItems).not.toHaveBeenCalled();
});
