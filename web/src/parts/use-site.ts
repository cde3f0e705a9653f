// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { siteOf } from '../api/site';

export function useSite(project: string) {
  return useQuery({ queryKey: ['site', project], queryFn: () => siteOf(project) });
}
