// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { DocumentForm, FormField, OfficialDocument } from './api/document';
import { besides, given, linesOf, opened, subjectIn } from './document-words';

const field = (code: string, input: FormField['input'], columns: string[] = []): FormField => ({
  code,
  name: code,
  input,
  required: false,
  columns: columns.map((one) => ({ code: one, name: one })),
});
const form = {
  name: '责令限期整改指令书',
  body: ['经查，你单位存在下列问题：', '{{#问题}}', '于{{整改日期}}前整改；{{期限.复议}}内向{{人民政府}}申请复议。'],
  fields: [field('被检查单位', 'line'), field('问题', 'rows', ['内容']), field('整改日期', 'date'), field('人民政府', 'line'), field('签名', 'sign')],
} as unknown as DocumentForm;

test('what the controls hold goes back as the API keeps it', () => {
  const fields = { 被检查单位: '天山安评', 整改日期: '2026-03-20', 问题: [{ 内容: '液位报警停用' }] };
  const held = opened(form, fields);
  expect(given(form, held)).toEqual(fields);
  expect(given(form, { ...held, 问题: [{ 内容: '' }, undefined, {}], 被检查单位: '' })).toEqual({ 整改日期: '2026-03-20' });
  expect(opened(form, {})).toEqual({ 问题: [{}] });
});

test('a text is read with what is filled in, and with room for what is not', () => {
  const lines = linesOf({
    form,
    fields: { 整改日期: '2026-03-02' },
    limits: { 复议: '60日' },
    row: { bureau_name: '', addressee_name: '', number: undefined },
  } as unknown as OfficialDocument);
  expect(lines[1]).toEqual({ rows: form.fields[1] });
  expect(lines[2]).toEqual({ text: '于2026年3月2日前整改；60日内向＿＿＿＿申请复议。' });
});

test('fields the text does not name stand beside it, signatures nowhere', () => {
  expect(besides(form).map((one) => one.code)).toEqual(['被检查单位']);
});

test('a subject is read from the address', () => {
  expect(subjectIn('case:AJ-1')).toEqual({ kind: 'case', id: 'AJ-1' });
  for (const text of [undefined, '', 'case', 'case:', ':AJ-1']) expect(subjectIn(text)).toBeUndefined();
});
