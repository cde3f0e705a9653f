// SPDX-License-Identifier: Apache-2.0

// "652301" -> ["650000", "652300", "652301"]: the digits of a code are nested.
export function pathOf(code: string): string[] {
  if (code === '' || code === '000000') return [];
  const path = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  return [...new Set(path)];
}
