// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { clausesIn } from '../api/law';
import { useSession } from './session';

// The clauses as they speak where this person works.
export function useClauses() {
  const session = useSession().data;
  return useQuery({
    queryKey: ['law', session?.region],
    enabled: session !== undefined,
    staleTime: 300_000,
    queryFn: () => clausesIn(session!.region),
  });
}
