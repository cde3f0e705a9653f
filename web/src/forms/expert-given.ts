// SPDX-License-Identifier: Apache-2.0
// An expert's facts as they are filled in, and as the API takes them.
import dayjs, { type Dayjs } from 'dayjs';
import type { Expert, ExpertFacts } from '../api/expert';
import { day, givenDays } from '../parts/day-picker';

export interface GivenFacts {
  title: string;
  fields: string[];
  employer: string;
  employers_before?: string[];
  interests?: string[];
  listed_on: Dayjs;
  until?: Dayjs | null;
}

// Pasted from a list, an item may bring its spaces along or be nothing but them.
const items = (texts: string[] = []) => [...new Set(texts.map((text) => text.trim()).filter(Boolean))];

export function factsOf({ fields, employers_before: before, interests, listed_on: on, until, ...said }: GivenFacts): ExpertFacts {
  return { ...said, fields: items(fields), employers_before: items(before), interests: items(interests), listed_on: day(on), ...givenDays({ until }) };
}

export function givenOf({ title, fields, employer, employers_before, interests, listed_on, until }: Expert): GivenFacts {
  const days = { listed_on: dayjs(listed_on), ...(until ? { until: dayjs(until) } : {}) };
  return { title, fields, employer, employers_before, interests, ...days };
}
