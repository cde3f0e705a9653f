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

export function showProblem(app: useAppProps, problem: unknown, form?: FormInstance): void {
  if (!(problem instanceof Problem)) {
    app.message.error('没有连上服务器，内容没有丢失，请稍后再试');
    return;
  }
  if (form && problem.fields.length > 0)
    form.setFields(problem.fields.map((field) => ({ name: namePath(field.pointer), errors: [field.text] })));
  const clauses = problem.clauses.length > 0 ? `（依据 ${problem.clauses.join('、')}）` : '';
  const number = problem.instance && problem.status >= 500 ? `（编号 ${problem.instance}）` : '';
  app.message.error(`${problem.message}${clauses}${number}`);
}
