// SPDX-License-Identifier: Apache-2.0
// What is registered of institutions and enterprises.
import { api, type Body, type Get, type Items } from './client';

export type Institution = Get<'/api/v1/institutions/{id}'>;
export type Person = Items<'/api/v1/institutions/{id}/people'>;
export type Credential = Items<'/api/v1/institutions/{id}/credentials'>;
export type Verification = Credential['verifications'][number];
export type Branch = Items<'/api/v1/institutions/{id}/branches'>;
export type Instrument = Items<'/api/v1/institutions/{id}/instruments'>;
export type Staffing = Items<'/api/v1/institutions/{id}/staffing'>;
export type Holding = Get<'/api/v1/institutions/{id}/holding'>;
export type Condition = Holding['conditions'][number];
export type HistoryItem = Items<'/api/v1/institutions/{id}/history'>;
export type Expiry = Items<'/api/v1/expiries'>;
export type Enterprise = Get<'/api/v1/enterprises/{id}'>;

export type NewPerson = Body<'/api/v1/institutions/{id}/people'>;
export type NewCredential = Body<'/api/v1/institutions/{id}/credentials'>;
export type NewEmployment = Body<'/api/v1/institutions/{id}/employments'>;
export type NewVerification = Body<'/api/v1/institutions/{id}/verifications'>;
export type NewBranch = Body<'/api/v1/institutions/{id}/branches'>;
export type NewInstrument = Body<'/api/v1/institutions/{id}/instruments'>;
export type NewCalibration = Body<'/api/v1/institutions/{id}/calibrations'>;

const of = (id: string) => ({ params: { path: { id } } });

export const institutionOf = async (id: string) => (await api.GET('/api/v1/institutions/{id}', of(id))).data!;
export const peopleOf = async (id: string) => (await api.GET('/api/v1/institutions/{id}/people', of(id))).data!.items;
export const credentialsOf = async (id: string) => (await api.GET('/api/v1/institutions/{id}/credentials', of(id))).data!.items;
export const branchesOf = async (id: string) => (await api.GET('/api/v1/institutions/{id}/branches', of(id))).data!.items;
export const instrumentsOf = async (id: string) => (await api.GET('/api/v1/institutions/{id}/instruments', of(id))).data!.items;
export const holdingOf = async (id: string) => (await api.GET('/api/v1/institutions/{id}/holding', of(id))).data!;
export const enterpriseOf = async (id: string) => (await api.GET('/api/v1/enterprises/{id}', of(id))).data!;

export async function staffingOf(id: string, branch: string, day: string): Promise<Staffing[]> {
  const query = { ...(branch ? { branch } : {}), ...(day ? { day } : {}) };
  return (await api.GET('/api/v1/institutions/{id}/staffing', { params: { path: { id }, query } })).data!.items;
}
export async function historyOf(id: string, cursor?: string) {
  const query = { limit: '50', ...(cursor ? { cursor } : {}) };
  return (await api.GET('/api/v1/institutions/{id}/history', { params: { path: { id }, query } })).data!;
}
export async function expiries(): Promise<Expiry[]> {
  return (await api.GET('/api/v1/expiries')).data!.items;
}

export const addPerson = async (id: string, body: NewPerson) => (await api.POST('/api/v1/institutions/{id}/people', { ...of(id), body })).data!;
export const addCredential = async (id: string, body: NewCredential) =>
  (await api.POST('/api/v1/institutions/{id}/credentials', { ...of(id), body })).data!;
export const addEmployment = async (id: string, body: NewEmployment) =>
  (await api.POST('/api/v1/institutions/{id}/employments', { ...of(id), body })).data!;
export const addVerification = async (id: string, body: NewVerification) =>
  (await api.POST('/api/v1/institutions/{id}/verifications', { ...of(id), body })).data!;
export const addBranch = async (id: string, body: NewBranch) =>
  (await api.POST('/api/v1/institutions/{id}/branches', { ...of(id), body })).data!;
export const addInstrument = async (id: string, body: NewInstrument) =>
  (await api.POST('/api/v1/institutions/{id}/instruments', { ...of(id), body })).data!;
export const addCalibration = async (id: string, body: NewCalibration) =>
  (await api.POST('/api/v1/institutions/{id}/calibrations', { ...of(id), body })).data!;
