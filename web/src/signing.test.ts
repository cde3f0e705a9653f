// SPDX-License-Identifier: Apache-2.0
import { sm2 } from 'sm-crypto-v2';
import { expect, test } from 'vitest';
import { confirm, confirmationStatement, makeKey, WrongPassphrase } from './signing';

const hex = (base64: string) => Buffer.from(base64, 'base64').toString('hex');
const of = {
  project: 'P2026-00000001',
  report: 'B-00000002',
  report_sm3: 'a'.repeat(64),
  step: 'internal_review' as const,
  opinion: '同意',
  account: 'A-00000003',
};

test('a confirmation says what is confirmed, of which bytes, by whom', async () => {
  expect(await confirmationStatement(of)).toBe(
    `anping report confirmation 1\nproject P2026-00000001\nreport B-00000002\nreport-sm3 ${'a'.repeat(64)}\n` +
      'step internal_review\nopinion-sm3 5c034aa992544fc1f9814e65f07bd5aed629ac7a1b274fdd899e1df333d2aa17\naccount A-00000003\n',
  );
});

test('a key made here signs once its passphrase is given, and not with another', async () => {
  const made = await makeKey('A-00000003', '天山 巡检 2026 夏');
  const publicKey = hex(made.public_key);
  expect(publicKey).toMatch(/^04[0-9a-f]{128}$/);
  const proof = `anping signing key 1\naccount A-00000003\npublic-key ${made.public_key}\n`;
  expect(sm2.doVerifySignature(proof, hex(made.proof), publicKey, { hash: true, der: true })).toBe(true);
  const own = { key: 'k', public_key: made.public_key, wrapped: made.wrapped };
  const { key, signature } = await confirm(own, '天山 巡检 2026 夏', of);
  expect(key).toBe('k');
  const signed = (text: string) => sm2.doVerifySignature(text, hex(signature), publicKey, { hash: true, der: true });
  const statement = await confirmationStatement(of);
  expect(signed(statement)).toBe(true);
  expect(signed(statement.replace('同意', '不同意').replace('internal', 'technical'))).toBe(false);
  await expect(confirm(own, '天山 巡检 2025 夏', of)).rejects.toBeInstanceOf(WrongPassphrase);
}, 60_000);

test('what the server keeps opens for no other public key and holds no plain private half', async () => {
  const made = await makeKey('A-1', 'a passphrase of its own');
  const other = await makeKey('A-1', 'a passphrase of its own');
  await expect(
    confirm({ key: 'k', public_key: other.public_key, wrapped: made.wrapped }, 'a passphrase of its own', of),
  ).rejects.toBeInstanceOf(WrongPassphrase);
  expect(made.wrapped).not.toBe(other.wrapped);
  expect(made.wrapped.length).toBeLessThan(1000);
}, 60_000);
