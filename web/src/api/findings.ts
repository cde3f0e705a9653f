// SPDX-License-Identifier: Apache-2.0
// What screening found in reports, and what became of it.
import { api, type Body, type Get, type Items } from './client';

export type FindingRow = Items<'/api/v1/findings'>;
export type Finding = Get<'/api/v1/findings/{id}'>;
export type FindingState = FindingRow['state'];
export type Strength = FindingRow['strength'];
export type FindingAct = Finding['acts'][number];
export type FindingRecord = Items<'/api/v1/finding-records'>;
export type Screening = Get<'/api/v1/reports/{id}/screening'>;
export type Figures = NonNullable<Screening['figures']>;
export type Source = Screening['sources'][number];
export type Quotation = Screening['quotations'][number];
export type Reading = Get<'/api/v1/reports/{id}/reading'>;
export type Hidden = Reading['hidden'][number];
export type Family = Items<'/api/v1/families'>;
export type Judged = Family['judged'];
export type Clusters = Get<'/api/v1/clusters'>;
export type Decision = Body<'/api/v1/findings/{id}/decisions'>;
export type Judgement = Body<'/api/v1/findings/{id}/families'>;

export type Passage = Screening['passages'][number]['passages'][number];

export const findingFilters = ['state', 'detector', 'strength', 'project', 'report', 'institution', 'region'] as const;
export type FindingFilter = Partial<Record<(typeof findingFilters)[number], string>>;

const of = (id: string) => ({ params: { path: { id } } });

export async function findingsLike(filter: FindingFilter, from: { cursor?: string } = {}) {
  return (await api.GET('/api/v1/findings', { params: { query: { ...filter, ...from } } })).data!;
}
export const findingCount = async (filter: FindingFilter) =>
  (await api.GET('/api/v1/finding-count', { params: { query: filter } })).data!.count;
export const findingOf = async (id: string): Promise<Finding> => (await api.GET('/api/v1/findings/{id}', of(id))).data!;
export const findingRecords = async () => (await api.GET('/api/v1/finding-records')).data!.items;

export const answerFinding = async (id: string, text: string) =>
  (await api.POST('/api/v1/findings/{id}/answers', { ...of(id), body: { text } })).data!;
export const decideFinding = async (id: string, body: Decision) =>
  (await api.POST('/api/v1/findings/{id}/decisions', { ...of(id), body })).data!;
export const judgePassage = async (finding: string, body: Judgement) =>
  (await api.POST('/api/v1/findings/{id}/families', { ...of(finding), body })).data!;

export type Hold = Items<'/api/v1/projects/{id}/finding-holds'>;
export type EnteredFinding = Body<'/api/v1/reports/{id}/findings'>;
export const holdsOf = async (project: string) => (await api.GET('/api/v1/projects/{id}/finding-holds', of(project))).data!.items;
export const holdBack = async (project: string, body: Body<'/api/v1/projects/{id}/finding-holds'>) =>
  (await api.POST('/api/v1/projects/{id}/finding-holds', { ...of(project), body })).data!;
export const holdBackWith = async (finding: string, body: Body<'/api/v1/findings/{id}/holds'>) =>
  (await api.POST('/api/v1/findings/{id}/holds', { ...of(finding), body })).data!;
export const endHold = async (hold: string, reason: string) =>
  (await api.POST('/api/v1/finding-holds/{id}/end', { ...of(hold), body: { reason } })).data!;
export type Trace = Items<'/api/v1/report-traces'>;
export const tracesOf = async (enterprise: string, before: string, words?: string) =>
  (await api.GET('/api/v1/report-traces', { params: { query: { enterprise, before, ...(words ? { words } : {}) } } })).data!.items;
export const enterFinding = async (report: string, body: EnteredFinding) =>
  (await api.POST('/api/v1/reports/{id}/findings', { ...of(report), body })).data!;

export const screeningOf = async (report: string): Promise<Screening> =>
  (await api.GET('/api/v1/reports/{id}/screening', of(report))).data!;
export const screeningStateOf = async (report: string): Promise<Screening> =>
  (await api.GET('/api/v1/reports/{id}/screening', { params: { path: { id: report }, query: { passages: 'no' } } })).data!;
export const askScreening = async (report: string, reason: string) =>
  (await api.POST('/api/v1/reports/{id}/screening', { ...of(report), body: { reason } })).data!;
export const readingOf = async (report: string): Promise<Reading> =>
  (await api.GET('/api/v1/reports/{id}/reading', of(report))).data!;
export const sourceReadingOf = async (report: string, source: string): Promise<Reading> =>
  (await api.GET('/api/v1/reports/{id}/sources/{source}/reading', { params: { path: { id: report, source } } })).data!;

export const familiesFrom = async (from: { cursor?: string }) =>
  (await api.GET('/api/v1/families', { params: { query: from } })).data!;
export const clustersOf = async (least: string): Promise<Clusters> =>
  (await api.GET('/api/v1/clusters', { params: { query: { least } } })).data!;
