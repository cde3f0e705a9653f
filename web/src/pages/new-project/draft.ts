// SPDX-License-Identifier: Apache-2.0
// What is being filled in: as the API takes it, and as it is kept until it is sent.
import dayjs, { type Dayjs } from 'dayjs';
import type { Body } from '../../api/client';
import { day } from '../../parts/day-picker';
import type { SentFile } from '../../parts/files';

export type OpenProject = Body<'/api/v1/projects'>;

export interface Given {
  title: string;
  enterprise: string;
  region: string;
  site: string;
  scope: string;
  statutory_kind: string;
  service_type: string;
  analysed: boolean;
  risk?: {
    made_on: Dayjs;
    in_scope: boolean;
    people_suffice: boolean;
    experts_needed: boolean;
    experts?: string;
    conclusion: string;
  };
  branch: string; // '': the institution itself
  contract: { number: string; signed_on: Dayjs; ends_on: Dayjs; price: number };
  terms: { object: string; stages?: string[]; permit_tied: boolean; permit_term?: string };
  files?: SentFile[];
  leader: string;
  site_first_day: Dayjs;
}

type Signed = Pick<Given, 'analysed' | 'risk' | 'branch' | 'contract' | 'terms' | 'files' | 'leader'>;

function riskOf({ analysed, risk }: Signed): Pick<OpenProject, 'risk'> {
  if (!analysed || !risk) return {};
  const { experts, ...rest } = risk;
  return { risk: { ...rest, made_on: day(risk.made_on), ...(rest.experts_needed && experts ? { experts } : {}) } };
}

function termsOf({ terms }: Signed): Pick<OpenProject, 'terms'> {
  const { permit_term, stages, ...rest } = terms;
  return { terms: { ...rest, stages: stages ?? [], ...(rest.permit_tied && permit_term ? { permit_term } : {}) } };
}

// What was signed: of a new project, and of one that is here already.
export function signedOf(given: Signed): Pick<OpenProject, 'leader' | 'contract' | 'branch' | 'risk' | 'terms' | 'files'> {
  const { leader, contract, branch, files } = given;
  return {
    leader,
    contract: {
      number: contract.number,
      signed_on: day(contract.signed_on),
      ends_on: day(contract.ends_on),
      price: Math.round(contract.price * 1_000_000),
    },
    ...(branch ? { branch } : {}),
    ...riskOf(given),
    ...termsOf(given),
    files: files ?? [],
  };
}

export function bodyOf(given: Given, acknowledged: string[]): OpenProject {
  const { title, enterprise, region, site, scope, statutory_kind, service_type } = given;
  return {
    title,
    enterprise,
    region,
    site,
    scope,
    statutory_kind,
    service_type,
    authority: 'government',
    statutory: statutory_kind !== 'none',
    site_first_day: day(given.site_first_day),
    ...signedOf(given),
    acknowledged,
  };
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;

// Files are not kept: they are picked again, what was sent of them stays with the page that sent it.
export function draftText(given: Partial<Given>): string {
  return JSON.stringify({ ...given, files: undefined }, function (this: Record<string, unknown>, key, value: unknown) {
    return dayjs.isDayjs(this[key]) ? (this[key] as Dayjs).format('YYYY-MM-DD') : value;
  });
}

export function draftOf(text: string | null): Partial<Given> | undefined {
  if (!text) return undefined;
  try {
    return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' && isDay.test(value) ? dayjs(value) : value)) as Partial<Given>;
  } catch {
    return undefined; // of an older page
  }
}
