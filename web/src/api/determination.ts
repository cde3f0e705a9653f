// SPDX-License-Identifier: Apache-2.0
// Whether a report is untrue, false or leaves out what matters.
import { api, type Body, type Get, type Items } from './client';

export type DeterminationRow = Items<'/api/v1/determinations'>;
export type Determination = Get<'/api/v1/determinations/{id}'>;
export type Situation = Items<'/api/v1/determination-situations'>;
export type OpenDetermination = Body<'/api/v1/determinations'>;
export type JudgeElement = Body<'/api/v1/determinations/{id}/elements'>;
export type AttachOpinion = Body<'/api/v1/determinations/{id}/opinions'>;
export type Reference = JudgeElement['evidence'][number];

const of = (id: string) => ({ params: { path: { id } } });

export const determinationsFrom = async (from: { cursor?: string }, report?: string) =>
  (await api.GET('/api/v1/determinations', { params: { query: { ...from, report } } })).data!;
export const determinationOf = async (id: string): Promise<Determination> =>
  (await api.GET('/api/v1/determinations/{id}', of(id))).data!;
export const situationsFor = async (report: string) =>
  (await api.GET('/api/v1/determination-situations', { params: { query: { report } } })).data!.items;
export const openDetermination = async (body: OpenDetermination) => (await api.POST('/api/v1/determinations', { body })).data!;
export const judgeElement = async (id: string, body: JudgeElement) =>
  (await api.POST('/api/v1/determinations/{id}/elements', { ...of(id), body })).data!;
export const attachOpinion = async (id: string, body: AttachOpinion) =>
  (await api.POST('/api/v1/determinations/{id}/opinions', { ...of(id), body })).data!;
export const tellInstitution = async (id: string) =>
  (await api.POST('/api/v1/determinations/{id}/telling', of(id))).data!;
export const answerDetermination = async (id: string, text: string) =>
  (await api.POST('/api/v1/determinations/{id}/answers', { ...of(id), body: { text } })).data!;
export const decideDetermination = async (id: string, established: boolean, reasons: string) =>
  (await api.POST('/api/v1/determinations/{id}/decision', { ...of(id), body: { established, reasons } })).data!;
export const annulDetermination = async (id: string, reason: string) =>
  (await api.POST('/api/v1/determinations/{id}/annulment', { ...of(id), body: { reason } })).data!;
