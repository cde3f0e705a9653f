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

// What the region is called: its code says which one it lies in.
export function useRegionName(code: string | undefined): string {
  const parent = code?.endsWith('0000') ? '000000' : code?.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code?.slice(0, 4)}00`;
  const around = useQuery({
    queryKey: ['regions', parent],
    enabled: code !== undefined && code !== '000000',
    staleTime: Infinity,
    queryFn: () => regionsBelow(parent),
  });
  if (code === '000000') return '全国';
  return around.data?.find((region) => region.code === code)?.name ?? code ?? '';
}
