// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { applicationOf, applicationsOf, timelineOf } from '../api/permit';
import { usePages } from './pages';

export function useApplications(filters: Record<string, string | undefined>) {
  return usePages(['applications', filters], (from) => applicationsOf({ ...filters, ...from }));
}
export function useApplication(id: string) {
  return useQuery({ queryKey: ['application', id], queryFn: () => applicationOf(id) });
}
export function useTimeline(id: string) {
  return useQuery({ queryKey: ['application-timeline', id], queryFn: () => timelineOf(id) });
}
