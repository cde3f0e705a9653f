// SPDX-License-Identifier: Apache-2.0
// A refusal on the page: field problems go to their fields, the rest is said once.
import type { FormInstance } from 'antd';
import type { useAppProps } from 'antd/es/app/context';
import { Problem } from '../api/client';

// "/contract/ends_on" -> ["contract", "ends_on"]
export function namePath(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

type Path = (string | number)[];

// Several texts may be one field of the form: a problem of one of them is shown there.
export function fieldOf(path: Path, fields: Path[]): Path {
  const holds = (field: Path) => field.length <= path.length && field.every((part, at) => part === path[at]);
  return fields.filter(holds).sort((a, b) => b.length - a.length)[0] ?? path;
}

function showFields(form: FormInstance, problem: Problem): void {
  const fields = form.getFieldsError().map((field) => field.name);
  const texts = new Map<string, { name: Path; errors: string[] }>();
  for (const { pointer, text } of problem.fields) {
    const name = fieldOf(namePath(pointer), fields);
    const shown = texts.get(name.join('/')) ?? { name, errors: [] };
    if (!shown.errors.includes(text)) shown.errors.push(text);
    texts.set(name.join('/'), shown);
  }
  form.setFields([...texts.values()]);
}

export function showProblem(app: useAppProps, problem: unknown, form?: FormInstance): void {
  if (!(problem instanceof Problem)) {
    app.message.error('没有连上服务器，内容没有丢失，请稍后再试');
    return;
  }
  if (form && problem.fields.length > 0) showFields(form, problem);
  const clauses = problem.clauses.length > 0 ? `（依据 ${problem.clauses.join('、')}）` : '';
  const number = problem.instance && problem.status >= 500 ? `（编号 ${problem.instance}）` : '';
  app.message.error(`${problem.message}${clauses}${number}`);
}
