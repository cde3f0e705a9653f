// SPDX-License-Identifier: Apache-2.0
// Which offices a unit can have, and which of them this person may give (access::fits, Accounts::may_open).
import type { Account, Session } from '../api/client';
import { roleWords } from '../words';
import { bureauRoles, institutionRoles } from './session';

export type Role = Account['role'];
export type UnitKind = Account['unit_kind'];

export const unitWords: Record<string, string> = {
  institution: '评价检测机构',
  enterprise: '企业',
  bureau: '监管部门',
  rater: '评定机构',
  association: '协会',
  platform: '平台',
};

const officesOf: Record<string, string[]> = {
  institution: institutionRoles,
  enterprise: ['enterprise'],
  bureau: [...bureauRoles, 'expert'],
  rater: ['rater'],
  association: ['association', 'expert'],
};

export function unitKindsFor(session: Session): string[] {
  return session.role === 'administrator' ? Object.keys(officesOf) : ['institution'];
}

// The platform's own offices are given at the machine only.
export function officeChoices(kind: string): { value: string; label: string }[] {
  return (officesOf[kind] ?? []).map((role) => ({ value: role, label: roleWords[role] ?? role }));
}

export function bureauUnit(region: string, authority: string): string {
  return `B-${region}${authority === 'corps' ? '-C' : ''}`;
}

export function lockedNow(account: Account, now: number): boolean {
  return account.locked_until !== undefined && Date.parse(account.locked_until) > now;
}
