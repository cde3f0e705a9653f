// SPDX-License-Identifier: Apache-2.0
// What is registered of an institution, asked once for all that show it.
import { useQuery } from '@tanstack/react-query';
import { branchesOf, credentialsOf, institutionOf, instrumentsOf, peopleOf, staffingOf } from '../api/registry';

function useOf<Answer>(what: string, id: string, ask: (id: string) => Promise<Answer>) {
  return useQuery({ queryKey: [what, id], enabled: id !== '', queryFn: () => ask(id) });
}

export const useInstitution = (id: string) => useOf('institution', id, institutionOf);
export const usePeople = (id: string) => useOf('people', id, peopleOf);
export const useCredentials = (id: string) => useOf('credentials', id, credentialsOf);
export const useBranches = (id: string) => useOf('branches', id, branchesOf);
export const useInstruments = (id: string) => useOf('instruments', id, instrumentsOf);

export function useStaffing(id: string, branch: string, day: string) {
  return useQuery({
    queryKey: ['staffing', id, branch, day],
    enabled: id !== '',
    queryFn: () => staffingOf(id, branch, day),
  });
}

export function useBranchName(id: string): (branch: string | undefined) => string {
  const branches = useBranches(id).data;
  return (branch) => (branch ? (branches?.find((one) => one.id === branch)?.name ?? '分支机构') : '机构本部');
}
