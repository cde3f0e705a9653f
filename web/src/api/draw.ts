// SPDX-License-Identifier: Apache-2.0
// Draws of whom to inspect.
import { api, type Body, type Computed, type Get, type Items } from './client';

export type DrawRow = Items<'/api/v1/draws'>;
export type Draw = Get<'/api/v1/draws/{id}'>;
export type Candidate = Items<'/api/v1/draw-candidates'>;
export type Seed = Items<'/api/v1/draw-seeds'>;
export type PlanDraw = Body<'/api/v1/draws'>;
export type Scope = Draw['scope'];
export type AskStrata = Body<'/api/v1/draws/strata-preview'>;
export type StrataPreview = Computed<'/api/v1/draws/strata-preview'>;
export type SplitBy = AskStrata['by'];
export type RecordBureauCheck = Body<'/api/v1/draws/{id}/bureau-checks'>;
export type OutsideDrawRow = Items<'/api/v1/outside-draws'>;
export type OutsideDraw = Get<'/api/v1/outside-draws/{id}'>;
export type OutsidePreview = Computed<'/api/v1/outside-draws/sheet-preview'>;
export type RecordOutsideDraw = Body<'/api/v1/outside-draws'>;

const of = (id: string) => ({ params: { path: { id } } });

export const drawsFrom = async (from: { cursor?: string }) =>
  (await api.GET('/api/v1/draws', { params: { query: from } })).data!;
export const drawOf = async (id: string): Promise<Draw> => (await api.GET('/api/v1/draws/{id}', of(id))).data!;
/** Whom the outcome sends to an institution: officers by certificate, experts by number. */
export function sentTo(draw: Draw, institution: string) {
  const sent = draw.outcome.flatMap((stratum) => stratum.drawn.filter((one) => one.candidate === institution).flatMap((one) => one.sent));
  const of = (pool: string) => sent.filter((one) => one.pool === pool).flatMap((one) => one.members);
  return { certificates: of('执法人员'), experts: of('专家') };
}
export const drawCandidates = async (scope: Scope, since?: string) =>
  (await api.GET('/api/v1/draw-candidates', { params: { query: { scope, since } } })).data!.items;
export const strataPreview = async (body: AskStrata): Promise<StrataPreview> =>
  (await api.POST('/api/v1/draws/strata-preview', { body })).data!;
export const drawSeeds = async () => (await api.GET('/api/v1/draw-seeds')).data!.items;

export const announceSeed = async () => (await api.POST('/api/v1/draw-seeds')).data!;
export const planDraw = async (body: PlanDraw) => (await api.POST('/api/v1/draws', { body })).data!;
export const commitShare = async (id: string, participant: number, commitment: string) =>
  (await api.POST('/api/v1/draws/{id}/commitments', { ...of(id), body: { participant, commitment } })).data!;
export const beginRevealing = async (id: string) =>
  (await api.POST('/api/v1/draws/{id}/revealing', of(id))).data!;
export const revealShare = async (id: string, participant: number, share: string) =>
  (await api.POST('/api/v1/draws/{id}/shares', { ...of(id), body: { participant, share } })).data!;
export const enterNumber = async (id: string, number: string) =>
  (await api.POST('/api/v1/draws/{id}/numbers', { ...of(id), body: { number } })).data!;
export const holdDraw = async (id: string, share?: string) =>
  (await api.POST('/api/v1/draws/{id}/holding', { ...of(id), body: { share } })).data!;
export const voidDraw = async (id: string, reason: string) =>
  (await api.POST('/api/v1/draws/{id}/voiding', { ...of(id), body: { reason } })).data!;
export const publishDraw = async (id: string) =>
  (await api.POST('/api/v1/draws/{id}/publication', of(id))).data!;

export const recordBureauCheck = async (id: string, body: RecordBureauCheck) =>
  (await api.POST('/api/v1/draws/{id}/bureau-checks', { ...of(id), body })).data!;

export const outsideDrawsFrom = async (from: { cursor?: string }) =>
  (await api.GET('/api/v1/outside-draws', { params: { query: from } })).data!;
export const outsideDrawOf = async (id: string): Promise<OutsideDraw> =>
  (await api.GET('/api/v1/outside-draws/{id}', of(id))).data!;
export const outsidePreview = async (content: string): Promise<OutsidePreview> =>
  (await api.POST('/api/v1/outside-draws/sheet-preview', { body: { content } })).data!;
export const recordOutsideDraw = async (body: RecordOutsideDraw) =>
  (await api.POST('/api/v1/outside-draws', { body })).data!;
export const withdrawOutsideDraw = async (id: string, reason: string) =>
  (await api.POST('/api/v1/outside-draws/{id}/withdrawal', { ...of(id), body: { reason } })).data!;
