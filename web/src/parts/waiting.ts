// SPDX-License-Identifier: Apache-2.0
// What of a project waits for the enterprise it is for.
import type { Project } from '../api/client';
import type { Site } from '../api/site';

export interface Waiting {
  site: boolean; // surveyed since it was last confirmed
  measures: number; // without an answer
  report: boolean; // the newest was not checked
}

export function waitingOf(
  { surveys, reports }: { surveys: Pick<Project['surveys'][number], 'received_at'>[]; reports: Pick<Project['reports'][number], 'id'>[] },
  { confirmations, measures, report_confirmations }: Pick<Site, 'confirmations' | 'measures' | 'report_confirmations'>,
): Waiting {
  const confirmed = Math.max(0, ...confirmations.map((one) => Date.parse(one.recorded_at)));
  const newest = reports[0];
  return {
    site: surveys.some((one) => Date.parse(one.received_at) > confirmed),
    measures: measures.filter((one) => one.adopted === undefined).length,
    report: newest !== undefined && !report_confirmations.some((one) => one.report === newest.id),
  };
}

export function waitingWords({ site, measures, report }: Waiting): string[] {
  return [...(site ? ['确认现场'] : []), ...(measures > 0 ? [`答复措施建议 ${measures} 条`] : []), ...(report ? ['核对报告'] : [])];
}
