// SPDX-License-Identifier: Apache-2.0
// Catalogues and divisions as the law in force has them; nothing of them is written into the pages.
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';

export interface Choice {
  value: string;
  label: string;
}

export function useCatalogue(name: string): Choice[] {
  const { data } = useQuery({
    queryKey: ['catalogue', name],
    staleTime: Infinity,
    queryFn: async () => (await api.GET('/api/v1/catalogues/{name}', { params: { path: { name } } })).data!.items,
  });
  return (data ?? []).map((item) => ({ value: item.code, label: item.name }));
}

export function useCatalogueName(name: string): (code: string) => string {
  const choices = useCatalogue(name);
  return (code) => choices.find((choice) => choice.value === code)?.label ?? code;
}

export async function regionsBelow(parent: string) {
  return (await api.GET('/api/v1/regions', { params: { query: { parent } } })).data!.items;
}
