// SPDX-License-Identifier: Apache-2.0
// Which review a report waits for, and whose office it is (practice::office_of).
import type { Report, ReviewStep } from './api/review';

const officeOf: Record<ReviewStep, string> = {
  internal_review: 'internal_reviewer',
  check: 'internal_reviewer',
  technical_lead: 'technical_lead',
  review: 'technical_lead',
  process_lead: 'process_lead',
  approval: 'authorised_signatory',
};

interface Reviewed {
  review_steps: ReviewStep[];
  reports: { reviews: Pick<Report['reviews'][number], 'step'>[]; opinions: Pick<Report['opinions'][number], 'step' | 'answer'>[] }[];
}

// The first of those asked for that nobody has confirmed; nothing when all are, or there is no report.
export function waitsFor({ review_steps, reports }: Reviewed): ReviewStep | undefined {
  const newest = reports[0];
  return newest && review_steps.find((step) => !newest.reviews.some((review) => review.step === step));
}

export function isOfficeOf(step: ReviewStep, role: string): boolean {
  return officeOf[step] === role;
}

// Opinions of a step that nobody has answered, of whichever edition: they hold back its confirmation.
export function openOpinions({ reports }: Pick<Reviewed, 'reports'>, step: ReviewStep): number {
  return reports.flatMap((report) => report.opinions).filter((one) => one.step === step && one.answer === undefined).length;
}
