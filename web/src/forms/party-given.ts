// SPDX-License-Identifier: Apache-2.0
// A party of a case as the form has it, and as it is sent.
import type { OpenCase } from '../api/cases';

export interface GivenUnit {
  kind: 'institution' | 'enterprise' | 'unit';
  id?: string;
  name?: string;
  credit_code?: string;
  address?: string;
}

/** A registered unit is known by its number, any other by what is written about it. */
export function unitOf({ kind, id, name, credit_code: code, address }: GivenUnit): OpenCase['parties'][number] {
  if (kind !== 'unit') return { kind, id: id!, name: id! };
  return { kind, name: name!, credit_code: code || undefined, address: address || undefined };
}

/** Whom the matter is about, where the address says so; else an institution to be chosen. */
export function unitsAsked({ institution, enterprise }: { institution?: string; enterprise?: string }): GivenUnit[] {
  const known: GivenUnit[] = [];
  if (institution) known.push({ kind: 'institution', id: institution });
  if (enterprise) known.push({ kind: 'enterprise', id: enterprise });
  return known.length > 0 ? known : [{ kind: 'institution' }];
}
