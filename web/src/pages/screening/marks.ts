// SPDX-License-Identifier: Apache-2.0
// What stands over a text: passages, what is quoted, what is found; and how two texts correspond.
import type { Passage } from '../../api/findings';
import { lastFrom, type Stretch } from './text';

export interface Span extends Stretch {
  id: number;
}
export type Layer = 'passage' | 'piece' | 'other' | 'quoted' | 'place' | 'hidden';
export type Layers = Partial<Record<Layer, Span[]>>;
// A stretch over which nothing changes: which of each layer lies over it.
export interface Marked extends Stretch {
  ids: Partial<Record<Layer, number>>;
}

// Ascending, none over another: where two overlap, the one that begins first keeps what it has.
export function disjoint(spans: Span[]): Span[] {
  const out: Span[] = [];
  let until = -1;
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const from = Math.max(span.from, until);
    if (span.to <= from) continue;
    out.push({ ...span, from });
    until = span.to;
  }
  return out;
}

function touching(spans: Span[], { from, to }: Stretch): Span[] {
  const out: Span[] = [];
  const first = lastFrom(spans, from);
  for (let i = Math.max(first, 0); i < spans.length && spans[i]!.from < to; ++i) if (spans[i]!.to > from) out.push(spans[i]!);
  return out;
}

// Of disjoint layers. It is cut at `cuts` as well, where something is put in between.
export function markedIn(line: Stretch, layers: Layers, cuts: number[] = []): Marked[] {
  const near = Object.entries(layers).map(([layer, spans]) => [layer as Layer, touching(spans, line)] as const);
  const inside = (place: number) => place > line.from && place < line.to;
  const places = new Set(cuts.filter(inside));
  for (const [, spans] of near) for (const { from, to } of spans) for (const place of [from, to]) if (inside(place)) places.add(place);
  const ends = [...places, line.to].sort((a, b) => a - b);
  let from = line.from;
  return ends.map((to) => {
    const ids: Marked['ids'] = {};
    for (const [layer, spans] of near) {
      const over = spans.find((span) => span.from <= from && span.to > from);
      if (over) ids[layer] = over.id;
    }
    const out = { from, to, ids };
    from = to;
    return out;
  });
}

export type Side = 'a' | 'b';
export const fromOn = (side: Side, one: Omit<Passage, 'pieces'>) => (side === 'a' ? one.a_from : one.b_from);
export const toOn = (side: Side, one: { a_to: number; b_to: number }) => (side === 'a' ? one.a_to : one.b_to);

export const spansOf = (side: Side, passages: Passage[]): Span[] =>
  disjoint(passages.map((one, id) => ({ from: fromOn(side, one), to: toOn(side, one), id })));

// Only of passages that tell their pieces; the whole of the others is one.
export function piecesOf(side: Side, passages: Passage[]): Span[] {
  const all = passages.flatMap((one, id) =>
    one.pieces.map((piece) => ({ from: side === 'a' ? piece.a_from : piece.b_from, to: toOn(side, piece), id })),
  );
  return disjoint(all);
}
export const tellsPieces = (passage: Passage): boolean => passage.pieces.length > 0;

const between = (place: number, from: Stretch, to: Stretch) =>
  to.from + Math.round(((place - from.from) / Math.max(1, from.to - from.from)) * (to.to - to.from));

// Where a place of one text stands in the other, as nearly as the passage tells.
export function across(passage: Passage, side: Side, place: number): number {
  const other: Side = side === 'a' ? 'b' : 'a';
  const corners = [{ a: passage.a_from, b: passage.b_from }];
  for (const piece of passage.pieces) corners.push({ a: piece.a_from, b: piece.b_from }, { a: piece.a_to, b: piece.b_to });
  corners.push({ a: passage.a_to, b: passage.b_to });
  for (let i = 1; i < corners.length; ++i) {
    const [last, next] = [corners[i - 1]!, corners[i]!];
    if (place < next[side] || i === corners.length - 1)
      return between(place, { from: last[side], to: next[side] }, { from: last[other], to: next[other] });
  }
  return fromOn(other, passage);
}

export function passageAt(passages: Passage[], side: Side, place: number): number {
  return passages.findIndex((one) => fromOn(side, one) <= place && place < toOn(side, one));
}

// The first that begins after a place and not after another.
export function nextBetween(passages: Passage[], side: Side, after: number, until: number): Passage | undefined {
  const inside = passages.filter((one) => fromOn(side, one) > after && fromOn(side, one) <= until);
  return inside.sort((a, b) => fromOn(side, a) - fromOn(side, b))[0];
}

// The last that ends after a place and not after another.
export function lastBetween(passages: Passage[], side: Side, after: number, until: number): Passage | undefined {
  const inside = passages.filter((one) => toOn(side, one) > after && toOn(side, one) <= until);
  return inside.sort((a, b) => toOn(side, b) - toOn(side, a))[0];
}

// The next passage after this one, or before it; without one, the next from the place that is being read.
export function step(passages: Passage[], current: number, way: 1 | -1, reading: number): number | undefined {
  if (current >= 0) {
    const next = current + way;
    return next >= 0 && next < passages.length ? next : undefined;
  }
  if (passages.length === 0) return undefined;
  const ahead = passages.findIndex((one) => one.a_to > reading);
  if (way === 1) return ahead < 0 ? passages.length - 1 : ahead;
  return ahead < 0 ? passages.length - 1 : Math.max(0, ahead - 1);
}
