// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { UnsentAct } from './acts';
import { actOf, digestOfBytes } from './keep';
import { sheetOf } from './sheet-of';

const photo = () => new File(['abc'], '储罐"1".jpg', { type: 'image/jpeg', lastModified: Date.UTC(2026, 2, 2, 1, 30) });

test('an act is kept with person, inspection, instant and the digest of each file', async () => {
  const act = await actOf('Z-1', 'JC-1', { to: 'answers', item: 'process.team' }, [{ file: photo(), kind: 'photo' }], Date.UTC(2026, 2, 2, 2));
  expect(act).toMatchObject({ account: 'Z-1', inspection: 'JC-1', noted: '2026-03-02T10:00:00.000+08:00' });
  expect(act.files).toEqual([
    { name: '储罐"1".jpg', kind: 'photo', size: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', taken: '2026-03-02T09:30:00.000+08:00' },
  ]);
  expect(act.key).toMatch(/^[0-9a-f-]{36}$/);
});

test('a digest is the same in pieces as at once', async () => {
  expect(await digestOfBytes(new Blob([new Uint8Array(9 * 1024 * 1024)]))).toBe(await digestOfBytes(new Blob([new Uint8Array(4 * 1024 * 1024), new Uint8Array(5 * 1024 * 1024)])));
});

test('what is taken out is read alone: words, reason and the file itself, and nothing in it is a tag', async () => {
  const { files } = await actOf('Z-1', 'JC-1', { to: 'answers', item: 'a' }, [{ file: photo(), kind: 'photo' }]);
  const act: UnsentAct = {
    key: 'k',
    account: 'Z-1',
    inspection: 'JC-1',
    noted: '2026-03-02T10:00:00.000+08:00',
    said: { to: 'problems', item: 'process.team', fact: '液位<script>alert(1)</script>', clause: 'XJ-1' },
    files,
    refused: { text: '这次检查已经结束', at: '2026-03-02T11:00:00.000+08:00' },
  };
  const page = await sheetOf(act, [photo()], () => '项目组');
  for (const text of ['项目组', '2026-03-02 10:00', '这次检查已经结束（2026-03-02 11:00）', 'data:image/jpeg;base64,YWJj', files[0]!.sha256]) expect(page).toContain(text);
  expect(page).not.toContain('<script>');
  expect(page).not.toContain('储罐"1"');
});
