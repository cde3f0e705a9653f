// SPDX-License-Identifier: Apache-2.0
import dayjs, { type Dayjs } from 'dayjs';
import type { Delivery, DocumentForm, FormField, OfficialDocument, Stage } from './api/document';

export const stageWords: Record<Stage, { label: string; color: string }> = {
  draft: { label: '草稿', color: 'default' },
  issued: { label: '已签发', color: 'blue' },
  delivered: { label: '已送达', color: 'green' },
  voided: { label: '已作废', color: 'red' },
};

export const wayWords: Record<Delivery['way'], string> = {
  direct: '直接送达',
  left: '留置送达',
  electronic: '电子送达',
  post: '邮寄送达',
  announcement: '公告送达',
};

export const subjectWords: Record<string, string> = {
  inspection: '检查',
  rectification: '整改',
  case: '案件',
  project: '项目',
  other: '其他事项',
};
export const subjectName = (kind: string, id: string) => `${subjectWords[kind] ?? kind} ${id}`;

// Which step of its case there is none of; any of them would do.
export const lackingWords = (steps: string[]) => `案件还没有记录“${steps.join('”或者“')}”`;

// "case:AJ-00000012", as an address says it.
export function subjectIn(text: string | undefined): { kind: string; id: string } | undefined {
  const [kind, id] = (text ?? '').split(':', 2);
  return kind && id ? { kind, id } : undefined;
}

type Values = Record<string, unknown>;
type Row = Record<string, string>;

// What the API keeps, as the form's controls hold it, and back.
export function opened(form: DocumentForm, fields: Values): Values {
  return Object.fromEntries(
    form.fields.flatMap(({ code, input }) => {
      const value = fields[code];
      if (value === undefined) return input === 'rows' ? [[code, [{}]]] : [];
      return [[code, input === 'date' ? dayjs(value as string) : value]];
    }),
  );
}
export function given(form: DocumentForm, values: Values): Values {
  const filled = (value: unknown) => value !== undefined && value !== null && value !== '';
  return Object.fromEntries(
    form.fields.flatMap(({ code, input }): [string, unknown][] => {
      const value = values[code];
      if (!filled(value)) return [];
      if (input === 'date') return [[code, (value as Dayjs).format('YYYY-MM-DD')]];
      if (input !== 'rows') return [[code, value]];
      const rows = (value as (Row | undefined)[]).map((row) => Object.fromEntries(Object.entries(row ?? {}).filter(([, cell]) => filled(cell))));
      const kept = rows.filter((row) => Object.keys(row).length > 0);
      return kept.length ? [[code, kept]] : [];
    }),
  );
}

const blank = '＿＿＿＿';
const chinese = (day: string) => day.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

// A field as it is read on the page.
export function shown(field: FormField, fields: Values): string {
  const value = fields[field.code];
  if (value === undefined) return '';
  return field.input === 'date' ? chinese(value as string) : String(value);
}

export type Line = { text: string } | { rows: FormField };

// The document's text with what is filled in, as it will be printed.
export function linesOf({ form, fields, limits, row }: Pick<OfficialDocument, 'form' | 'fields' | 'limits' | 'row'>): Line[] {
  const byCode = new Map(form.fields.map((field) => [field.code, field]));
  const said: Record<string, string> = { 机关: row.bureau_name, 受送达人: row.addressee_name, 文书名称: form.name, 文号: row.number ?? '' };
  for (const [name, limit] of Object.entries(limits)) said[`期限.${name}`] = String(limit);
  return form.body.map((text): Line => {
    const rows = /^\{\{#(.+)\}\}$/.exec(text)?.[1];
    const field = rows === undefined ? undefined : byCode.get(rows);
    if (field) return { rows: field };
    return {
      text: text.replace(/\{\{([^{}]+)\}\}/g, (_, name: string) => {
        const of = byCode.get(name);
        return (of ? shown(of, fields as Values) : said[name]) || blank;
      }),
    };
  });
}

// Fields the text does not name: they stand in a table.
export function besides(form: DocumentForm): FormField[] {
  const text = form.body.join('\n');
  return form.fields.filter((field) => field.input !== 'sign' && !text.includes(`{{${field.code}}}`) && !text.includes(`{{#${field.code}}}`));
}
