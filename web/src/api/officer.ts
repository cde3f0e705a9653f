// SPDX-License-Identifier: Apache-2.0
// The bureau's enforcement officers.
import { api, type Body, type Items } from './client';

export type Officer = Items<'/api/v1/officers'>;
export type AddOfficer = Body<'/api/v1/officers'>;
export type OfficerFacts = AddOfficer['facts'];

export const officers = async () => (await api.GET('/api/v1/officers')).data!.items;
export const officerHistory = async (id: string, cursor?: string) =>
  (await api.GET('/api/v1/officers/{id}/history', { params: { path: { id }, query: cursor ? { cursor } : {} } })).data!;
export const addOfficer = async (body: AddOfficer) => (await api.POST('/api/v1/officers', { body })).data!;
export const changeOfficer = async (id: string, facts: OfficerFacts, reason: string) =>
  (await api.POST('/api/v1/officers/{id}/changes', { params: { path: { id } }, body: { facts, reason } })).data!;
