// SPDX-License-Identifier: Apache-2.0
// What institution and enterprise settle about the site.
import { api, type Body, type Get, type Project } from './client';

export type Site = Get<'/api/v1/projects/{id}/site'>;
export type Exchange = Site['exchanges'][number];
export type Measure = Site['measures'][number];
export type SiteConfirmation = Site['confirmations'][number];
export type ReportConfirmation = Site['report_confirmations'][number];
export type SpotCheck = Site['spot_checks'][number];
export type Survey = Project['surveys'][number];
export type Checklist = NonNullable<Survey['checklist']>;
export type Finding = Checklist['answers'][number]['finding'];

export type NewSurvey = Body<'/api/v1/projects/{id}/surveys'>;
export type NewExchange = Body<'/api/v1/projects/{id}/exchanges'>;
export type NewMeasures = Body<'/api/v1/projects/{id}/measures'>;
export type NewAnswers = Body<'/api/v1/projects/{id}/measure-answers'>;
export type NewRecheck = Body<'/api/v1/projects/{id}/rechecks'>;
export type NewSiteConfirmation = Body<'/api/v1/projects/{id}/site-confirmations'>;
export type NewSpotCheck = Body<'/api/v1/projects/{id}/spot-checks'>;
export type NewReportConfirmation = Body<'/api/v1/projects/{id}/report-confirmations'>;

const of = (id: string) => ({ params: { path: { id } } });

export const siteOf = async (id: string) => (await api.GET('/api/v1/projects/{id}/site', of(id))).data!;

export const recordSurvey = async (id: string, body: NewSurvey) => (await api.POST('/api/v1/projects/{id}/surveys', { ...of(id), body })).data!;
export const recordExchange = async (id: string, body: NewExchange) =>
  (await api.POST('/api/v1/projects/{id}/exchanges', { ...of(id), body })).data!;
export const proposeMeasures = async (id: string, body: NewMeasures) =>
  (await api.POST('/api/v1/projects/{id}/measures', { ...of(id), body })).data!;
export const answerMeasures = async (id: string, body: NewAnswers) =>
  (await api.POST('/api/v1/projects/{id}/measure-answers', { ...of(id), body })).data!;
export const recheckMeasures = async (id: string, body: NewRecheck) =>
  (await api.POST('/api/v1/projects/{id}/rechecks', { ...of(id), body })).data!;
export const confirmSite = async (id: string, body: NewSiteConfirmation) =>
  (await api.POST('/api/v1/projects/{id}/site-confirmations', { ...of(id), body })).data!;
export const confirmReport = async (id: string, body: NewReportConfirmation) =>
  (await api.POST('/api/v1/projects/{id}/report-confirmations', { ...of(id), body })).data!;
export const recordSpotCheck = async (id: string, body: NewSpotCheck) =>
  (await api.POST('/api/v1/projects/{id}/spot-checks', { ...of(id), body })).data!;
