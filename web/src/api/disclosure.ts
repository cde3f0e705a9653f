// SPDX-License-Identifier: Apache-2.0
// The report on the institution's own site.
import { api, type Body, type Get } from './client';

export type Disclosure = Get<'/api/v1/projects/{id}/disclosure'>;
export type DisclosedReport = NonNullable<Disclosure['current']>;
export type DisclosureCheck = Disclosure['checks'][number];
export type DisclosureChange = Disclosure['changes'][number];
export type Sight = DisclosureCheck['sight'];

export type NewDisclosure = Body<'/api/v1/projects/{id}/disclosure'>;
export type NewSighting = Body<'/api/v1/projects/{id}/disclosure-sightings'>;

const of = (id: string) => ({ params: { path: { id } } });

export const disclosureOf = async (id: string) => (await api.GET('/api/v1/projects/{id}/disclosure', of(id))).data!;
export const recordDisclosure = async (id: string, body: NewDisclosure) =>
  (await api.POST('/api/v1/projects/{id}/disclosure', { ...of(id), body })).data!;
export const withdrawDisclosure = async (id: string, reason: string) =>
  (await api.POST('/api/v1/projects/{id}/disclosure-withdrawal', { ...of(id), body: { reason } })).data!;
export const checkDisclosure = async (id: string) => (await api.POST('/api/v1/projects/{id}/disclosure-checks', of(id))).data!;
export const publishCopy = async (id: string, body: Body<'/api/v1/projects/{id}/copy'>) =>
  (await api.POST('/api/v1/projects/{id}/copy', { ...of(id), body })).data!;
export const withdrawCopy = async (id: string, reason: string) =>
  (await api.POST('/api/v1/projects/{id}/copy-withdrawal', { ...of(id), body: { reason } })).data!;
export const recordSighting = async (id: string, body: NewSighting) =>
  (await api.POST('/api/v1/projects/{id}/disclosure-sightings', { ...of(id), body })).data!;
