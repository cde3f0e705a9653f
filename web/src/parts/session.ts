// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, setCsrfToken, type Session } from '../api/client';

export const sessionKey = ['session'];

export async function fetchSession(): Promise<Session> {
  const { data } = await api.GET('/api/v1/session');
  setCsrfToken(data!.csrf_token);
  return data!;
}

export function useSession() {
  return useQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: 60_000 });
}

export const institutionRoles = [
  'institution_admin',
  'project_leader',
  'assessor',
  'internal_reviewer',
  'technical_lead',
  'process_lead',
  'authorised_signatory',
];
export const bureauRoles = ['clerk', 'section_head', 'leader', 'permit_officer', 'legal_officer', 'discipline_officer'];

type Asker = Session | undefined;

export function isInstitution(session: Asker): boolean {
  return institutionRoles.includes(session?.role ?? '');
}
// An expert's account is of a bureau, and no officer's.
export function isBureau(session: Asker): boolean {
  return bureauRoles.includes(session?.role ?? '');
}
export function isEnterprise(session: Asker): boolean {
  return session?.role === 'enterprise';
}

// As src/access/policy.csv has it; the server decides, these only keep away buttons that would be refused.
const offices = (...roles: string[]) => (session: Asker) => roles.includes(session?.role ?? '');
export const maySeeProjects = offices(...institutionRoles, ...bureauRoles, 'enterprise');
export const leadsProject = offices('institution_admin', 'project_leader');
export const mayEnterNotices = offices('clerk', 'section_head');
export const maySeeExpiries = offices(...institutionRoles, ...bureauRoles);
export const mayViewAccounts = offices('institution_admin', 'administrator', 'security_officer');
export const mayCreateAccounts = offices('institution_admin', 'administrator');
export const mayDisableAccounts = offices('institution_admin', 'security_officer');
export const mayUnlockAccounts = offices('security_officer');
export const mayResetAccounts = offices('institution_admin', 'security_officer');
export const mayConfirmLaw = offices('legal_officer');
export const mayEditRegister = offices('institution_admin');
export const mayVerify = offices('institution_admin', 'clerk', 'section_head');
export const mayWeighPrices = offices('section_head', 'leader');
export const maySeeEnterprises = offices(...institutionRoles, 'clerk', 'enterprise');
export const mayListEnterprises = offices('clerk', 'section_head', 'permit_officer', 'institution_admin', 'project_leader');
export const mayRegisterEnterprises = offices(...institutionRoles, 'clerk', 'section_head', 'permit_officer');
export const mayDescribeEnterprise = offices('clerk', 'enterprise');
export const maySeeExperts = maySeeExpiries;
export const mayListExperts = offices('clerk', 'section_head');
export const maySeeDraws = offices(...bureauRoles, 'auditor');
// "B-650000", "B-652300": a province or a prefecture.
export const hasBureausBelow = (session: Asker) => /^B-\d{4}00/.test(session?.unit ?? '');
export const mayHoldDraws = offices('clerk', 'section_head', 'leader');
export const mayDecideKeyList = offices('section_head', 'leader');
export const mayDecideDeterminations = offices('leader');
export const mayEnterGrades = offices('rater', 'clerk', 'section_head');
export const mayConfirmGrades = mayDecideKeyList;
export const maySeeGrades = offices('rater', ...bureauRoles);
export const mayKeepOfficers = offices('clerk', 'section_head', 'leader');
export function maySeeInspections(session: Asker): boolean {
  return isInstitution(session) || isBureau(session) || isEnterprise(session);
}
export const mayInspect = offices('clerk', 'section_head', 'leader');
export const isExpert = offices('expert');
export const maySeeCallUps = offices(...institutionRoles, ...bureauRoles, 'expert');
export const mayHandleCallUps = mayInspect;
export const mayAnswerCallUps = offices('institution_admin', 'project_leader', 'technical_lead', 'process_lead');
export const mayApproveInspections = offices('section_head', 'leader');
export const mayAnswerInspections = offices('institution_admin', 'project_leader', 'technical_lead', 'process_lead', 'enterprise');
export const mayHandleCases = offices('clerk', 'section_head', 'legal_officer', 'leader');
export const mayDecideCases = offices('leader');
export const maySeeDocuments = offices(...institutionRoles, ...bureauRoles, 'enterprise');
export const mayWriteDocuments = offices('clerk', 'section_head', 'leader', 'legal_officer');
export const mayIssueDocuments = offices('clerk', 'section_head', 'leader');
export const mayVoidDocuments = offices('section_head', 'leader');
export const mayConfirmDocuments = offices('institution_admin', 'enterprise');
export const mayAnswerCases = mayConfirmDocuments;
export const mayConsent = offices('clerk', 'section_head', 'institution_admin', 'enterprise');
export const maySetDocumentTemplates = offices('clerk', 'section_head', 'legal_officer');
export const mayAudit = offices('auditor');

interface Parties {
  institution: string;
  enterprise: string;
}
export const maySpotCheck = offices('clerk', 'section_head');
export const mayDisclose = leadsProject;
export const mayCheckDisclosure = offices('institution_admin', 'project_leader', 'clerk', 'section_head', 'permit_officer');
export const maySendPictures = offices('clerk', 'section_head'); // of the bureaus
export const mayTakeWorkReport = offices('institution_admin');
export const maySetProcessRule = offices('institution_admin', 'process_lead');
export const maySetTemplates = offices('institution_admin', 'process_lead', 'clerk', 'section_head');
const surveys = offices('project_leader', 'assessor');
export function surveysFor(session: Asker, { institution }: Parties): boolean {
  return surveys(session) && session?.unit === institution;
}
export function keepsExpert(session: Asker, { bureau }: { bureau: string }): boolean {
  return mayListExperts(session) && session?.unit === bureau;
}
// The enterprise the project is for.
export function isParty(session: Asker, { enterprise }: Parties): boolean {
  return isEnterprise(session) && session?.unit === enterprise;
}
export const maySeeApplications = maySeeProjects;
export const mayReceiveApplications = offices('permit_officer');
export const mayHandleApplications = offices('permit_officer', 'section_head');
export const mayDecideApplications = offices('leader');
export const mayAnswerCorrections = offices('institution_admin', 'project_leader');
export const mayInstruct = offices('leader');
export const mayOversee = offices('section_head', 'leader', 'discipline_officer');
export const mayArrangeDeputies = offices('section_head', 'leader');
export function maySeeFindings(session: Asker): boolean {
  return isInstitution(session) || isBureau(session);
}
export const mayAnswerFindings = offices('institution_admin', 'project_leader', 'technical_lead', 'process_lead');
export const mayDecideFindings = offices('clerk', 'section_head', 'leader');
export const mayHoldFindings = offices('section_head', 'leader');
export const mayAskScreening = offices('clerk', 'section_head');
export const mayJudgePassages = offices('section_head', 'leader');
