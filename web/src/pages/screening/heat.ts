// SPDX-License-Identifier: Apache-2.0
// How much of each page stands elsewhere.
import type { Reading } from '../../api/findings';
import { disjoint, type Span } from './marks';
import type { Stretch } from './text';

export interface Band extends Stretch {
  label: string;
}
// The pages; of a text without them, tenths.
export function bandsOf({ pages, points }: Pick<Reading, 'pages' | 'points'>): Band[] {
  if (pages.length > 0) return pages.map(({ page, from, to }) => ({ from, to, label: `第 ${page} 页` }));
  if (points === 0) return [];
  const parts = Math.min(10, points);
  const cut = (i: number) => Math.round((points * i) / parts);
  return Array.from({ length: parts }, (_, i) => ({ from: cut(i), to: cut(i + 1), label: `全文 ${i * 10}–${(i + 1) * 10}% 处` }));
}

// Of a band, 0 to 1; a place that lies in two spans counts once.
export function covered(bands: Stretch[], spans: Stretch[]): number[] {
  const all = disjoint(spans.map((span) => ({ ...span, id: 0 }) as Span));
  let first = 0;
  return bands.map((band) => {
    while (first < all.length && all[first]!.to <= band.from) ++first;
    let points = 0;
    for (let i = first; i < all.length && all[i]!.from < band.to; ++i)
      points += Math.min(all[i]!.to, band.to) - Math.max(all[i]!.from, band.from);
    return band.to > band.from ? points / (band.to - band.from) : 0;
  });
}
