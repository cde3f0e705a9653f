// SPDX-License-Identifier: Apache-2.0
// Workbooks whose rows are registered: a blank one, what one would do, and doing it.
import { api, type Computed } from './client';
import { upload } from './upload';

export type SheetPreview = Computed<'/api/v1/enterprises/sheet-preview'>;
export type SheetRow = SheetPreview['rows'][number];
type Written = Awaited<ReturnType<ReturnType<typeof enterpriseSheet>['takeIn']>>;
export type SheetDone = Written['result'];

export interface SheetKind {
  name: string;
  blank: string;
  preview: (content: string) => Promise<SheetPreview>;
  takeIn: (content: string) => Promise<Written>;
  // Where the file itself is kept: it is uploaded first, and what stands for it is sent.
  send?: (file: File) => Promise<string>;
  accept?: string;
}

const of = (id: string, content: string) => ({ params: { path: { id } }, body: { content } });

export function personSheet(institution: string): SheetKind {
  return {
    name: '人员',
    blank: `/api/v1/institutions/${institution}/people/blank-sheet`,
    preview: async (content) => (await api.POST('/api/v1/institutions/{id}/people/sheet-preview', of(institution, content))).data!,
    takeIn: async (content) => (await api.POST('/api/v1/institutions/{id}/people/sheet', of(institution, content))).data!,
  };
}

export function instrumentSheet(institution: string): SheetKind {
  return {
    name: '仪器设备',
    blank: `/api/v1/institutions/${institution}/instruments/blank-sheet`,
    preview: async (content) =>
      (await api.POST('/api/v1/institutions/{id}/instruments/sheet-preview', of(institution, content))).data!,
    takeIn: async (content) => (await api.POST('/api/v1/institutions/{id}/instruments/sheet', of(institution, content))).data!,
  };
}

export function enterpriseSheet() {
  return {
    name: '企业',
    blank: '/api/v1/enterprise-blank-sheet',
    preview: async (content: string) => (await api.POST('/api/v1/enterprises/sheet-preview', { body: { content } })).data!,
    takeIn: async (content: string) => (await api.POST('/api/v1/enterprises/sheet', { body: { content } })).data!,
  };
}

export function expertSheet() {
  return {
    name: '专家',
    blank: '/api/v1/expert-blank-sheet',
    preview: async (content: string) => (await api.POST('/api/v1/experts/sheet-preview', { body: { content } })).data!,
    takeIn: async (content: string) => (await api.POST('/api/v1/experts/sheet', { body: { content } })).data!,
  };
}

interface SentFile {
  upload: string;
  file_name: string;
}

/** What the enforcement system says of its cases. Each result cites the file, which is kept. */
export function caseResultSheet(): SheetKind {
  const body = (content: string) => ({ body: JSON.parse(content) as SentFile });
  return {
    name: '案件结果',
    blank: '/api/v1/case-results-blank-sheet',
    accept: '.xlsx,.csv',
    send: async (file) => JSON.stringify({ upload: await upload(file, () => undefined), file_name: file.name }),
    preview: async (content) => (await api.POST('/api/v1/case-results/sheet-preview', body(content))).data!,
    takeIn: async (content) => (await api.POST('/api/v1/case-results/sheet', body(content))).data!,
  };
}

const kChunk = 0x8000;

export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += kChunk) binary += String.fromCharCode(...bytes.subarray(at, at + kChunk));
  return btoa(binary);
}
