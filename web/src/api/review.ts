// SPDX-License-Identifier: Apache-2.0
// The review of a report, and what becomes of it when it is public.
import { api, type Body, type Project } from './client';

export type Report = Project['reports'][number];
export type Opinion = Report['opinions'][number];
export type ReviewStep = Project['review_steps'][number];

const of = (id: string) => ({ params: { path: { id } } });

export const signReview = async (id: string, body: Body<'/api/v1/projects/{id}/reviews'>) =>
  (await api.POST('/api/v1/projects/{id}/reviews', { ...of(id), body })).data!;
export const giveOpinions = async (id: string, body: Body<'/api/v1/projects/{id}/opinions'>) =>
  (await api.POST('/api/v1/projects/{id}/opinions', { ...of(id), body })).data!;
export const answerOpinions = async (id: string, body: Body<'/api/v1/projects/{id}/opinion-answers'>) =>
  (await api.POST('/api/v1/projects/{id}/opinion-answers', { ...of(id), body })).data!;
export const withdrawReport = async (id: string, body: Body<'/api/v1/projects/{id}/withdrawal'>) =>
  (await api.POST('/api/v1/projects/{id}/withdrawal', { ...of(id), body })).data!;
