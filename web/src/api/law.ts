// SPDX-License-Identifier: Apache-2.0
// The law's own endpoints, by hand until `npm run schema` knows them.
import { clientOf, type Items, type Receipt } from './client';

export interface Confirmation {
  region: string;
  region_name: string;
  unit_name?: string;
  unit?: string;
  on: string;
  basis: string;
  entry: number;
  stands?: boolean; // the clause still says what was confirmed
}

type Served = Items<'/api/v1/law/clauses'>;
export interface Clause extends Served {
  // Absent from a server that cannot take confirmations yet.
  file?: string;
  digest?: string;
  confirmable?: boolean;
  confirmations?: Confirmation[];
}

export interface Diagnostic {
  severity: string;
  code: string;
  file: string;
  line: number;
  column: number;
  message: string;
  snippet?: string;
  affects?: string;
}
export interface ChangedClause {
  clause: string;
  change: 'added' | 'changed' | 'removed';
  what: string[];
}
export interface MovedDeadline {
  subject: string;
  subject_title: string;
  duty: string;
  before?: string;
  after?: string;
  clause_before?: string;
  clause_after?: string;
  why?: string;
}
export interface Preview {
  ok: boolean;
  diagnostics: Diagnostic[];
  changed: ChangedClause[];
  moved: MovedDeadline[];
}
export interface BookFile {
  file: string;
  book?: string;
  bytes: number;
}

export interface CitingAct {
  entry: number;
  at: string;
  project: string;
  project_title: string;
  text?: string;
}

interface Answer<T> {
  content: { 'application/json': T };
}
interface Written {
  result: unknown;
  receipt?: Receipt;
}
interface Get<T, Query = never> {
  get: { parameters: { query?: Query }; responses: { 200: Answer<T> } };
}
interface Post<Body, T, Path = never> {
  post: { parameters: { path: Path }; requestBody: Answer<Body>; responses: { 200: Answer<T> } };
}

interface LawPaths {
  '/api/v1/law/clauses': Get<{ items: Clause[] }, { region?: string }>;
  '/api/v1/citations': Get<{ items: CitingAct[]; next?: string }, { clause: string; limit?: string }>;
  '/api/v1/law/files': Get<{ items: BookFile[] }>;
  '/api/v1/law/text': Get<{ file: string; text: string }, { file: string }>;
  '/api/v1/law/preview': Post<{ files: { file: string; text: string }[]; confirm: string[] }, Preview>;
  '/api/v1/law/confirmations': Post<{ clause: string; digest: string; basis: string }, Written>;
  '/api/v1/law/confirmations/{clause}/withdrawal': Post<{ reason: string }, Written, { clause: string }>;
}

const law = clientOf<LawPaths>();

// As they speak in a region: a region's confirmations hold there.
export async function clausesIn(region: string | undefined): Promise<Clause[]> {
  const sent = { params: { query: region ? { region } : {} } };
  return ((await law.GET('/api/v1/law/clauses', sent as never)) as { data?: { items: Clause[] } }).data!.items;
}
export async function previewLaw(files: { file: string; text: string }[], confirm: string[]): Promise<Preview> {
  return (await law.POST('/api/v1/law/preview', { body: { files, confirm } } as never)).data as unknown as Preview;
}
export async function confirmClause(clause: Clause, basis: string): Promise<Written> {
  const body = { clause: clause.id, digest: clause.digest ?? '', basis };
  return (await law.POST('/api/v1/law/confirmations', { body } as never)).data as unknown as Written;
}
export async function withdrawConfirmation(clause: string, reason: string): Promise<Written> {
  const sent = { params: { path: { clause } }, body: { reason } };
  return (await law.POST('/api/v1/law/confirmations/{clause}/withdrawal', sent as never)).data as unknown as Written;
}
export async function bookFiles(): Promise<BookFile[]> {
  return (await law.GET('/api/v1/law/files')).data!.items;
}
export async function bookText(file: string): Promise<string> {
  return (await law.GET('/api/v1/law/text', { params: { query: { file } } } as never) as { data?: { text: string } }).data!.text;
}
export async function citingActs(clause: string): Promise<CitingAct[]> {
  const sent = { params: { query: { clause, limit: '20' } } };
  return ((await law.GET('/api/v1/citations', sent as never)) as { data?: { items: CitingAct[] } }).data!.items;
}
