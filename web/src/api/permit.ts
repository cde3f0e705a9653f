// SPDX-License-Identifier: Apache-2.0
// The permit desk: applications, the reports they rest on, corrections, the decision.
import { api, type Body, type Get, type Items, type ProjectRow } from './client';

export type Application = Get<'/api/v1/applications/{id}'>;
export type ApplicationRow = Items<'/api/v1/applications'>;
export type ReportUsed = Application['reports'][number];
export type Correction = Application['corrections'][number];
export type Outcome = NonNullable<ApplicationRow['outcome']>;
export type ReviewResult = NonNullable<ReportUsed['result']>;

const of = (id: string) => ({ params: { path: { id } } });

export async function applicationsOf(query: Record<string, string | undefined>) {
  return (await api.GET('/api/v1/applications', { params: { query } })).data!;
}
export const applicationOf = async (id: string) => (await api.GET('/api/v1/applications/{id}', of(id))).data!;
export const timelineOf = async (id: string) => (await api.GET('/api/v1/applications/{id}/timeline', of(id))).data!.items;

// What an application can rest on: projects by a part of their name, the latest first.
export async function projectsNamed(q: string): Promise<ProjectRow[]> {
  return (await api.GET('/api/v1/projects', { params: { query: { q, limit: '200' } } })).data!.items;
}

export const receiveApplication = async (body: Body<'/api/v1/applications'>) => (await api.POST('/api/v1/applications', { body })).data!;
export const acceptApplication = async (id: string, body: Body<'/api/v1/applications/{id}/acceptance'>) =>
  (await api.POST('/api/v1/applications/{id}/acceptance', { ...of(id), body })).data!;
export const linkReport = async (id: string, body: Body<'/api/v1/applications/{id}/reports'>) =>
  (await api.POST('/api/v1/applications/{id}/reports', { ...of(id), body })).data!;
export const reviewReport = async (id: string, body: Body<'/api/v1/applications/{id}/report-reviews'>) =>
  (await api.POST('/api/v1/applications/{id}/report-reviews', { ...of(id), body })).data!;
export const demandCorrection = async (id: string, body: Body<'/api/v1/applications/{id}/corrections'>) =>
  (await api.POST('/api/v1/applications/{id}/corrections', { ...of(id), body })).data!;
export const answerCorrection = async (id: string, body: Body<'/api/v1/applications/{id}/correction-answers'>) =>
  (await api.POST('/api/v1/applications/{id}/correction-answers', { ...of(id), body })).data!;
export const closeCorrection = async (id: string, body: Body<'/api/v1/applications/{id}/correction-closings'>) =>
  (await api.POST('/api/v1/applications/{id}/correction-closings', { ...of(id), body })).data!;
export const putOnAgenda = async (id: string, body: Body<'/api/v1/applications/{id}/agenda'>) =>
  (await api.POST('/api/v1/applications/{id}/agenda', { ...of(id), body })).data!;
export const decideApplication = async (id: string, body: Body<'/api/v1/applications/{id}/decision'>) =>
  (await api.POST('/api/v1/applications/{id}/decision', { ...of(id), body })).data!;
