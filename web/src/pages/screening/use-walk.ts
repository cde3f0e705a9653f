// SPDX-License-Identifier: Apache-2.0
// Which source is looked at and which passage of it: both stand in the address. How one walks from passage to passage.
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Passage, Screening, Source } from '../../api/findings';
import { type Filters, useFilters } from '../../parts/filters';
import { passagesOf } from './coats';
import type { Band } from './heat';
import { across, fromOn, lastBetween, nextBetween, passageAt, type Side, step, toOn } from './marks';
import { lastFrom, type Stretch } from './text';
import type { Pane } from './text-pane';

export type Panes = Record<Side, RefObject<Pane | null>>;
const kHigh = 0.22; // of the box: where a passage is put
const kLow = 40; // px from the lower edge: what is not in sight yet
export const yFor = (pane: Pane | null) => (pane?.box()?.clientHeight ?? 0) * kHigh;

// What was clicked stays where it is; the other text comes to it.
interface Kept {
  side: Side;
  y: number;
}

export interface Walk {
  source: Source | undefined;
  passages: Passage[];
  current: number; // -1: none
  asked: number | undefined; // the place the address asks for
  place: Stretch | undefined; // and how far it goes, where it is no passage
  go: (at: number, kept?: Kept) => void;
  choose: (report: string, at?: number) => void;
  further: (way: 1 | -1) => void;
  align: (kept?: Kept) => void;
}

// The passage a place is in; a finding's place, which says its end, is looked at for itself even inside a passage.
function pointedAt(passages: Passage[], at: number, to: number): number {
  const found = passageAt(passages, 'a', at);
  return to > at && passages[found]?.a_from !== at ? -1 : found;
}

export function useWalk(screening: Screening, panes: Panes, read: RefObject<number>, arrived: () => void): Walk {
  const [filters] = useFilters();
  const navigate = useNavigate();
  // The page stays where it is scrolled to.
  const setFilters = (changed: Filters) =>
    void navigate({ to: '.', search: (now) => ({ ...now, ...changed }), replace: true, resetScroll: false });
  const { sources } = screening;
  const source = sources.find((one) => one.report === filters.source) ?? sources[0];
  const passages = useMemo(() => passagesOf(screening, source?.report), [screening, source?.report]);
  const asked = filters.at === undefined ? undefined : Number(filters.at);
  const to = Number(filters.to ?? 0);
  const current = asked === undefined ? -1 : pointedAt(passages, asked, to);
  const put = (passage: Passage, kept?: Kept) => {
    const y = kept?.y ?? yFor(panes.a.current);
    if (kept?.side !== 'a') panes.a.current?.show(passage.a_from, y);
    if (kept?.side !== 'b') panes.b.current?.show(passage.b_from, y);
  };
  const align = (kept?: Kept) => {
    const passage = passages[current];
    if (passage) put(passage, kept);
    else if (asked !== undefined) panes.a.current?.show(asked, yFor(panes.a.current));
  };
  const go = (at: number, kept?: Kept) => {
    const passage = passages[at];
    if (!passage) return;
    setFilters({ source: source?.report, at: String(passage.a_from), to: undefined });
    put(passage, kept);
    if (!kept) arrived();
  };
  const choose = (report: string, at?: number) => {
    const there = passagesOf(screening, report);
    const passage = there[at === undefined ? 0 : passageAt(there, 'a', at)];
    setFilters({ source: report, at: passage && String(passage.a_from), to: undefined });
  };
  // Whoever has scrolled away from the passage goes on from where they are.
  const seen = () => {
    const passage = passages[current];
    const [pane, high] = [panes.a.current, panes.a.current?.box()?.clientHeight ?? 0];
    return passage !== undefined && (pane?.yOf(passage.a_from) ?? 0) < high && (pane?.yOf(passage.a_to) ?? 0) > 0;
  };
  // Behind the last passage of a source comes the next source.
  const further = (way: 1 | -1) => {
    const next = step(passages, seen() ? current : -1, way, read.current);
    if (next !== undefined) go(next);
    else if (source) {
      const beside = sources[sources.indexOf(source) + way];
      if (beside) choose(beside.report, way === 1 ? undefined : passagesOf(screening, beside.report).at(-1)?.a_from);
    }
  };
  const place = useMemo(() => (asked !== undefined && to > asked ? { from: asked, to } : undefined), [asked, to]);
  return { source, passages, current, asked, place: current < 0 ? place : undefined, go, choose, further, align };
}

// A place of the text that leads, the place of the other that belongs beside it, and how high.
interface Tie {
  place: number;
  y: number;
}

// The passage that is read; where there is none, the first in sight below, or the last in sight above.
function tieOf(pane: Pane, passages: Passage[], side: Side, place: number, y: number): Tie | undefined {
  const beside: Side = side === 'a' ? 'b' : 'a';
  const here = passages[passageAt(passages, side, place)];
  if (here) return { place: across(here, side, place), y };
  const below = nextBetween(passages, side, place, pane.placeAt((pane.box()?.clientHeight ?? 0) - kLow) ?? place);
  const above = below ? undefined : lastBetween(passages, side, pane.placeAt(0) ?? place, place);
  const high = below ? pane.yOf(fromOn(side, below)) : above && pane.yOf(toOn(side, above));
  if (high === undefined) return undefined;
  return { place: below ? fromOn(beside, below) : toOn(beside, above!), y: high };
}

// The text that is read leads, the other follows where a passage ties them.
export function useTogether(panes: Panes, passages: Passage[], on: boolean, reads: (place: number) => void) {
  const lead = useRef<Side>('a');
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const follow = (side: Side) => {
    const pane = panes[side].current;
    const y = yFor(pane);
    const place = pane?.placeAt(y);
    if (!pane || place === undefined) return;
    if (side === 'a') reads(place);
    const tie = on && lead.current === side ? tieOf(pane, passages, side, place, y) : undefined;
    if (tie) panes[side === 'a' ? 'b' : 'a'].current?.show(tie.place, tie.y);
  };
  const scrolled = (side: Side) => {
    if (lead.current !== side && side === 'b') return; // it only follows
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => follow(side));
  };
  return { leads: (side: Side) => void (lead.current = side), scrolled };
}

// The place of the report that is read, at hand for what asks; the page is drawn anew only when another band is read.
export function useRead(bands: Band[]) {
  const [band, setBand] = useState(0);
  const now = useRef(0);
  const reads = (place: number) => {
    now.current = place;
    setBand(Math.max(0, lastFrom(bands, place)));
  };
  return { band, now, reads };
}
