// SPDX-License-Identifier: Apache-2.0
// A QR code (ISO/IEC 18004) of one fixed kind: version 6, level L, bytes, mask 0. Holds 134 bytes, enough for an otpauth address.
const size = 41;
const dataBytes = 136;
const blocks = 2;
const checkBytes = 18;
const longest = 134;

const exp: number[] = [];
const log: number[] = [];
for (let i = 0, value = 1; i < 255; ++i) {
  exp[i] = value;
  log[value] = i;
  value = value & 128 ? (value << 1) ^ 0x11d : value << 1;
}
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : exp[(log[a]! + log[b]!) % 255]!;
}

// Reed-Solomon: the remainder after division by (x - a^0)...(x - a^17).
export function checkOf(data: number[]): number[] {
  let generator = [1];
  for (let i = 0; i < checkBytes; ++i)
    generator = [...generator, 0].map((high, at) => high ^ times(at > 0 ? generator[at - 1]! : 0, exp[i]!));
  const rest = [...data, ...new Array<number>(checkBytes).fill(0)];
  for (let at = 0; at < data.length; ++at) {
    const factor = rest[at]!;
    generator.forEach((term, i) => (rest[at + i] = rest[at + i]! ^ times(term, factor)));
  }
  return rest.slice(data.length);
}

function codewords(text: string): number[] {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length > longest) throw new RangeError('too long for this QR code');
  const nibbles = [4, bytes.length >> 4, bytes.length & 15, ...bytes.flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const data: number[] = [];
  for (let i = 0; i < nibbles.length; i += 2) data.push((nibbles[i]! << 4) | (nibbles[i + 1] ?? 0));
  for (let pad = 0; data.length < dataBytes; ++pad) data.push(pad % 2 === 0 ? 0xec : 0x11);
  const parts = Array.from({ length: blocks }, (_, i) => data.slice((i * dataBytes) / blocks, ((i + 1) * dataBytes) / blocks));
  const checks = parts.map(checkOf);
  const interleaved = (rows: number[][]) => rows[0]!.flatMap((_, at) => rows.map((row) => row[at]!));
  return [...interleaved(parts), ...interleaved(checks)];
}

type Grid = (boolean | undefined)[][];

// Dark at the rim and in the middle: the finders (radius 3, with a light ring around) and the alignment mark (radius 2).
function mark(grid: Grid, row: number, column: number, radius: number, margin: number): void {
  for (let r = -radius - margin; r <= radius + margin; ++r)
    for (let c = -radius - margin; c <= radius + margin; ++c) {
      const ring = Math.max(Math.abs(r), Math.abs(c));
      const line = grid[row + r];
      if (line && column + c >= 0 && column + c < size) line[column + c] = ring !== radius - 1 && ring <= radius;
    }
}

// Level L, mask 0, with its check bits, masked as the standard says; least significant bit first.
const format = 0b111011111000100;

function frame(): Grid {
  const grid: Grid = Array.from({ length: size }, () => new Array<boolean | undefined>(size).fill(undefined));
  for (let i = 0; i < size; ++i) grid[6]![i] = grid[i]![6] = i % 2 === 0;
  mark(grid, 3, 3, 3, 1);
  mark(grid, 3, size - 4, 3, 1);
  mark(grid, size - 4, 3, 3, 1);
  mark(grid, 34, 34, 2, 0);
  for (let i = 0; i < 15; ++i) {
    const bit = ((format >> i) & 1) === 1;
    grid[i < 6 ? i : i < 8 ? i + 1 : size - 15 + i]![8] = bit;
    grid[8]![i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i] = bit;
  }
  grid[size - 8]![8] = true;
  return grid;
}

// Rows of modules, true is dark.
export function qrCode(text: string): boolean[][] {
  const grid = frame();
  const bits = codewords(text).flatMap((word) => [7, 6, 5, 4, 3, 2, 1, 0].map((at) => ((word >> at) & 1) === 1));
  let next = 0;
  for (let right = size - 1, upwards = true; right > 0; right -= 2, upwards = !upwards) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; ++step) {
      const row = upwards ? size - 1 - step : step;
      for (const column of [right, right - 1])
        if (grid[row]![column] === undefined) grid[row]![column] = (bits[next++] ?? false) !== ((row + column) % 2 === 0);
    }
  }
  return grid as boolean[][];
}

// An SVG path of unit squares.
export function qrPath(grid: boolean[][]): string {
  return grid.flatMap((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}
