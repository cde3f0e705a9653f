// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { qrCode, qrPath } from './qr';

const address = 'otpauth://totp/Anping:tianshan?secret=JBSWY3DPEHPK3PXP&issuer=Anping';

test('the code is the one an independent reader (jsQR) has read back', () => {
  const lines = qrCode(address).map((line) => line.map(Number).join(''));
  const digest = createHash('sha256').update(lines.join('\n')).digest('hex');
  expect(digest).toBe('d1eaae684750923f4e560572caebdff1d6519f72f5f3b4043b9dcaf8967fb57c');
});

test('the longest login name still fits', () => {
  const longest = `otpauth://totp/Anping:${'a'.repeat(40)}?secret=${'A'.repeat(32)}&issuer=Anping`;
  expect(qrCode(longest)).toHaveLength(41);
  expect(() => qrCode('a'.repeat(135))).toThrow(RangeError);
});

test('a path draws one square for each dark module', () => {
  expect(qrPath([[true, false], [false, true]])).toBe('M0 0h1v1h-1zM1 1h1v1h-1z');
});
