// SPDX-License-Identifier: Apache-2.0
// A notice as its paper says it, and as the API takes it.
import type { Dayjs } from 'dayjs';
import type { Body, Session } from '../../api/client';
import { day } from '../../parts/day-picker';
import type { SentFile } from '../../parts/files';

export type EnterNotice = Body<'/api/v1/notices'>;
type Described = NonNullable<EnterNotice['described']>;

export interface Given {
  channel: EnterNotice['channel'];
  received_on: Dayjs;
  known: boolean; // the project is here already
  project?: string;
  described?: Omit<Described, 'authority' | 'statutory'>;
  days: [Dayjs, Dayjs];
  people: string;
  contact: string;
  phone: string;
  reason?: string;
  files?: SentFile[];
}

export function bodyOf(given: Given, authority: Session['authority']): EnterNotice {
  const { channel, known, project, described, days, people, contact, phone, reason } = given;
  return {
    channel,
    received_on: day(given.received_on),
    ...(known ? { project } : { described: { ...described!, authority, statutory: described!.statutory_kind !== 'none' } }),
    site_first_day: day(days[0]),
    site_last_day: day(days[1]),
    people,
    contact,
    phone,
    ...(reason ? { reason } : {}),
    files: given.files ?? [],
  };
}
