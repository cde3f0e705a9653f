// SPDX-License-Identifier: Apache-2.0
import { api, type Items } from './client';

export type AuditEntry = Items<'/api/v1/audit/entries'>;

export async function auditEntries(type: string, cursor?: string) {
  const query = { limit: '50', ...(type ? { type } : {}), ...(cursor ? { cursor } : {}) };
  return (await api.GET('/api/v1/audit/entries', { params: { query } })).data!;
}
