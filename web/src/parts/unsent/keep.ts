// SPDX-License-Identifier: Apache-2.0
// From what was chosen in a form to an act that is kept.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Said, UnsentAct, UnsentFile } from './acts';

export interface Chosen {
  file: File;
  kind: string;
}

const kPiece = 4 * 1024 * 1024;

// In pieces: a film is larger than what a phone holds at once.
export async function digestOfBytes(bytes: Blob): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < bytes.size; at += kPiece) hash.update(new Uint8Array(await bytes.slice(at, at + kPiece).arrayBuffer()));
  return bytesToHex(hash.digest());
}

export const inBeijing = (milliseconds: number): string => new Date(milliseconds + 8 * 3_600_000).toISOString().replace('Z', '+08:00');

async function fileOf({ file, kind }: Chosen): Promise<UnsentFile> {
  return { name: file.name, kind, size: file.size, sha256: await digestOfBytes(file), taken: inBeijing(file.lastModified) };
}

export async function actOf(account: string, inspection: string, said: Said, chosen: Chosen[], now = Date.now()): Promise<UnsentAct> {
  return { key: crypto.randomUUID(), account, inspection, noted: inBeijing(now), said, files: await Promise.all(chosen.map(fileOf)) };
}
