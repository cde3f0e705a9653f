// SPDX-License-Identifier: Apache-2.0
// What is ordered after an inspection, and whether it was put right.
import { api, type Body, type Get, type Items } from './client';

export type OrderRow = Items<'/api/v1/rectifications'>;
export type Order = Get<'/api/v1/rectifications/{id}'>;
export type OrderItem = Order['items'][number];
export type IssueOrder = Body<'/api/v1/rectifications'>;
export type GiveProof = Body<'/api/v1/rectifications/{id}/proofs'>;
export type RecheckItem = Body<'/api/v1/rectifications/{id}/rechecks'>;

const of = (id: string) => ({ params: { path: { id } } });

export interface OrderFilters {
  state?: string;
  institution?: string;
  bureau?: string;
  campaign?: string;
}

export const ordersFrom = async (filters: OrderFilters, from: { cursor?: string }) =>
  (await api.GET('/api/v1/rectifications', { params: { query: { ...filters, ...from } } })).data!;
export const orderOf = async (id: string): Promise<Order> => (await api.GET('/api/v1/rectifications/{id}', of(id))).data!;

export const issueOrder = async (body: IssueOrder) => (await api.POST('/api/v1/rectifications', { body })).data!;
export const giveProof = async (id: string, body: GiveProof) =>
  (await api.POST('/api/v1/rectifications/{id}/proofs', { ...of(id), body })).data!;
export const recheckItem = async (id: string, body: RecheckItem) =>
  (await api.POST('/api/v1/rectifications/{id}/rechecks', { ...of(id), body })).data!;
export const extendDeadline = async (id: string, item: number, due: string, reason: string) =>
  (await api.POST('/api/v1/rectifications/{id}/extensions', { ...of(id), body: { item, due, reason } })).data!;
export const withdrawOrder = async (id: string, reason: string) =>
  (await api.POST('/api/v1/rectifications/{id}/withdrawal', { ...of(id), body: { reason } })).data!;
