// SPDX-License-Identifier: Apache-2.0
// The typed client: paths, bodies and answers come from the served OpenAPI document (npm run schema).
import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './schema';

export interface FieldProblem {
  pointer: string;
  rule: string;
  text: string;
}

// RFC 9457, as every refusal arrives.
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly key: string,
    detail: string,
    readonly fields: FieldProblem[],
    readonly clauses: string[],
    readonly instance: string,
  ) {
    super(detail);
  }
}

interface ProblemBody {
  type?: string;
  title?: string;
  detail?: string;
  code?: string;
  errors?: FieldProblem[];
  clauses?: string[];
  instance?: string;
}

export async function problemOf(response: Response): Promise<Problem> {
  const body: ProblemBody = await response.json().catch(() => ({}));
  return new Problem(
    response.status,
    body.code ?? '',
    (body.type ?? '').replace('urn:anping:problem:', ''),
    body.detail ?? body.title ?? '服务器没有给出说明',
    body.errors ?? [],
    body.clauses ?? [],
    (body.instance ?? '').replace('urn:anping:request:', ''),
  );
}

let csrfToken = '';
export function setCsrfToken(token: string): void {
  csrfToken = token;
}
export function csrfHeaders(): Record<string, string> {
  return csrfToken === '' ? {} : { 'X-CSRF-Token': csrfToken };
}

// Asks for the password when an act needs it; true once it has been given. Set by the shell.
let askPassword: () => Promise<boolean> = async () => false;
export function onReauthenticate(ask: () => Promise<boolean>): void {
  askPassword = ask;
}
let signedOut: () => void = () => undefined;
export function onSignedOut(leave: () => void): void {
  signedOut = leave;
}

// Sends a change again after the password was typed, with the same Idempotency-Key: it happens once.
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 401 && response.status !== 403) return response;
  const body: ProblemBody = await response.clone().json().catch(() => ({}));
  // A wrong password is a 401 too, and nobody is signed out by one.
  if (body.type?.endsWith(':access.not_signed_in') && !request.url.endsWith('/session')) signedOut();
  if (body.code !== 'reauthenticate' || !(await askPassword())) return response;
  const headers = new Headers(again.headers);
  headers.set('X-CSRF-Token', csrfToken);
  return fetch(new Request(again, { headers }));
}

const guard: Middleware = {
  onRequest({ request }) {
    if (request.method === 'GET') return undefined;
    for (const [name, value] of Object.entries(csrfHeaders())) request.headers.set(name, value);
    if (!request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', crypto.randomUUID());
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
    return undefined;
  },
};

export const api = createClient<paths>({ baseUrl: '', fetch: send });
api.use(guard);

// The answer of a GET.
export type Get<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;
export type Items<P extends keyof paths> = Get<P> extends { items: (infer T)[] } ? T : never;
// The body of a POST, and what a POST that only computes answers.
export type Body<P extends keyof paths> = paths[P] extends {
  post: { requestBody?: { content: { 'application/json': infer T } } };
}
  ? T
  : never;
export type Computed<P extends keyof paths> = paths[P] extends {
  post: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;

export type Project = Get<'/api/v1/projects/{id}'>;
export type ProjectRow = Items<'/api/v1/projects'>;
export type Todo = Items<'/api/v1/todos'>;
export type Notice = Items<'/api/v1/notices'>;
export type Deadline = Items<'/api/v1/deadlines'>;
export type TimelineItem = Items<'/api/v1/projects/{id}/timeline'>;
export type Session = Get<'/api/v1/session'>;
export type Account = Items<'/api/v1/accounts'>;
export type Citation = Project['deadlines'][number]['deadline']['citation'];

export interface Receipt {
  entry: number;
  leaf: string;
  size: number;
  root: string;
  proof: string[];
  hash: string;
}
