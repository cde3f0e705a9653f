// SPDX-License-Identifier: Apache-2.0
// A survey as it is filled in, and as the API takes it.
import type { Dayjs } from 'dayjs';
import type { Finding, NewSurvey } from '../api/site';
import type { SentFile } from '../parts/files';

export interface Given {
  times: [Dayjs, Dayjs];
  place: string;
  members: string[];
  enterprise_people: string;
  latitude?: string;
  longitude?: string;
  reason_code?: string;
  way?: string;
  checklist?: string;
  answers?: Record<string, Record<string, { finding: Finding; note?: string }>>; // checklist -> item
  findings: string;
  files?: SentFile[];
}

// What was typed is Beijing time, wherever the browser is.
export const beijing = (time: Dayjs) => `${time.format('YYYY-MM-DDTHH:mm:ss')}+08:00`;

// Only the list that is chosen at the end; a note belongs to what does not meet.
function checklistOf({ checklist, answers }: Given): Pick<NewSurvey, 'checklist'> {
  if (!checklist) return {};
  const given = Object.entries(answers?.[checklist] ?? {});
  return {
    checklist: {
      name: checklist,
      answers: given.map(([item, { finding, note }]) => ({ item, finding, ...(finding === 'fails' && note ? { note } : {}) })),
    },
  };
}

export function bodyOf(given: Given): NewSurvey {
  const { times, place, members, enterprise_people, findings, files, latitude, longitude, reason_code, way } = given;
  return {
    started_at: beijing(times[0]),
    ended_at: beijing(times[1]),
    place,
    members,
    enterprise_people,
    findings,
    files: files ?? [],
    ...(latitude ? { latitude } : {}),
    ...(longitude ? { longitude } : {}),
    ...(reason_code ? { reason_code } : {}),
    ...(way ? { way } : {}),
    ...checklistOf(given),
  };
}
