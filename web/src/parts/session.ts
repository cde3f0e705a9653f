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

const institutionRoles = [
  'institution_admin',
  'project_leader',
  'assessor',
  'internal_reviewer',
  'technical_lead',
  'process_lead',
];

export function isInstitution(session: Session | undefined): boolean {
  return institutionRoles.includes(session?.role ?? '');
}
export function isBureau(session: Session | undefined): boolean {
  return session?.unit_kind === 'bureau';
}
