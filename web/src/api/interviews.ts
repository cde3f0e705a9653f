// SPDX-License-Identifier: Apache-2.0
// Invitations to warning interviews, and what institutions remark about those on record.
import { api, type Body, type Items } from './client';

export type Invitation = Items<'/api/v1/talk-invitations'>;
export type InvitationAct = Invitation['acts'][number]['act'];
export type Invite = Body<'/api/v1/talk-invitations'>;
export type AnswerInvitation = Body<'/api/v1/talk-invitations/{id}/answers'>;
export type SetInvitationTime = Body<'/api/v1/talk-invitations/{id}/times'>;
export type EndInvitation = Body<'/api/v1/talk-invitations/{id}/end'>;
export type OwnTalk = Items<'/api/v1/own-talks'>;

const of = (id: string) => ({ params: { path: { id } } });

export const invitationsFrom = async (from: { cursor?: string }) => (await api.GET('/api/v1/talk-invitations', { params: { query: from } })).data!;
export const ownInvitations = async () => (await api.GET('/api/v1/own-talk-invitations')).data!.items;
export const ownTalks = async () => (await api.GET('/api/v1/own-talks')).data!.items;
export const invite = async (body: Invite) => (await api.POST('/api/v1/talk-invitations', { body })).data!;
export const answerInvitation = async (id: string, body: AnswerInvitation) =>
  (await api.POST('/api/v1/talk-invitations/{id}/answers', { ...of(id), body })).data!;
export const setInvitationTime = async (id: string, body: SetInvitationTime) =>
  (await api.POST('/api/v1/talk-invitations/{id}/times', { ...of(id), body })).data!;
export const endInvitation = async (id: string, body: EndInvitation) => (await api.POST('/api/v1/talk-invitations/{id}/end', { ...of(id), body })).data!;
export const remarkTalk = async (id: string, text: string) => (await api.POST('/api/v1/talks/{id}/remarks', { ...of(id), body: { text } })).data!;
