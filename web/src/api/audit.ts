// SPDX-License-Identifier: Apache-2.0
// The auditor's endpoint, by hand until `npm run schema` knows it.
import { clientOf } from './client';

export interface AuditEntry {
  index: number;
  at: string;
  type: string;
  role: string;
  unit_name?: string;
  region?: string;
  subject: string;
  hash: string;
}
export interface AuditPageOf {
  items: AuditEntry[];
  next?: string;
}
export interface AuditQuery {
  cursor?: string;
  limit?: string;
  type?: string;
  from?: string;
  to?: string;
}

interface AuditPaths {
  '/api/v1/audit/entries': {
    get: {
      parameters: { query?: AuditQuery };
      responses: { 200: { content: { 'application/json': AuditPageOf } } };
    };
  };
}

const audit = clientOf<AuditPaths>();

export async function auditEntries(query: AuditQuery): Promise<AuditPageOf> {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value));
  return (await audit.GET('/api/v1/audit/entries', { params: { query: given } })).data!;
}
