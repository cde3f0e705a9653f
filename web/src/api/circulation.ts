// SPDX-License-Identifier: Apache-2.0
// The bureau's desk work: slips, deputies, oversight.
import { api, type Body, type Get, type Items } from './client';

export type Slip = Items<'/api/v1/slips'>;
export type SlipLine = Slip['lines'][number];
export type SlipKind = Slip['kind'];
export type Matter = Body<'/api/v1/slips'>['matters'][number];
export type Recipient = Body<'/api/v1/slips'>['to'][number];
export type Outcome = Body<'/api/v1/slips/{id}/answers'>['outcome'];
export type Office = Items<'/api/v1/offices'>;
export type Deputy = Items<'/api/v1/deputies'>;
export type Oversight = Get<'/api/v1/oversight'>;
export type OwnOverdue = Oversight['overdue'][number];
export type BureauLoad = Oversight['bureaus'][number];

const of = (id: string) => ({ params: { path: { id } } });

export async function slipsOf({ kind, id }: Matter): Promise<Slip[]> {
  if (kind === 'notice') return (await api.GET('/api/v1/notices/{id}/slips', of(id))).data!.items;
  if (kind === 'application') return (await api.GET('/api/v1/applications/{id}/slips', of(id))).data!.items;
  if (kind === 'institution') return (await api.GET('/api/v1/institutions/{id}/slips', of(id))).data!.items;
  if (kind === 'penalty_case' || kind === 'rectification' || kind === 'key_listing') return []; // on no desk but the one that has it
  return (await api.GET('/api/v1/projects/{id}/slips', of(id))).data!.items;
}
export const sentSlips = async () => (await api.GET('/api/v1/slips', { params: { query: { box: 'sent' } } })).data!.items;
export const officesToAsk = async () => (await api.GET('/api/v1/offices')).data!.items;
export const sendSlip = async (body: Body<'/api/v1/slips'>) => (await api.POST('/api/v1/slips', { body })).data!;
export const instruct = async (body: Body<'/api/v1/instructions'>) => (await api.POST('/api/v1/instructions', { body })).data!;
export const receiveSlip = async (id: string, body: Body<'/api/v1/slips/{id}/receipt'>) =>
  (await api.POST('/api/v1/slips/{id}/receipt', { ...of(id), body })).data!;
export const answerSlip = async (id: string, body: Body<'/api/v1/slips/{id}/answers'>) =>
  (await api.POST('/api/v1/slips/{id}/answers', { ...of(id), body })).data!;

export const deputiesOfBureau = async () => (await api.GET('/api/v1/deputies')).data!.items;
export const nameDeputy = async (body: Body<'/api/v1/deputies'>) => (await api.POST('/api/v1/deputies', { body })).data!;
export const endDeputy = async (id: string, body: Body<'/api/v1/deputies/{id}/ending'>) =>
  (await api.POST('/api/v1/deputies/{id}/ending', { ...of(id), body })).data!;

export const oversight = async () => (await api.GET('/api/v1/oversight')).data!;
