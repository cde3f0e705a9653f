// SPDX-License-Identifier: Apache-2.0
// Typical and serious cases: as their bureau keeps them, and as everybody reads them.
import { api, type Body, type Items } from './client';

export type TypicalCase = Items<'/api/v1/typical-cases'>;
export type PublishedCase = Items<'/api/v1/published-cases'>;
export type DraftTypical = Body<'/api/v1/cases/{id}/typical-cases'>;

const of = (id: string) => ({ params: { path: { id } } });

export const typicalCasesFrom = async (from: { cursor?: string }) => (await api.GET('/api/v1/typical-cases', { params: { query: from } })).data!;
export const publishedCases = async (query: { kind?: string; topic?: string; q?: string }): Promise<PublishedCase[]> =>
  (await api.GET('/api/v1/published-cases', { params: { query } })).data!.items;
export const draftTypical = async (id: string, body: DraftTypical) => (await api.POST('/api/v1/cases/{id}/typical-cases', { ...of(id), body })).data!;
export const decideTypical = async (id: string, body: Body<'/api/v1/typical-cases/{id}/decision'>) =>
  (await api.POST('/api/v1/typical-cases/{id}/decision', { ...of(id), body })).data!;
export const withdrawTypical = async (id: string, reason: string) =>
  (await api.POST('/api/v1/typical-cases/{id}/withdrawal', { ...of(id), body: { reason } })).data!;
