// SPDX-License-Identifier: Apache-2.0
// Measures answered or re-checked by their number; those left without a choice are not sent.
import type { Dayjs } from 'dayjs';
import type { NewAnswers, NewRecheck } from '../api/site';
import { day } from '../parts/day-picker';

export interface AnswerLine {
  adopted?: boolean;
  done_on?: Dayjs;
  note?: string;
}

export interface CheckLine {
  done?: boolean;
  note?: string;
}

type Lines<Line> = Record<string, Line | undefined> | undefined;

function chosen<Line>(lines: Lines<Line>, made: (line: Line) => boolean): [number, Line][] {
  return Object.entries(lines ?? {}).flatMap(([number, line]) => (line && made(line) ? [[Number(number), line] as [number, Line]] : []));
}

export function answersOf(lines: Lines<AnswerLine>): NewAnswers['answers'] {
  return chosen(lines, (line) => line.adopted !== undefined).map(([number, { adopted, done_on, note }]) => ({
    number,
    adopted: adopted!,
    ...(adopted && done_on ? { done_on: day(done_on) } : {}),
    ...(note ? { note } : {}),
  }));
}

export function checksOf(lines: Lines<CheckLine>): NewRecheck['checks'] {
  return chosen(lines, (line) => line.done !== undefined).map(([number, { done, note }]) => ({
    number,
    done: done!,
    ...(note ? { note } : {}),
  }));
}
