// SPDX-License-Identifier: Apache-2.0
// What stands over the report and over a source of it.
import type { Passage, Reading, Screening, Source } from '../../api/findings';
import { seenKinds, sourceName } from '../../findings-words';
import { disjoint, type Layers, piecesOf, type Side, type Span, spansOf, tellsPieces } from './marks';
import { pointsOf, type Stretch } from './text';
import type { Coat } from './text-pane';

export const kHues = 4;

// Of one source, in the order of the report.
export function passagesOf(screening: Screening, source: string | undefined): Passage[] {
  const found = screening.passages.find((one) => one.report === source);
  return [...(found?.passages ?? [])].sort((a, b) => a.a_from - b.a_from);
}

function plain(side: Side, passages: Passage[]): Coat {
  const layers: Layers = { passage: spansOf(side, passages), piece: piecesOf(side, passages) };
  return { layers, hues: kHues, pieces: passages.map(tellsPieces), hidden: [], quotations: [], others: [] };
}
export const sourceCoat = (passages: Passage[]): Coat => plain('b', passages);

const named = (sources: Source[], report: string) => {
  const found = sources.find((one) => one.report === report);
  return found ? sourceName(found) : '另一份报告';
};

// Over the report also: what it shares with others than the source that is looked at, what is quoted, what is hidden,
// and the place the address points at.
export function reportCoat(screening: Screening, source: string | undefined, hidden: Reading['hidden'], place?: Stretch): Coat {
  const others = screening.passages.filter((one) => one.report !== source);
  const other: Span[] = others.flatMap((one, id) => one.passages.map(({ a_from: from, a_to: to }) => ({ from, to, id })));
  const quoted = screening.quotations.map(({ a_from: from, a_to: to }, id) => ({ from, to, id }));
  const ascending = [...hidden].sort((a, b) => a.at - b.at);
  const seen = ascending.flatMap(({ how, at, text }, id) => (seenKinds.has(how) ? [{ from: at, to: at + pointsOf(text), id }] : []));
  const coat = plain('a', passagesOf(screening, source));
  return {
    ...coat,
    layers: { ...coat.layers, other: disjoint(other), quoted: disjoint(quoted), hidden: disjoint(seen), place: place ? [{ ...place, id: 0 }] : [] },
    hidden: ascending,
    quotations: screening.quotations,
    others: others.map((one) => named(screening.sources, one.report)),
  };
}

// The reports behind `Coat.others`.
export const otherReports = (screening: Screening, source: string | undefined): string[] =>
  screening.passages.filter((one) => one.report !== source).map((one) => one.report);
