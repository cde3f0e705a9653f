// SPDX-License-Identifier: Apache-2.0
// An institution among all that are registered, by its name, certificate or credit code.
import { api } from '../api/client';
import type { Choice } from '../parts/catalogue';
import { Lookup } from './lookup';

async function found(q: string): Promise<Choice[]> {
  const { items } = (await api.GET('/api/v1/institutions', { params: { query: { q } } })).data!;
  return items.map((one) => ({ value: one.id, label: `${one.name}（${one.qualification.certificate}）` }));
}

interface Props {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
  known?: Choice; // chosen by an address
}

export function InstitutionLookup({ known, ...field }: Props) {
  return <Lookup {...field} {...(known ? { added: known } : {})} what="institutions" find={found} placeholder="机构名称的一部分，或统一社会信用代码" />;
}
