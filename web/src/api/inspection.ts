// SPDX-License-Identifier: Apache-2.0
// Inspections.
import { api, type Body, type Get, type Items } from './client';

export type InspectionRow = Items<'/api/v1/inspections'>;
export type Inspection = Get<'/api/v1/inspections/{id}'>;
export type PlanInspection = Body<'/api/v1/inspections'>;
export type BeginVisit = Body<'/api/v1/inspections/{id}/visit'>;
export type AnswerItems = Body<'/api/v1/inspections/{id}/answers'>;
export type FindProblem = Body<'/api/v1/inspections/{id}/problems'>;
export type SignResult = Body<'/api/v1/inspections/{id}/signatures'>;
export type Statement = Body<'/api/v1/inspections/{id}/statements'>;
export type Outcome = Items<'/api/v1/inspection-outcomes'>;
export type BureauShares = Items<'/api/v1/inspection-shares'>;
export type ItemView = Inspection['checklist'][number];
export type ItemResult = NonNullable<ItemView['result']>;
export type Exhibit = ItemView['files'][number];
export type Stage = InspectionRow['stage'];

const of = (id: string) => ({ params: { path: { id } } });
// With the key of an earlier attempt: done once.
const once = (id: string, key: string | undefined) => ({ params: { path: { id }, ...(key ? { header: { 'Idempotency-Key': key } } : {}) } });

export interface InspectionFilters {
  stage?: string;
  institution?: string;
  bureau?: string;
  refused?: string;
}

export const inspectionsFrom = async (filters: InspectionFilters, from: { cursor?: string }) =>
  (await api.GET('/api/v1/inspections', { params: { query: { ...filters, ...from } } })).data!;
export const inspectionOf = async (id: string): Promise<Inspection> => (await api.GET('/api/v1/inspections/{id}', of(id))).data!;
export const checklistOf = async (setting: string, subjects: string[]) =>
  (await api.GET('/api/v1/inspection-checklist', { params: { query: { setting, subjects: subjects.join(',') } } })).data!.items;
export const outcomesOf = async (institution: string) =>
  (await api.GET('/api/v1/inspection-outcomes', { params: { query: { institution } } })).data!.items;
export const inspectionShares = async (from?: string, to?: string) =>
  (await api.GET('/api/v1/inspection-shares', { params: { query: { from, to } } })).data!.items;

export const planInspection = async (body: PlanInspection) => (await api.POST('/api/v1/inspections', { body })).data!;
export const approveInspection = async (id: string, opinion?: string) =>
  (await api.POST('/api/v1/inspections/{id}/approval', { ...of(id), body: { opinion } })).data!;
export const callOffInspection = async (id: string, reason: string) =>
  (await api.POST('/api/v1/inspections/{id}/calling-off', { ...of(id), body: { reason } })).data!;
export const beginVisit = async (id: string, body: BeginVisit) =>
  (await api.POST('/api/v1/inspections/{id}/visit', { ...of(id), body })).data!;
export const answerItems = async (id: string, body: AnswerItems, key?: string) =>
  (await api.POST('/api/v1/inspections/{id}/answers', { ...once(id, key), body })).data!;
export const findProblem = async (id: string, body: FindProblem, key?: string) =>
  (await api.POST('/api/v1/inspections/{id}/problems', { ...once(id, key), body })).data!;
export const withdrawProblem = async (id: string, number: number, reason: string) =>
  (await api.POST('/api/v1/inspections/{id}/problem-withdrawals', { ...of(id), body: { number, reason } })).data!;
export const recordRefusal = async (id: string, body: Body<'/api/v1/inspections/{id}/refusal'>) =>
  (await api.POST('/api/v1/inspections/{id}/refusal', { ...of(id), body })).data!;
export const signResult = async (id: string, body: SignResult) =>
  (await api.POST('/api/v1/inspections/{id}/signatures', { ...of(id), body })).data!;
export const closeInspection = async (id: string, conclusion: string) =>
  (await api.POST('/api/v1/inspections/{id}/closing', { ...of(id), body: { conclusion } })).data!;
export const acknowledgeResult = async (id: string, words?: string) =>
  (await api.POST('/api/v1/inspections/{id}/acknowledgement', { ...of(id), body: { words } })).data!;
export const makeStatement = async (id: string, body: Statement) =>
  (await api.POST('/api/v1/inspections/{id}/statements', { ...of(id), body })).data!;
