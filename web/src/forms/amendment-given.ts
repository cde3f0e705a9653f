// SPDX-License-Identifier: Apache-2.0
// A notice put right: only what was changed is sent.
import type { Dayjs } from 'dayjs';
import type { Body, Notice } from '../api/client';
import { day } from '../parts/day-picker';

type Amendment = Body<'/api/v1/projects/{id}/amendments'>;
export type Changes = Omit<Amendment, 'notice' | 'reason'>;

export interface Given {
  days: [Dayjs, Dayjs];
  members: string[];
  contact: string;
  phone: string;
  reason: string;
}

function samePeople(before: string[], after: string[]): boolean {
  return before.length === after.length && before.every((one) => after.includes(one));
}

export function changesOf({ content }: Pick<Notice, 'content'>, { days, members, contact, phone }: Given): Changes {
  const [first, last] = [day(days[0]), day(days[1])];
  const moved = first !== content.site_first_day || last !== content.site_last_day;
  return {
    ...(moved ? { site_first_day: first, site_last_day: last } : {}),
    ...(samePeople(content.members, members) ? {} : { members }),
    ...(contact === content.contact ? {} : { contact }),
    ...(phone === content.phone ? {} : { phone }),
  };
}
