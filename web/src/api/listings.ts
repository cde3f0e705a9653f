// SPDX-License-Identifier: Apache-2.0
// The list of serious dishonesty as the institution sees it, and what it brings with it while it lives.
import { api, type Body, type Items } from './client';

export type OwnListing = Items<'/api/v1/own-listings'>;
export type RepairCondition = OwnListing['conditions'][number];
export type AnswerListing = Body<'/api/v1/listings/{id}/defences'>;
export type RequestRepair = Body<'/api/v1/listings/{id}/repair-requests'>;
export type ListingInForce = Items<'/api/v1/listings-in-force'>;

const of = (id: string) => ({ params: { path: { id } } });

export const ownListings = async () => (await api.GET('/api/v1/own-listings')).data!.items;
export const answerListing = async (id: string, body: AnswerListing) => (await api.POST('/api/v1/listings/{id}/defences', { ...of(id), body })).data!;
export const requestRepair = async (id: string, body: RequestRepair) =>
  (await api.POST('/api/v1/listings/{id}/repair-requests', { ...of(id), body })).data!;
export const listingsInForce = async (institutions: string[]): Promise<ListingInForce[]> =>
  institutions.length === 0 ? [] : (await api.GET('/api/v1/listings-in-force', { params: { query: { institution: institutions.join(',') } } })).data!.items;
