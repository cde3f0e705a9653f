// SPDX-License-Identifier: Apache-2.0
// Bureaus criticised in a circular by one above them.
import { api, type Body, type Items } from './client';

export type Criticism = Items<'/api/v1/criticisms'>;
export type CriticismAct = Criticism['acts'][number];
export type Ground = Items<'/api/v1/criticism-grounds'>;
export type Criticise = Body<'/api/v1/criticisms'>;

const of = (id: string) => ({ params: { path: { id } } });

export const criticismsFrom = async (from: { cursor?: string }) => (await api.GET('/api/v1/criticisms', { params: { query: from } })).data!;
export const groundsOf = async (bureau: string): Promise<Ground[]> =>
  (await api.GET('/api/v1/criticism-grounds', { params: { query: { bureau } } })).data!.items;
export const criticise = async (body: Criticise) => (await api.POST('/api/v1/criticisms', { body })).data!;
export const answerCriticism = async (id: string, text: string) =>
  (await api.POST('/api/v1/criticisms/{id}/answers', { ...of(id), body: { text } })).data!;
export const reportCriticism = async (id: string, body: Body<'/api/v1/criticisms/{id}/reports'>) =>
  (await api.POST('/api/v1/criticisms/{id}/reports', { ...of(id), body })).data!;
