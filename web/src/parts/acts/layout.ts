// SPDX-License-Identifier: Apache-2.0
// Where two acts stand on a line of time and on a sketch of the map. Beijing time, whatever the browser's zone.
import type { Finding } from '../../api/findings';

export type DatedAct = NonNullable<Finding['exhibit']>['acts'][number];

const kHour = 3_600_000;
const kDay = 24 * kHour;
const millis = (at: string) => Date.parse(at);
// Hours of Beijing as hours of UTC, so that no zone of the machine comes in.
const beijing = (at: number) => new Date(at + 8 * kHour).toISOString();

export const clock = (at: number) => beijing(at).slice(11, 16);
export const dayOf = (at: number) => beijing(at).slice(0, 10);
export const shortDay = (at: number) => `${Number(beijing(at).slice(5, 7))}月${Number(beijing(at).slice(8, 10))}日`;

export function whenWords({ from, to, by_day }: Pick<DatedAct, 'from' | 'to' | 'by_day'>): string {
  const first = dayOf(millis(from));
  const last = dayOf(Math.max(millis(from), millis(to) - 1));
  if (by_day) return first === last ? first : `${first} 至 ${last}`;
  return `${first} ${clock(millis(from))} 至 ${first === last ? '' : `${last} `}${clock(millis(to))}`;
}

export interface Span {
  from: number; // of the whole line, 0 to 1
  to: number;
}
export interface Tick {
  at: number;
  label: string;
  day: string; // where a new day begins, or the line
}
export interface TimeLine {
  bars: Span[];
  between: Span & { kind: 'overlap' | 'gap'; hours: number };
  ticks: Tick[];
}

const kSteps = [0.25, 0.5, 1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 672];
const kTicks = 5;

// The earlier act first, as the platform has them.
export function timeLine(acts: DatedAct[]): TimeLine {
  const times = acts.map(({ from, to }) => ({ from: millis(from), to: millis(to) }));
  const begin = Math.min(...times.map((one) => one.from));
  const end = Math.max(...times.map((one) => one.to));
  const margin = Math.max((end - begin) * 0.04, kHour / 4);
  const [first, last] = [begin - margin, end + margin];
  const place = (at: number) => (at - first) / (last - first);
  const [a, b] = [times[0]!, times[1]!];
  const overlap = Math.min(a.to, b.to) - b.from;
  const step = kSteps.find((hours) => (last - first) / (hours * kHour) <= kTicks) ?? 1344;
  return {
    bars: times.map(({ from, to }) => ({ from: place(from), to: place(to) })),
    between:
      overlap > 0
        ? { kind: 'overlap', from: place(b.from), to: place(b.from + overlap), hours: overlap / kHour }
        : { kind: 'gap', from: place(a.to), to: place(b.from), hours: -overlap / kHour },
    ticks: ticks(first, last, step * kHour, place),
  };
}

function ticks(first: number, last: number, step: number, place: (at: number) => number): Tick[] {
  const out: Tick[] = [];
  // Counted from a midnight of Beijing.
  const midnight = Math.floor((first + 8 * kHour) / kDay) * kDay - 8 * kHour;
  let day = '';
  for (let at = midnight + Math.ceil((first - midnight) / step) * step; at <= last; at += step) {
    const fresh = shortDay(at) === day ? '' : shortDay(at);
    day = shortDay(at);
    out.push({ at: place(at), label: step % kDay === 0 ? '' : clock(at), day: fresh });
  }
  return out;
}

export interface Point {
  x: number;
  y: number;
}
export interface Sketch {
  width: number;
  height: number;
  points: [Point, Point];
  km: number;
  scale: { km: number; length: number };
}

export const kSketch = { width: 320, height: 190 };
const kMargin = 44;
const kKmADegree = 111.2;

const number = (text: string) => (text === '' ? NaN : Number(text));

// North is up. Nothing where a position is not known.
export function sketch(acts: DatedAct[]): Sketch | undefined {
  const [a, b] = acts.map(({ latitude, longitude }) => ({ north: number(latitude), east: number(longitude) }));
  if (!a || !b || [a.north, a.east, b.north, b.east].some(Number.isNaN)) return undefined;
  const middle = (((a.north + b.north) / 2) * Math.PI) / 180;
  const dx = (b.east - a.east) * kKmADegree * Math.cos(middle);
  const dy = (a.north - b.north) * kKmADegree;
  const km = Math.hypot(dx, dy);
  const room = { width: kSketch.width - 2 * kMargin, height: kSketch.height - 2 * kMargin };
  const perKm = Math.min(room.width / Math.max(Math.abs(dx), 0.1), room.height / Math.max(Math.abs(dy), 0.1));
  const half = { x: (dx * perKm) / 2, y: (dy * perKm) / 2 };
  const centre = { x: kSketch.width / 2, y: kSketch.height / 2 };
  return {
    ...kSketch,
    points: [
      { x: centre.x - half.x, y: centre.y - half.y },
      { x: centre.x + half.x, y: centre.y + half.y },
    ],
    km,
    scale: scaleOf(perKm),
  };
}

// A round length of about a quarter of the sketch.
function scaleOf(perKm: number): Sketch['scale'] {
  const most = kSketch.width / 3.5 / perKm;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((one) => one * power).find((one) => one <= most) ?? power;
  return { km, length: km * perKm };
}

export const hoursWords = (hours: number): string => {
  const minutes = Math.round(hours * 60);
  if (minutes < 60) return `${minutes} 分钟`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} 小时` : `${Math.floor(minutes / 60)} 小时 ${rest} 分钟`;
};
export const kmWords = (km: number): string => (km < 1 ? `${Math.round(km * 1000)} 米` : `${km < 10 ? km.toFixed(1) : Math.round(km)} 公里`);
