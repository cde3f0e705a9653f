// SPDX-License-Identifier: Apache-2.0
// Enterprises an institution hosts, and experts' visits to them.
import { api, type Body, type Get, type Items } from './client';

export type HostingRow = Items<'/api/v1/hostings'>;
export type Hosting = Get<'/api/v1/hostings/{id}'>;
export type HostingVisit = Hosting['visits'][number];
export type HostingCoverage = Get<'/api/v1/hosting-coverage'>;
export type HostingCoverageRow = HostingCoverage['rows'][number];

const of = (id: string) => ({ params: { path: { id } } });

export const hostingsFrom = async (from: { cursor?: string }) => (await api.GET('/api/v1/hostings', { params: { query: from } })).data!;
export const hostingOf = async (id: string): Promise<Hosting> => (await api.GET('/api/v1/hostings/{id}', of(id))).data!;
export const hostingCoverage = async (): Promise<HostingCoverage> => (await api.GET('/api/v1/hosting-coverage')).data!;
export const declareHosting = async (body: Body<'/api/v1/hostings'>) => (await api.POST('/api/v1/hostings', { body })).data!;
export const recordHostingVisit = async (id: string, body: Body<'/api/v1/hostings/{id}/visits'>) =>
  (await api.POST('/api/v1/hostings/{id}/visits', { ...of(id), body })).data!;
export const endHosting = async (id: string, body: Body<'/api/v1/hostings/{id}/ending'>) =>
  (await api.POST('/api/v1/hostings/{id}/ending', { ...of(id), body })).data!;
