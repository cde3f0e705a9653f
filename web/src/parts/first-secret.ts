// SPDX-License-Identifier: Apache-2.0
// A first password that can be read over the telephone: no 0/O, 1/l/I; five random bits a letter.
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

export function firstPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const text = [...bytes].map((byte) => letters[byte % 32]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
}
