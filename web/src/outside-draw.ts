// SPDX-License-Identifier: Apache-2.0
// What a file of another platform says of a draw: anping-draw-exchange-1, as a platform like this one gives it.
import type { RecordOutsideDraw } from './api/draw';

export type OutsideRow = RecordOutsideDraw['rows'][number];
export interface OutsideFile {
  title: string;
  basis: string;
  platform: string;
  number: string;
  drawn_on: string;
  rows: OutsideRow[];
}

interface Exchange {
  format: string;
  number: string;
  title: string;
  bureau_name: string;
  basis: string;
  identities: { institution: string; name: string; credit_code: string }[];
  plan: { candidates: { id: string; name: string; weight: number }[] };
  held?: { held_at: string; outcome: { drawn: { candidate: string }[]; reserve: string[] }[] };
}

/** Nothing where the file is another's, or no result stands in it. */
export function readExchange(text: string): OutsideFile | undefined {
  let given: Exchange;
  try {
    given = JSON.parse(text) as Exchange;
  } catch {
    return undefined;
  }
  if (given.format !== 'anping-draw-exchange-1' || !given.held) return undefined;
  const codes = new Map(given.identities.map((one) => [one.institution, one.credit_code]));
  const drawn = new Set(given.held.outcome.flatMap((stratum) => stratum.drawn.map((one) => one.candidate)));
  const reserve = new Set(given.held.outcome.flatMap((stratum) => stratum.reserve));
  const noteOf = (id: string, weight: number) => [...(weight > 1 ? [`${weight} 签`] : []), ...(reserve.has(id) ? ['递补'] : [])].join('，');
  return {
    title: given.title,
    basis: given.basis,
    platform: given.bureau_name,
    number: given.number,
    drawn_on: given.held.held_at.slice(0, 10),
    rows: given.plan.candidates.map(({ id, name, weight }) => ({
      name,
      drawn: drawn.has(id),
      ...(codes.get(id) ? { credit_code: codes.get(id)! } : {}),
      ...(noteOf(id, weight) ? { note: noteOf(id, weight) } : {}),
    })),
  };
}

/** "名单 12 家，抽中 3 家" */
export const rowsSize = (rows: { drawn: boolean }[]) => `名单 ${rows.length} 家，抽中 ${rows.filter((one) => one.drawn).length} 家`;
