// SPDX-License-Identifier: Apache-2.0
// A text addressed as its places count, by code points, and cut into what is drawn at once.
import type { Reading } from '../../api/findings';

// A string counts UTF-16 units: behind a character of two units every place is one further on than it says.
export class PointText {
  readonly to: number;
  private readonly twice: number[] = []; // places, from `from`, of characters of two units

  constructor(
    readonly from: number,
    private readonly units: string,
  ) {
    for (let i = 0; i < units.length; ++i)
      if (isPair(units, i)) {
        this.twice.push(i - this.twice.length);
        ++i;
      }
    this.to = from + units.length - this.twice.length;
  }

  // As much of it as there is.
  slice(from: number, to: number): string {
    return this.units.slice(this.unit(from), this.unit(to));
  }

  // Lines without their ends.
  lines(): Stretch[] {
    const out: Stretch[] = [];
    let at = this.from;
    for (const line of this.units.split('\n')) {
      const to = at + pointsOf(line);
      out.push({ from: at, to });
      at = to + 1;
    }
    return out;
  }

  private unit(place: number): number {
    const point = Math.min(Math.max(place, this.from), this.to) - this.from;
    return point + firstAtLeast(this.twice, point);
  }
}

export interface Stretch {
  from: number;
  to: number;
}

function isPair(units: string, at: number): boolean {
  const high = units.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = units.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

export function pointsOf(units: string): number {
  let points = units.length;
  for (let i = 0; i + 1 < units.length; ++i)
    if (isPair(units, i)) {
      --points;
      ++i;
    }
  return points;
}

// The first of ascending numbers that is not less than the one asked for.
function firstAtLeast(sorted: number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

// The last of ascending stretches that begins at the place or before it; -1 when none does.
export function lastFrom(sorted: Stretch[], place: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.from <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

// What is drawn, or left undrawn while it is out of sight, as one: a page, or about so much of a text without pages.
export interface Section extends Stretch {
  page: number; // 0: the text has none
  gap: boolean; // something before it is not shown
  text: PointText;
  lines: Stretch[];
}
const kSection = 1500;
const kLongLine = 1200;

// A line as long as a chapter, in two or more.
function shortened(line: Stretch, text: PointText): Stretch[] {
  const out: Stretch[] = [];
  let from = line.from;
  while (line.to - from > kLongLine) {
    const ahead = text.slice(from, from + kLongLine);
    const end = Math.max(ahead.lastIndexOf('。'), ahead.lastIndexOf('；'), ahead.lastIndexOf('. '));
    const cut = end > kLongLine / 3 ? from + pointsOf(ahead.slice(0, end + 1)) : from + kLongLine;
    out.push({ from, to: cut });
    from = cut;
  }
  out.push({ from, to: line.to });
  return out;
}

// A line that goes on over the page's end stands on both pages.
function cutAt(lines: Stretch[], places: number[]): Stretch[] {
  const out: Stretch[] = [];
  for (const line of lines) {
    let from = line.from;
    for (let i = firstAtLeast(places, line.from + 1); i < places.length && places[i]! < line.to; ++i) {
      out.push({ from, to: places[i]! });
      from = places[i]!;
    }
    out.push({ from, to: line.to });
  }
  return out;
}

export function sectionsOf(reading: Pick<Reading, 'parts' | 'pages'>): Section[] {
  const { pages } = reading;
  const starts = pages.map((page) => page.from);
  const out: Section[] = [];
  let shown = 0; // until where
  for (const part of reading.parts) {
    const text = new PointText(part.from, part.text);
    const gap = part.from > shown;
    shown = text.to;
    let open: Section | undefined;
    for (const line of cutAt(text.lines().flatMap((one) => shortened(one, text)), starts)) {
      const page = pages[lastFrom(pages, line.from)]?.page ?? 0;
      if (!open || open.page !== page || (page === 0 && line.from - open.from >= kSection)) {
        open = { from: line.from, to: line.to, page, gap: gap && !open, text, lines: [] };
        out.push(open);
      }
      open.lines.push(line);
      open.to = line.to;
    }
  }
  return out;
}

export const sectionAt = (sections: Section[], place: number): number => Math.max(0, lastFrom(sections, place));
