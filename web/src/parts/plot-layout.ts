// SPDX-License-Identifier: Apache-2.0
// Where the marks of a plot stand in a picture of a given width. forensics::Plot says what the kinds are.

export interface PlotData {
  kind: string;
  labels: string[];
  lines: { name: string; values: string[] }[];
}

export interface Mark {
  line: number;
  at: number; // which value
  x: number;
  y: number;
}
export interface Drawing {
  width: number;
  height: number;
  left: number; // where the values begin
  floor: number; // of the values
  half: number; // half of the room a value has
  ticks: { y: number; text: string }[];
  names: { x: number; text: string }[];
  marks: Mark[];
  drawn: number[]; // lines; what would flatten the others stands in the table only
  numbered: boolean; // the names are too long: numbers stand for them
}

const kHeight = 230;
const kTop = 10;
const kFoot = 26;
const kRight = 12;
const kLetter = 7; // wide, of a figure or latin letter; a hanzi is a square of 12

export const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one > '⺀' ? 12 : kLetter), 0);
export const countOf = ({ labels, lines }: PlotData): number => Math.max(labels.length, ...lines.map(({ values }) => values.length));
// Points are labelled by what stands in them already.
export const nameAt = ({ kind, labels }: PlotData, at: number): string => (kind !== 'points' && labels[at]) || String(at + 1);

const numbersOf = (plot: PlotData): number[][] => plot.lines.map(({ values }) => values.map((one) => (one === '' ? NaN : Number(one))));
const known = (line: number[]): number[] => line.filter(Number.isFinite);
const least = (line: number[]): number => line.reduce((a, b) => Math.min(a, b), Infinity);
const most = (line: number[]): number => line.reduce((a, b) => Math.max(a, b), -Infinity);

// Whether the line lets the first one be seen: another's values before they were converted may be thousands of times as large.
function letsSee(first: number[], line: number[]): boolean {
  const span = most(first) - least(first) || Math.abs(most(first)) || 1;
  return most([...first, ...line]) - least([...first, ...line]) <= 4 * span;
}

// One, two or five of a power of ten, that not more than about five stand over each other.
export function stepFor(span: number): number {
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10);
}

interface Scale {
  from: number;
  to: number;
  step: number;
}
function scaleOf(kind: string, values: number[]): Scale {
  let [from, to] = values.length > 0 ? [least(values), most(values)] : [0, 1];
  // From nought where that costs little: heights can be compared then.
  if (from >= 0 && (kind === 'bars' || from <= 0.5 * to)) from = 0;
  if (from === to) [from, to] = from === 0 ? [0, 1] : [from - Math.abs(from) * 0.1, to + Math.abs(to) * 0.1];
  const step = stepFor(to - from);
  return { from: Math.floor(from / step + 1e-9) * step, to: Math.ceil(to / step - 1e-9) * step, step };
}

export function written(value: number, step: number): string {
  const places = Math.min(10, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  return value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
}

function ticksOf({ from, to, step }: Scale, y: (value: number) => number): Drawing['ticks'] {
  const ticks: Drawing['ticks'] = [];
  for (let at = 0; at <= Math.round((to - from) / step); ++at) ticks.push({ y: y(from + at * step), text: written(from + at * step, step) });
  return ticks;
}

// As many names as stand beside each other.
function namesOf(texts: string[], x: (at: number) => number, band: number): Drawing['names'] {
  const room = Math.max(...texts.map(widthOf)) + 8;
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => one * band >= room) ?? texts.length;
  return texts.flatMap((text, at) => (every === 1 || at === 0 || (at + 1) % every === 0 ? [{ x: x(at), text }] : []));
}

export function drawingOf(plot: PlotData, width: number): Drawing {
  const count = countOf(plot);
  const numbers = numbersOf(plot);
  const first = known(numbers[0] ?? []);
  const drawn = numbers.flatMap((line, at) => (at === 0 || at === numbers.length - 1 || letsSee(first, known(line)) ? [at] : []));
  const scale = scaleOf(plot.kind, drawn.flatMap((at) => known(numbers[at]!)));
  const floor = kHeight - kFoot;
  const y = (value: number) => floor - ((value - scale.from) / (scale.to - scale.from)) * (floor - kTop);
  const ticks = ticksOf(scale, y);
  const left = Math.max(...ticks.map(({ text }) => widthOf(text))) + 10;
  const band = (width - left - kRight) / Math.max(1, count);
  const x = (at: number) => left + (at + 0.5) * band;
  const texts = Array.from({ length: count }, (_, at) => nameAt(plot, at));
  const numbered = texts.some((text) => widthOf(text) > 80);
  const marks = drawn.flatMap((line) => numbers[line]!.flatMap((value, at) => (Number.isFinite(value) ? [{ line, at, x: x(at), y: y(value) }] : [])));
  const names = count === 0 ? [] : namesOf(numbered ? texts.map((_, at) => String(at + 1)) : texts, x, band);
  return { width, height: kHeight, left, floor, half: band / 2, ticks, names, marks, drawn, numbered };
}

// A line is broken where a value is missing.
export function pathOf(marks: Mark[]): string {
  return marks.map(({ at, x, y }, i) => `${i > 0 && marks[i - 1]!.at === at - 1 ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}
