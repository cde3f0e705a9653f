// SPDX-License-Identifier: Apache-2.0
// The law, who vouches for it, and what a change of it would do.
import { api, type Computed, type Items } from './client';

export type Clause = Items<'/api/v1/law/clauses'>;
export type Confirmation = Clause['confirmations'][number];
export type Preview = Computed<'/api/v1/law/preview'>;
export type Diagnostic = Preview['diagnostics'][number];
export type ChangedClause = Preview['changed'][number];
export type MovedDeadline = Preview['moved'][number];

// As they speak in a region: a region's confirmations hold there.
export async function clausesIn(region: string): Promise<Clause[]> {
  return (await api.GET('/api/v1/law/clauses', { params: { query: { region } } })).data!.items;
}
export async function previewLaw(files: { file: string; text: string }[], confirm: string[]): Promise<Preview> {
  return (await api.POST('/api/v1/law/preview', { body: { files, confirm } })).data!;
}
export async function confirmClause({ id, digest }: Clause, basis: string) {
  return (await api.POST('/api/v1/law/confirmations', { body: { clause: id, digest, basis } })).data!;
}
export async function withdrawConfirmation(clause: string, reason: string) {
  const sent = { params: { path: { clause } }, body: { reason } };
  return (await api.POST('/api/v1/law/confirmations/{clause}/withdrawal', sent)).data!;
}
export async function bookFiles() {
  return (await api.GET('/api/v1/law/files')).data!.items;
}
export async function bookText(file: string): Promise<string> {
  return (await api.GET('/api/v1/law/text', { params: { query: { file } } })).data!.text;
}
export async function citingActs(clause: string) {
  return (await api.GET('/api/v1/citations', { params: { query: { clause, limit: '20' } } })).data!.items;
}
