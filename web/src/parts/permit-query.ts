// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { applicationOf, applicationsOf, timelineOf } from '../api/permit';

export function useApplications(filters: Record<string, string | undefined> = {}) {
  return useQuery({ queryKey: ['applications', filters], queryFn: () => applicationsOf(filters) });
}
export function useApplication(id: string) {
  return useQuery({ queryKey: ['application', id], queryFn: () => applicationOf(id) });
}
export function useTimeline(id: string) {
  return useQuery({ queryKey: ['application-timeline', id], queryFn: () => timelineOf(id) });
}
