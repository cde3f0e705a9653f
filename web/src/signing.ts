// SPDX-License-Identifier: Apache-2.0
// A person's own SM2 pair: made here, wrapped here under a passphrase, and only here opened to sign. The server keeps
// what it cannot open. docs/formats/confirmation.md states every byte of it.
import type { ReviewStep } from './api/review';

export interface NewKey {
  public_key: string;
  wrapped: string;
  proof: string;
}

export interface OwnKey {
  key: string;
  public_key: string;
  wrapped: string;
}

interface Wrapped {
  v: 1;
  kdf: 'argon2id';
  memory_kib: number;
  passes: number;
  salt: string;
  cipher: 'sm4-gcm';
  iv: string;
  sealed: string;
  tag: string;
}

export interface Confirmed {
  project: string;
  report: string;
  report_sm3: string;
  step: ReviewStep;
  opinion: string;
  account: string;
}

export class WrongPassphrase extends Error {}

// Fetched with the first key that is made or used: most people never sign.
const sm = () => import('sm-crypto-v2');
const argon2 = () => import('@noble/hashes/argon2.js');

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const base64Of = (hex: string) => btoa(String.fromCharCode(...bytesOf(hex)));
const random = (size: number) => crypto.getRandomValues(new Uint8Array(size));

async function wrappingKey(passphrase: string, { memory_kib: m, passes: t, salt }: Pick<Wrapped, 'memory_kib' | 'passes' | 'salt'>) {
  const { argon2idAsync } = await argon2();
  return argon2idAsync(passphrase.normalize('NFC'), bytesOf(salt), { m, t, p: 1, dkLen: 16 });
}

async function sign(privateKey: string, text: string): Promise<string> {
  const { sm2 } = await sm();
  return base64Of(sm2.doSignature(text, privateKey, { hash: true, der: true }));
}

async function wrap(privateKey: string, publicKey: string, passphrase: string): Promise<string> {
  const { sm4 } = await sm();
  const kept = { memory_kib: 19_456, passes: 2, salt: hexOf(random(16)) };
  const iv = hexOf(random(12));
  const { output, tag } = sm4.encrypt(bytesOf(privateKey), await wrappingKey(passphrase, kept), {
    mode: 'gcm',
    iv: bytesOf(iv),
    associatedData: publicKey,
    output: 'array',
    outputTag: true,
  }) as unknown as { output: Uint8Array; tag: Uint8Array };
  const wrapped: Wrapped = { v: 1, kdf: 'argon2id', ...kept, cipher: 'sm4-gcm', iv, sealed: hexOf(output), tag: hexOf(tag) };
  return JSON.stringify(wrapped);
}

export async function makeKey(account: string, passphrase: string): Promise<NewKey> {
  const { sm2 } = await sm();
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  const public_key = base64Of(publicKey);
  const proof = await sign(privateKey, `anping signing key 1\naccount ${account}\npublic-key ${public_key}\n`);
  return { public_key, wrapped: await wrap(privateKey, public_key, passphrase), proof };
}

async function unwrap(own: OwnKey, passphrase: string): Promise<string> {
  const { sm4 } = await sm();
  const wrapped = JSON.parse(own.wrapped) as Wrapped;
  const key = await wrappingKey(passphrase, wrapped);
  try {
    const plain = sm4.decrypt(bytesOf(wrapped.sealed), key, {
      mode: 'gcm',
      iv: bytesOf(wrapped.iv),
      associatedData: own.public_key,
      tag: bytesOf(wrapped.tag),
      output: 'array',
    }) as unknown as Uint8Array;
    return hexOf(plain);
  } catch {
    throw new WrongPassphrase('签名口令不正确');
  }
}

// As practice::confirmation_statement has it.
export async function confirmationStatement(of: Confirmed): Promise<string> {
  const { sm3 } = await sm();
  return [
    'anping report confirmation 1',
    `project ${of.project}`,
    `report ${of.report}`,
    `report-sm3 ${of.report_sm3}`,
    `step ${of.step}`,
    `opinion-sm3 ${sm3(of.opinion)}`,
    `account ${of.account}`,
    '',
  ].join('\n');
}

export async function confirm(own: OwnKey, passphrase: string, of: Confirmed) {
  const privateKey = await unwrap(own, passphrase);
  return { key: own.key, signature: await sign(privateKey, await confirmationStatement(of)) };
}
