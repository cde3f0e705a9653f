// SPDX-License-Identifier: Apache-2.0
// A ZIP of parts by name, each a text or bytes, stored as they are (APPNOTE 4.3).
import { crc32 } from 'node:zlib';

const kDay = (46 << 9) | (11 << 5) | 20; // 2026-11-20: a clock would make every file another

function fields(...sized) {
  const out = Buffer.alloc(sized.reduce((sum, [size]) => sum + size, 0));
  sized.reduce((at, [size, value]) => out.writeUIntLE(value, at, size), 0);
  return out;
}

export function packed(parts) {
  const stored = [];
  const listed = [];
  let at = 0;
  for (const [part, content] of Object.entries(parts)) {
    const name = Buffer.from(part);
    const bytes = Buffer.from(content);
    // Version, names in UTF-8, stored, time, day, sum, both sizes, the name's, no more fields.
    const common = fields([2, 20], [2, 0x800], [2, 0], [2, 0], [2, kDay], [4, crc32(bytes)], [4, bytes.length], [4, bytes.length], [2, name.length], [2, 0]);
    stored.push(fields([4, 0x04034b50]), common, name, bytes);
    listed.push(fields([4, 0x02014b50], [2, 20]), common, fields([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name);
    at += 4 + common.length + name.length + bytes.length;
  }
  const list = Buffer.concat(listed);
  const count = Object.keys(parts).length;
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, list.length], [4, at], [2, 0]);
  return Buffer.concat([...stored, list, end]);
}
