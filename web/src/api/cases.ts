// SPDX-License-Identifier: Apache-2.0
// Penalty cases, the list of serious dishonesty, interviews and circulated notices.
import { api, type Body, type Computed, type Get, type Items } from './client';

export type CaseRow = Items<'/api/v1/cases'>;
export type Case = Get<'/api/v1/cases/{id}'>;
export type CaseStep = Case['steps'][number];
export type CaseLimit = Case['limits'][number];
export type StepKind = CaseStep['kind'];
export type PaymentOf = NonNullable<CaseStep['pays']>;
export type OpenCase = Body<'/api/v1/cases'>;
export type RecordStep = Body<'/api/v1/cases/{id}/steps'>;
export type MakeDecision = Body<'/api/v1/cases/{id}/decision'>;
export type PenaltyFacts = Body<'/api/v1/penalty-computations'>;
export type Computation = Computed<'/api/v1/penalty-computations'>;
export type Measure = Computation['measures'][number];
export type DecisionRow = Items<'/api/v1/institutions/{id}/decisions'>;
export type EarlierDecision = Case['earlier_decisions'][number];
export type Papers = Get<'/api/v1/cases/{id}/papers'>;
export type StepPapers = Papers['steps'][number];
export type Paper = StepPapers['papers'][number];
export type ListingRow = Items<'/api/v1/listings'>;
export type Listing = Get<'/api/v1/listings/{id}'>;
export type ListingStep = ListingRow['stage'];
export type RecordListing = Body<'/api/v1/listings/{id}/steps'>;
export type ProposeListing = Body<'/api/v1/listings'>;
export type Talk = Items<'/api/v1/talks'>;
export type RecordTalk = Body<'/api/v1/talks'>;
export type CaseMode = Get<'/api/v1/case-mode'>;

const of = (id: string) => ({ params: { path: { id } } });

export const casesFrom = (stage: string) => async (from: { cursor?: string }) =>
  (await api.GET('/api/v1/cases', { params: { query: { ...from, ...(stage ? { stage } : {}) } } })).data!;
export type OwnCase = Items<'/api/v1/own-cases'>;
export const ownCases = async () => (await api.GET('/api/v1/own-cases')).data!.items;
export const answerCase = async (id: string, hearing: boolean, text: string) =>
  (await api.POST('/api/v1/cases/{id}/defences', { ...of(id), body: { hearing, text, documents: [] } })).data!;
export const caseOf = async (id: string): Promise<Case> => (await api.GET('/api/v1/cases/{id}', of(id))).data!;
export const papersOf = async (id: string): Promise<Papers> => (await api.GET('/api/v1/cases/{id}/papers', of(id))).data!;
export const caseMode = async (): Promise<CaseMode> => (await api.GET('/api/v1/case-mode')).data!;
export const decisionsOf = async (id: string) => (await api.GET('/api/v1/institutions/{id}/decisions', of(id))).data!.items;
export const listingsFrom = async (from: { cursor?: string }) => (await api.GET('/api/v1/listings', { params: { query: from } })).data!;
export const listingOf = async (id: string): Promise<Listing> => (await api.GET('/api/v1/listings/{id}', of(id))).data!;
export const talksFrom = async (from: { cursor?: string }) => (await api.GET('/api/v1/talks', { params: { query: from } })).data!;

export const computePenalty = async (body: PenaltyFacts): Promise<Computation> => (await api.POST('/api/v1/penalty-computations', { body })).data!;
export const setCaseMode = async (body: Body<'/api/v1/case-mode'>) => (await api.POST('/api/v1/case-mode', { body })).data!;
export const openCase = async (body: OpenCase) => (await api.POST('/api/v1/cases', { body })).data!;
export const recordStep = async (id: string, body: RecordStep) => (await api.POST('/api/v1/cases/{id}/steps', { ...of(id), body })).data!;
export const decideCase = async (id: string, body: MakeDecision) => (await api.POST('/api/v1/cases/{id}/decision', { ...of(id), body })).data!;
export const recordDecision = async (id: string, body: MakeDecision) =>
  (await api.POST('/api/v1/cases/{id}/recorded-decision', { ...of(id), body })).data!;
export const handleReliance = async (id: string, body: Body<'/api/v1/cases/{id}/reliances'>) =>
  (await api.POST('/api/v1/cases/{id}/reliances', { ...of(id), body })).data!;
export const judgeEarlier = async (id: string, body: Body<'/api/v1/cases/{id}/earlier-judgements'>) =>
  (await api.POST('/api/v1/cases/{id}/earlier-judgements', { ...of(id), body })).data!;
export const proposeListing = async (body: ProposeListing) => (await api.POST('/api/v1/listings', { body })).data!;
export const recordListing = async (id: string, body: RecordListing) => (await api.POST('/api/v1/listings/{id}/steps', { ...of(id), body })).data!;
export const decideListing = async (id: string, body: RecordListing) => (await api.POST('/api/v1/listings/{id}/decisions', { ...of(id), body })).data!;
export const recordTalk = async (body: RecordTalk) => (await api.POST('/api/v1/talks', { body })).data!;
export const closeTalk = async (id: string, body: Body<'/api/v1/talks/{id}/closing'>) =>
  (await api.POST('/api/v1/talks/{id}/closing', { ...of(id), body })).data!;
