// SPDX-License-Identifier: Apache-2.0
// Official documents.
import { api, type Body, type Get, type Items } from './client';

export type DocumentRow = Items<'/api/v1/documents'>;
export type OfficialDocument = Get<'/api/v1/documents/{id}'>;
export type DocumentForm = OfficialDocument['form'];
export type FormField = DocumentForm['fields'][number];
export type Delivery = OfficialDocument['deliveries'][number];
export type Blank = Get<'/api/v1/document-blank'>;
export type DocumentKind = Items<'/api/v1/document-kinds'>;
export type DocumentTemplate = Items<'/api/v1/document-templates'>;
export type Consent = Items<'/api/v1/delivery-consents'>;
export type DraftDocument = Body<'/api/v1/documents'>;
export type ReviseDocument = Body<'/api/v1/documents/{id}/revisions'>;
export type DeliverDocument = Body<'/api/v1/documents/{id}/deliveries'>;
export type Addressee = DraftDocument['addressee'];
export type Stage = DocumentRow['stage'];

const of = (id: string) => ({ params: { path: { id } } });

export const documentsFrom = async (query: Record<string, string | undefined>) =>
  (await api.GET('/api/v1/documents', { params: { query } })).data!;
export const documentOf = async (id: string): Promise<OfficialDocument> => (await api.GET('/api/v1/documents/{id}', of(id))).data!;
export const documentKinds = async () => (await api.GET('/api/v1/document-kinds')).data!.items;
export const blankDocument = async (kind: string, subject_kind: string, subject_id: string): Promise<Blank> =>
  (await api.GET('/api/v1/document-blank', { params: { query: { kind, subject_kind, subject_id } } })).data!;
export const documentSettings = async () => (await api.GET('/api/v1/document-settings')).data!;
export const documentTemplates = async () => (await api.GET('/api/v1/document-templates')).data!.items;
export const deliveryConsents = async () => (await api.GET('/api/v1/delivery-consents')).data!.items;

export const draftDocument = async (body: DraftDocument) => (await api.POST('/api/v1/documents', { body })).data!;
export const reviseDocument = async (id: string, body: ReviseDocument) =>
  (await api.POST('/api/v1/documents/{id}/revisions', { ...of(id), body })).data!;
// `reason`: to issue it although its case has none of the steps it comes after.
export const issueDocument = async (id: string, first_serial?: number, reason?: string) =>
  (await api.POST('/api/v1/documents/{id}/issuing', { ...of(id), body: { ...(first_serial ? { first_serial } : {}), ...(reason ? { reason } : {}) } })).data!;
export const printDocument = async (id: string) => (await api.POST('/api/v1/documents/{id}/pdf', { ...of(id), body: {} })).data!;
export const deliverDocument = async (id: string, body: DeliverDocument) =>
  (await api.POST('/api/v1/documents/{id}/deliveries', { ...of(id), body })).data!;
export const confirmDelivery = async (id: string) => (await api.POST('/api/v1/documents/{id}/confirmation', { ...of(id), body: {} })).data!;
export const voidDocument = async (id: string, reason: string) =>
  (await api.POST('/api/v1/documents/{id}/voiding', { ...of(id), body: { reason } })).data!;
export const setDocumentTemplate = async (body: Body<'/api/v1/document-templates'>) =>
  (await api.POST('/api/v1/document-templates', { body })).data!;
export const withdrawDocumentTemplate = async (body: Body<'/api/v1/document-templates/withdrawal'>) =>
  (await api.POST('/api/v1/document-templates/withdrawal', { body })).data!;
export const setShortName = async (short_name: string) => (await api.POST('/api/v1/document-settings', { body: { short_name } })).data!;
export const giveConsent = async (body: Body<'/api/v1/delivery-consents'>) => (await api.POST('/api/v1/delivery-consents', { body })).data!;
export const withdrawConsent = async (body: Body<'/api/v1/delivery-consents/withdrawal'>) =>
  (await api.POST('/api/v1/delivery-consents/withdrawal', { body })).data!;

export const fileAddress = (id: string, as: 'docx' | 'pdf') => `/api/v1/documents/${id}/file?as=${as}`;
export const receiptAddress = (id: string) => `/api/v1/documents/${id}/receipt`;
export const scanAddress = (id: string, sm3: string) => `/api/v1/documents/${id}/scans/${sm3}`;
export const documentTemplateAddress = (kind: string) => `/api/v1/document-templates/file?${new URLSearchParams({ kind })}`;
export const batchAddress = (ids: string[]) => `/api/v1/document-batch?${new URLSearchParams({ ids: ids.join(',') })}`;
export const sheetAddress = (filters: string) => `/api/v1/document-sheet${filters && `?${filters}`}`;

export const institutionsNamed = async (q: string) =>
  (await api.GET('/api/v1/institutions', { params: { query: { q } } })).data!.items.map((one) => ({ value: one.id, label: one.name }));
export const enterprisesNamed = async (q: string) =>
  (await api.GET('/api/v1/enterprises', { params: { query: { q } } })).data!.items.map((one) => ({ value: one.id, label: one.name }));
