// SPDX-License-Identifier: Apache-2.0
// Supervision groups, slow counties, key follow-ups.
import { api, type Body, type Get, type Items } from './client';

export type CountyStanding = Items<'/api/v1/county-standing'>;
export type GroupRow = Items<'/api/v1/supervision-groups'>;
export type Group = Get<'/api/v1/supervision-groups/{id}'>;
export type FollowUp = Group['follow_ups'][number];
export type GroupVisit = Group['visits'][number];

const of = (id: string) => ({ params: { path: { id } } });

export const countyStanding = async () => (await api.GET('/api/v1/county-standing')).data!.items;
export const groupsFrom = async (from: { cursor?: string }) =>
  (await api.GET('/api/v1/supervision-groups', { params: { query: from } })).data!;
export const groupOf = async (id: string) => (await api.GET('/api/v1/supervision-groups/{id}', of(id))).data!;
export const startGroup = async (body: Body<'/api/v1/supervision-groups'>) => (await api.POST('/api/v1/supervision-groups', { body })).data!;
export const visitCounty = async (id: string, body: Body<'/api/v1/supervision-groups/{id}/visits'>) =>
  (await api.POST('/api/v1/supervision-groups/{id}/visits', { ...of(id), body })).data!;
export const placeFollowUp = async (id: string, body: Body<'/api/v1/supervision-groups/{id}/follow-ups'>) =>
  (await api.POST('/api/v1/supervision-groups/{id}/follow-ups', { ...of(id), body })).data!;
export const answerFollowUp = async (id: string, body: Body<'/api/v1/follow-ups/{id}/answers'>) =>
  (await api.POST('/api/v1/follow-ups/{id}/answers', { ...of(id), body })).data!;
export const endFollowUp = async (id: string, result: string) =>
  (await api.POST('/api/v1/follow-ups/{id}/ending', { ...of(id), body: { result } })).data!;
