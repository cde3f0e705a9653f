// SPDX-License-Identifier: Apache-2.0
// Reports called up and reviewed by experts who do not know of each other's opinion.
import { api, type Body, type Get, type Items } from './client';

export type CallUpRow = Items<'/api/v1/call-ups'>;
export type CallUp = Get<'/api/v1/call-ups/{id}'>;
export type Agreement = Get<'/api/v1/call-up-agreement'>;
export type CallUpReport = Body<'/api/v1/call-ups'>;
export type HandIn = Body<'/api/v1/call-ups/{id}/materials'>;
export type Seat = Body<'/api/v1/call-ups/{id}/reviewers'>['seats'][number];
export type Relief = Body<'/api/v1/call-ups/{id}/reliefs'>;
export type Opinion = Body<'/api/v1/call-ups/{id}/opinions'>;
export type Conclusion = Body<'/api/v1/call-ups/{id}/conclusion'>;
export type Fault = Opinion['answers'][number]['fault'];
export type Verdict = Opinion['answers'][number]['verdict'];
export type Reviewer = CallUp['reviewers'][number];

const of = (id: string) => ({ params: { path: { id } } });

export interface CallUpFilters {
  state?: string;
  institution?: string;
  bureau?: string;
  report?: string;
  campaign?: string;
}

export const callUpsFrom = async (filters: CallUpFilters, from: { cursor?: string }) =>
  (await api.GET('/api/v1/call-ups', { params: { query: { ...filters, ...from } } })).data!;
export const callUpOf = async (id: string): Promise<CallUp> => (await api.GET('/api/v1/call-ups/{id}', of(id))).data!;
export const agreementIn = async (filters: CallUpFilters): Promise<Agreement> =>
  (await api.GET('/api/v1/call-up-agreement', { params: { query: { ...filters } } })).data!;
export const expertAccounts = async () => (await api.GET('/api/v1/call-up-accounts')).data!.items;

export const callUpReport = async (body: CallUpReport) => (await api.POST('/api/v1/call-ups', { body })).data!;
export const handInMaterial = async (id: string, body: HandIn) =>
  (await api.POST('/api/v1/call-ups/{id}/materials', { ...of(id), body })).data!;
export const assignReviewers = async (id: string, seats: Seat[]) =>
  (await api.POST('/api/v1/call-ups/{id}/reviewers', { ...of(id), body: { seats } })).data!;
export const relieveReviewer = async (id: string, body: Relief) => (await api.POST('/api/v1/call-ups/{id}/reliefs', { ...of(id), body })).data!;
export const askAgain = async (id: string, reviewer: number, reason: string) =>
  (await api.POST('/api/v1/call-ups/{id}/further-opinions', { ...of(id), body: { reviewer, reason } })).data!;
export const giveOpinion = async (id: string, body: Opinion) =>
  (await api.POST('/api/v1/call-ups/{id}/opinions', { ...of(id), body })).data!;
export const concludeCallUp = async (id: string, body: Conclusion) =>
  (await api.POST('/api/v1/call-ups/{id}/conclusion', { ...of(id), body })).data!;
export const withdrawCallUp = async (id: string, reason: string) =>
  (await api.POST('/api/v1/call-ups/{id}/withdrawal', { ...of(id), body: { reason } })).data!;
