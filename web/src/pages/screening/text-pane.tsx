// SPDX-License-Identifier: Apache-2.0
// A long text that scrolls in a box of its own, with what stands over it. Only sections in sight are laid out.
import { Fragment, memo, type ReactNode, type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import type { Hidden, Quotation } from '../../api/findings';
import { hiddenWords, quotationWords, seenKinds } from '../../findings-words';
import { type Layers, type Marked, markedIn } from './marks';
import { type Section, sectionAt } from './text';

export interface Coat {
  layers: Layers;
  hues: number; // of passages, in turn
  pieces: boolean[]; // which passages tell theirs
  hidden: Hidden[]; // ascending
  quotations: Quotation[];
  others: string[]; // whose the other passages are, by id
}

// Where a place is: in pixels from the upper edge of the box, and the other way round.
export interface Pane {
  box: () => HTMLElement | null;
  placeAt: (y: number) => number | undefined;
  show: (place: number, y: number) => void;
  yOf: (place: number) => number | undefined;
}

function HiddenMark({ one }: { one: Hidden }) {
  const how = hiddenWords[one.how] ?? one.how;
  const shown = one.text.length > 120 ? `${one.text.slice(0, 120)}…` : one.text;
  return (
    <span className="hidden-text" title={`读者看不见的文字：${how}`}>
      隐藏（{how}）{one.how === 'zero_width' ? '' : `：${shown}`}
    </span>
  );
}

interface StretchProps {
  marked: Marked;
  coat: Coat;
  current: number;
  text: string;
  first: boolean; // of its passage, here
}

function classesOf({ ids }: Marked, coat: Coat, current: number): string {
  const out: string[] = [];
  if (ids.passage !== undefined) {
    const own = coat.pieces[ids.passage] === true && ids.piece === undefined;
    out.push(own ? 'own-words' : `hue-${ids.passage % coat.hues}`);
    if (ids.passage === current) out.push('now');
  } else if (ids.quoted !== undefined) out.push('quoted');
  else if (ids.other !== undefined) out.push('other');
  if (ids.place !== undefined) out.push('place');
  return out.join(' ');
}

function told({ ids }: Marked, coat: Coat): string | undefined {
  if (ids.hidden !== undefined) return hiddenWords[coat.hidden[ids.hidden]!.how];
  if (ids.passage !== undefined) return `第 ${ids.passage + 1} 段`;
  if (ids.quoted !== undefined) return quotationWords(coat.quotations[ids.quoted]!);
  if (ids.other !== undefined) return `也与 ${coat.others[ids.other]} 相同`;
  return undefined;
}

function StretchView({ marked, coat, current, text, first }: StretchProps) {
  const { ids, from, to } = marked;
  const at = { 'data-at': from, 'data-to': to };
  const classes = classesOf(marked, coat, current);
  const body = ids.hidden === undefined ? text : <span className="hidden-text">{text}</span>;
  if (classes === '' && ids.hidden === undefined) return <span {...at}>{text}</span>;
  return (
    <mark {...at} className={classes} title={told(marked, coat)} data-passage={ids.passage} data-other={ids.other} data-quoted={ids.quoted}>
      {first && ids.passage !== undefined && <span className="number">{ids.passage + 1}</span>}
      {body}
    </mark>
  );
}

interface SectionProps {
  section: Section;
  coat: Coat;
  current: number; // -1: none of this section's
  hidden: Hidden[]; // what is put in
}

// About as high as it will be, that the scroll bar tells the truth.
function heightOf({ lines }: Section): number {
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil((line.to - line.from) / 34)) * 25, 30);
}

const SectionView = memo(function SectionView({ section, coat, current, hidden }: SectionProps) {
  const { passage = [] } = coat.layers;
  const starts = new Set(passage.map((span) => span.from));
  const cuts = hidden.map((one) => one.at);
  const shown = new Set<Hidden>();
  const before = (place: number): ReactNode => {
    const here = hidden.filter((one) => one.at === place && !shown.has(one));
    for (const one of here) shown.add(one);
    return here.map((one, i) => <HiddenMark key={`hidden ${i}`} one={one} />);
  };
  return (
    <section data-from={section.from} data-to={section.to} style={{ containIntrinsicSize: `auto ${heightOf(section)}px` }}>
      {section.gap && <div className="scan-gap">略去与本报告不同的部分</div>}
      {section.page > 0 && <div className="scan-page">第 {section.page} 页</div>}
      {section.lines.map((line) => (
        <p key={line.from}>
          {markedIn(line, coat.layers, cuts).map((marked) => (
            <Fragment key={marked.from}>
              {before(marked.from)}
              <StretchView marked={marked} coat={coat} current={current} text={section.text.slice(marked.from, marked.to)} first={starts.has(marked.from)} />
            </Fragment>
          ))}
          {before(line.to)}
        </p>
      ))}
    </section>
  );
});

function placeIn(element: HTMLElement, y: number, from: number, to: number): number {
  const box = element.getBoundingClientRect();
  const part = box.height > 0 ? (y - box.top) / box.height : 0;
  return Math.round(from + Math.min(1, Math.max(0, part)) * (to - from));
}

const numberOf = (element: HTMLElement, name: 'at' | 'to' | 'from') => Number(element.dataset[name]);

// The stretch that holds a place, and where in it the place is.
function yIn(box: HTMLElement, sections: Section[], place: number): number | undefined {
  const section = box.querySelectorAll<HTMLElement>(':scope > section')[sectionAt(sections, place)];
  if (!section) return undefined;
  let found: HTMLElement = section;
  for (const one of section.querySelectorAll<HTMLElement>('[data-at]')) {
    if (numberOf(one, 'at') > place) break;
    found = one;
  }
  const { top, height } = found.getBoundingClientRect();
  const from = found === section ? numberOf(section, 'from') : numberOf(found, 'at');
  const part = (place - from) / Math.max(1, numberOf(found, 'to') - from);
  return top - box.getBoundingClientRect().top + height * Math.min(1, Math.max(0, part));
}

function paneOf(box: () => HTMLElement | null, sections: Section[]): Pane {
  const yOf = (place: number) => {
    const element = box();
    return element ? yIn(element, sections, place) : undefined;
  };
  const placeAt = (y: number) => {
    const element = box();
    if (!element) return undefined;
    const edge = element.getBoundingClientRect();
    // Between two lines there is nothing: a little lower there is.
    for (const down of [0, 8, 16]) {
      const hit = document.elementFromPoint(edge.left + edge.width * 0.3, edge.top + y + down);
      const stretch = hit?.closest<HTMLElement>('[data-at]') ?? hit?.closest('p')?.querySelector<HTMLElement>('[data-at]');
      if (stretch && element.contains(stretch)) return placeIn(stretch, edge.top + y, numberOf(stretch, 'at'), numberOf(stretch, 'to'));
    }
    return undefined;
  };
  // Sections that come into sight turn out higher or lower than was thought: it is looked at again.
  const show = (place: number, y: number, again = 3): void => {
    const element = box();
    const now = yOf(place);
    if (!element || now === undefined) return;
    if (Math.abs(now - y) > 1) element.scrollTop += now - y;
    if (again > 0) requestAnimationFrame(() => show(place, y, again - 1));
  };
  return { box, placeAt, show: (place, y) => show(place, y), yOf };
}

interface TextPaneProps {
  label: string;
  sections: Section[];
  coat: Coat;
  current: number;
  note?: ReactNode; // before the text
  ref: Ref<Pane>;
  onScroll: () => void;
  onPassage: (passage: number, y: number) => void;
  onOther?: (other: number, place: number) => void;
  onQuoted?: (quoted: number) => void;
  onLead: () => void;
}

const kNone: Hidden[] = [];

// What is put into which section.
function hiddenBySection(sections: Section[], hidden: Hidden[]): Map<number, Hidden[]> {
  const out = new Map<number, Hidden[]>();
  for (const one of hidden) {
    if (seenKinds.has(one.how)) continue;
    const at = sectionAt(sections, one.at);
    out.set(at, [...(out.get(at) ?? []), one]);
  }
  return out;
}

export function TextPane({ label, sections, coat, current, note, ref, onScroll, onPassage, onOther, onQuoted, onLead }: TextPaneProps) {
  const element = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => paneOf(() => element.current, sections), [sections]);
  const hidden = useMemo(() => hiddenBySection(sections, coat.hidden), [sections, coat.hidden]);
  const span = coat.layers.passage?.filter((one) => one.id === current) ?? [];
  const holds = (section: Section) => span.some((one) => one.from < section.to && one.to > section.from);
  const click = (event: React.MouseEvent) => {
    const mark = (event.target as Element).closest<HTMLElement>('mark');
    if (!mark || getSelection()?.isCollapsed === false) return;
    const { passage, other, quoted } = mark.dataset;
    const y = mark.getBoundingClientRect().top - (element.current?.getBoundingClientRect().top ?? 0);
    if (passage !== undefined) onPassage(Number(passage), y);
    else if (quoted !== undefined) onQuoted?.(Number(quoted));
    else if (other !== undefined) onOther?.(Number(other), numberOf(mark, 'at'));
  };
  return (
    <div ref={element} className="scan-text" role="region" aria-label={label} tabIndex={0} onScroll={onScroll} onClick={click} onPointerEnter={onLead} onPointerDown={onLead} onFocus={onLead} onWheel={onLead}>
      {note}
      {sections.map((section, at) => (
        <SectionView key={section.from} section={section} coat={coat} current={holds(section) ? current : -1} hidden={hidden.get(at) ?? kNone} />
      ))}
    </div>
  );
}
