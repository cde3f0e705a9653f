// SPDX-License-Identifier: Apache-2.0
// A unit's own DOCX for the papers of its projects, and those papers filled.
import { api, type Body, type Items, type Project } from './client';

export type PaperTemplate = Items<'/api/v1/paper-templates'>;
export type TemplateStep = PaperTemplate['history'][number];
export type PaperField = PaperTemplate['fields'][number];
export type PaperKind = PaperTemplate['kind'];

export const paperTemplates = async () => (await api.GET('/api/v1/paper-templates')).data!.items;
export const giveTemplate = async (body: Body<'/api/v1/paper-templates'>) => (await api.POST('/api/v1/paper-templates', { body })).data!;
export const withdrawTemplate = async (body: Body<'/api/v1/paper-templates/withdrawal'>) =>
  (await api.POST('/api/v1/paper-templates/withdrawal', { body })).data!;

export const sampleAddress = (kind: PaperKind) => `/api/v1/paper-templates/sample?${new URLSearchParams({ kind })}`;
export const templateAddress = (kind: PaperKind) => `/api/v1/paper-templates/file?${new URLSearchParams({ kind })}`;
export function paperAddress(project: string, kind: PaperKind, asked: Record<string, string> = {}): string {
  const query = new URLSearchParams(asked).toString();
  return `/api/v1/projects/${project}/papers/${kind}${query && `?${query}`}`;
}

// The platform's own form of these is made from a notice alone.
export const ofBureau = (kind: PaperKind) => kind === 'notice_form' || kind === 'notice_receipt';

interface Paper {
  kind: PaperKind;
  title: string;
}
const byStep: Record<string, Paper> = {
  internal_review: { kind: 'internal_review', title: '内部审核' },
  technical_lead: { kind: 'technical_review', title: '技术负责人审核' },
  process_lead: { kind: 'process_review', title: '过程控制负责人审核' },
  check: { kind: 'check_record', title: '校核' },
  review: { kind: 'review_record', title: '审核' },
  approval: { kind: 'approval_record', title: '授权签字人批准' },
};
const testing = new Set<PaperKind>(['raw_record', 'check_record', 'review_record', 'approval_record']);
const assessing = new Set<PaperKind>(['survey_record', 'internal_review', 'technical_review', 'process_review']);

// The papers of an institution of this kind.
export function papersFor(kind: 'assessment' | 'testing', papers: PaperTemplate[]): PaperTemplate[] {
  const others = kind === 'testing' ? assessing : testing;
  return papers.filter((one) => !others.has(one.kind));
}

// The records of a project's process control, in the order of the work; the reviews are those its region's book asks for.
export function recordsOf({ review_steps: steps }: Project): Paper[] {
  const reviews = steps.flatMap((step) => byStep[step] ?? []);
  const tests = reviews.some((one) => testing.has(one.kind));
  return [
    { kind: 'risk_analysis', title: '项目风险分析' },
    { kind: 'contract_review', title: '合同评审' },
    { kind: 'team_plan', title: '项目组任命与工作计划' },
    tests ? { kind: 'raw_record', title: '检测检验原始记录' } : { kind: 'survey_record', title: '现场勘验记录' },
    ...reviews,
  ];
}
