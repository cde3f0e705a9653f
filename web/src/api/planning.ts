// SPDX-License-Identifier: Apache-2.0
// Whom to watch more closely, the plan of a year, what is covered, and the grades all of it leans on.
import { api, type Body, type Computed, type Get, type Items } from './client';

export type ListingRow = Items<'/api/v1/key-list'>;
export type Listing = Get<'/api/v1/key-list/{id}'>;
export type ProposeListing = Body<'/api/v1/key-list'>;
export type YearPlanRow = Items<'/api/v1/year-plans'>;
export type YearPlan = Get<'/api/v1/year-plans/{id}'>;
export type WriteYearPlan = Body<'/api/v1/year-plans'>;
export type PlannedVisits = WriteYearPlan['items'][number];
export type SettingShare = NonNullable<WriteYearPlan['shares']>[number];
export type Proportions = Get<'/api/v1/inspection-proportions'>;
export type SettingProportion = Proportions['rows'][number];
export type Suggestion = Items<'/api/v1/year-plan-suggestions'>;
export type Coverage = Get<'/api/v1/coverage'>;
export type BureauCoverage = Items<'/api/v1/coverage-below'>;
export type CoverageRow = Coverage['rows'][number];
export type Campaign = Get<'/api/v1/campaign-coverage'>;
export type CoverageCount = Campaign['projects'];
export type CampaignInstitution = Items<'/api/v1/campaign-institutions'>;
export type CampaignProject = Items<'/api/v1/campaign-projects'>;
export type EarlierReport = Items<'/api/v1/campaign-earlier-reports'>;
export type RecordEarlierReports = Body<'/api/v1/earlier-reports'>;
export type CheckEarlierReport = Body<'/api/v1/earlier-reports/{id}/checks'>;
export type EarlierPreview = Computed<'/api/v1/earlier-reports/sheet-preview'>;
export type Shown = 'all' | 'open' | 'covered';
export type EnterpriseVisits = Items<'/api/v1/enterprise-visits'>;
export type VisitLoad = Get<'/api/v1/visit-load'>;
export type LowPrice = Items<'/api/v1/low-prices'>;
export type LikePrices = Get<'/api/v1/projects/{id}/like-prices'>;
export type PriceConclusion = LikePrices['conclusions'][number];
export type ConcludePrice = Body<'/api/v1/projects/{id}/price-conclusions'>;
export type GradeRow = Items<'/api/v1/credit-grades'>;
export type EnterGrade = Body<'/api/v1/credit-grades'>;

type From = { cursor?: string };
const of = (id: string) => ({ params: { path: { id } } });

export const keyListFrom = async (from: From, institution?: string) =>
  (await api.GET('/api/v1/key-list', { params: { query: { ...from, institution } } })).data!;
export const listingOf = async (id: string): Promise<Listing> => (await api.GET('/api/v1/key-list/{id}', of(id))).data!;
export const lookAround = async () => (await api.POST('/api/v1/key-list/looks')).data!;
export const proposeListing = async (body: ProposeListing) => (await api.POST('/api/v1/key-list', { body })).data!;
export const confirmListing = async (id: string, reason: string, until?: string) =>
  (await api.POST('/api/v1/key-list/{id}/confirmation', { ...of(id), body: { reason, until } })).data!;
export const declineListing = async (id: string, reason: string) =>
  (await api.POST('/api/v1/key-list/{id}/declining', { ...of(id), body: { reason } })).data!;
export const objectToListing = async (id: string, text: string) =>
  (await api.POST('/api/v1/key-list/{id}/objections', { ...of(id), body: { text } })).data!;
export const answerObjection = async (id: string, upheld: boolean, reason: string) =>
  (await api.POST('/api/v1/key-list/{id}/answers', { ...of(id), body: { upheld, reason } })).data!;
export const removeListing = async (id: string, reason: string) =>
  (await api.POST('/api/v1/key-list/{id}/removal', { ...of(id), body: { reason } })).data!;

export const yearPlansFrom = async (from: From) =>
  (await api.GET('/api/v1/year-plans', { params: { query: from } })).data!;
export const yearPlanOf = async (id: string): Promise<YearPlan> => (await api.GET('/api/v1/year-plans/{id}', of(id))).data!;
export const suggestions = async () => (await api.GET('/api/v1/year-plan-suggestions')).data!.items;
export const writeYearPlan = async (body: WriteYearPlan) => (await api.POST('/api/v1/year-plans', { body })).data!;
export const approveYearPlan = async (id: string) =>
  (await api.POST('/api/v1/year-plans/{id}/approval', of(id))).data!;
export const changeYearPlan = async (id: string, body: Body<'/api/v1/year-plans/{id}/changes'>) =>
  (await api.POST('/api/v1/year-plans/{id}/changes', { ...of(id), body })).data!;
export const inspectionProportions = async (): Promise<Proportions> => (await api.GET('/api/v1/inspection-proportions')).data!;
export const coverageOf = async (from: string, bureau?: string): Promise<Coverage> =>
  (await api.GET('/api/v1/coverage', { params: { query: { from, bureau } } })).data!;
export const coverageBelow = async (from: string) => (await api.GET('/api/v1/coverage-below', { params: { query: { from } } })).data!.items;

export const campaignOf = async (since?: string): Promise<Campaign> =>
  (await api.GET('/api/v1/campaign-coverage', { params: { query: { since } } })).data!;
export const campaignInstitutions = async (since: string, shown: Shown, from: From) =>
  (await api.GET('/api/v1/campaign-institutions', { params: { query: { since, shown, ...from } } })).data!;
export const campaignProjects = async (since: string, shown: Shown, from: From) =>
  (await api.GET('/api/v1/campaign-projects', { params: { query: { since, shown, ...from } } })).data!;
export const earlierReports = async (since: string, shown: Shown, from: From) =>
  (await api.GET('/api/v1/campaign-earlier-reports', { params: { query: { since, shown, ...from } } })).data!;
export const earlierPreview = async (content: string): Promise<EarlierPreview> =>
  (await api.POST('/api/v1/earlier-reports/sheet-preview', { body: { content } })).data!;
export const recordEarlierReports = async (body: RecordEarlierReports) =>
  (await api.POST('/api/v1/earlier-reports', { body })).data!;
export const checkEarlierReport = async (id: string, body: CheckEarlierReport) =>
  (await api.POST('/api/v1/earlier-reports/{id}/checks', { ...of(id), body })).data!;
export const enterpriseVisits = async (least: string, from: From) =>
  (await api.GET('/api/v1/enterprise-visits', { params: { query: { least, ...from } } })).data!;
export const visitLoad = async (whom: { institution?: string; enterprise?: string }): Promise<VisitLoad> =>
  (await api.GET('/api/v1/visit-load', { params: { query: whom } })).data!;

export const lowPricesFrom = async (from: From) =>
  (await api.GET('/api/v1/low-prices', { params: { query: from } })).data!;
export const likePricesOf = async (id: string): Promise<LikePrices> =>
  (await api.GET('/api/v1/projects/{id}/like-prices', of(id))).data!;
export const concludePrice = async (id: string, body: ConcludePrice) =>
  (await api.POST('/api/v1/projects/{id}/price-conclusions', { ...of(id), body })).data!;

export const gradesFrom = async (from: From, institution?: string) =>
  (await api.GET('/api/v1/credit-grades', { params: { query: { ...from, institution } } })).data!;
/** The newest published grade of each. */
export async function newestGrades(institutions: string[]): Promise<Map<string, GradeRow>> {
  const out = new Map<string, GradeRow>();
  if (!institutions.length) return out;
  const { items } = (await api.GET('/api/v1/credit-grades', { params: { query: { institution: institutions.join(','), limit: '200' } } })).data!;
  for (const one of items) {
    const known = out.get(one.institution);
    if (one.stage === 'confirmed' && (!known || one.year > known.year)) out.set(one.institution, one);
  }
  return out;
}
export const gradeChoices = async () => (await api.GET('/api/v1/credit-grade-choices')).data!.items;
export const enterGrade = async (body: EnterGrade) => (await api.POST('/api/v1/credit-grades', { body })).data!;
export const confirmGrade = async (id: string) =>
  (await api.POST('/api/v1/credit-grades/{id}/confirmation', of(id))).data!;
export const withdrawGrade = async (id: string, reason: string) =>
  (await api.POST('/api/v1/credit-grades/{id}/withdrawal', { ...of(id), body: { reason } })).data!;
