// SPDX-License-Identifier: Apache-2.0
// The beginning of what stands at a place.
import type { Reading } from '../../api/findings';
import { lastFrom, PointText, type Stretch } from './text';

export interface Excerpt extends Stretch {
  page: number; // 0: the text has none
  text: string;
}
const kShown = 160;
const kAround = 20; // of a place that is a point

const kApart = 60;

// Places that follow closely, as the cells of a column do, as one stretch.
export function runsOf(places: Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const { from, to } of [...places].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && from - last.to <= kApart) last.to = Math.max(last.to, to);
    else out.push({ from, to });
  }
  return out;
}

export function excerptsOf({ parts, pages }: Pick<Reading, 'parts' | 'pages'>, places: Stretch[], most = kShown): Excerpt[] {
  const texts = parts.map((part) => new PointText(part.from, part.text));
  return places.map(({ from, to }) => {
    const text = texts[lastFrom(texts, from)];
    const begin = to > from ? from : Math.max(0, from - kAround);
    const end = to > from ? Math.min(to, from + most) : from + kAround;
    const cut = to > from && end < to;
    return { from, to, page: pages[lastFrom(pages, from)]?.page ?? 0, text: `${text?.slice(begin, end) ?? ''}${cut ? '…' : ''}` };
  });
}
