// SPDX-License-Identifier: Apache-2.0
// The experts the bureaus keep a register of.
import { api, type Body, type Get, type Items } from './client';

export type Expert = Get<'/api/v1/experts/{id}'>;
export type ExpertRow = Items<'/api/v1/experts'>;
export type NewExpert = Body<'/api/v1/experts'>;
export type ExpertFacts = NewExpert['facts'];
export type ExpertChange = Body<'/api/v1/experts/{id}/changes'>;
export type ExpertRemoval = Body<'/api/v1/experts/{id}/removal'>;
export type ExpertState = 'current' | 'former';

const of = (id: string) => ({ params: { path: { id } } });

// By a part of a field or of the employer, or by the whole name.
export async function expertsLike(q: string, state: ExpertState, from: { cursor?: string } = {}) {
  const query = { state, ...(q ? { q } : {}), ...from };
  return (await api.GET('/api/v1/experts', { params: { query } })).data!;
}
export const expertOf = async (id: string) => (await api.GET('/api/v1/experts/{id}', of(id))).data!;
export async function expertHistoryOf(id: string, cursor?: string) {
  const query = { limit: '50', ...(cursor ? { cursor } : {}) };
  return (await api.GET('/api/v1/experts/{id}/history', { params: { path: { id }, query } })).data!;
}

export const listExpert = async (body: NewExpert) => (await api.POST('/api/v1/experts', { body })).data!;
export const changeExpert = async (id: string, body: ExpertChange) =>
  (await api.POST('/api/v1/experts/{id}/changes', { ...of(id), body })).data!;
export const removeExpert = async (id: string, body: ExpertRemoval) =>
  (await api.POST('/api/v1/experts/{id}/removal', { ...of(id), body })).data!;
