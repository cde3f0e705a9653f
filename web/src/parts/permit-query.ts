// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { applicationOf, applicationsOf } from '../api/permit';

export function useApplications(project?: string) {
  return useQuery({ queryKey: ['applications', project ?? ''], queryFn: () => applicationsOf(project) });
}
export function useApplication(id: string) {
  return useQuery({ queryKey: ['application', id], queryFn: () => applicationOf(id) });
}
