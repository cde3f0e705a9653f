// SPDX-License-Identifier: Apache-2.0
// A clause in force where this person works, those that fit the matter first.
import { Select } from 'antd';
import { useClauses } from './clauses';
import { emptyWords } from './many';

interface ClausePickerProps {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
  first?: string[]; // that the item of the check-list names
  binding?: boolean; // those only that a formal order may rest on
}

export function ClausePicker({ first = [], binding = false, ...field }: ClausePickerProps) {
  const found = useClauses();
  const all = (found.data ?? []).filter((one) => !binding || one.citation.binding);
  const rank = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length);
  const options = [...all]
    .sort((a, b) => rank(a.id) - rank(b.id))
    .map((one) => ({ value: one.id, label: `${one.id} ${one.citation.title}${one.citation.binding ? '' : '（未经核实）'}`, title: one.citation.source }));
  return <Select {...field} allowClear showSearch={{ optionFilterProp: 'label' }} options={options} placeholder="条款编号或名称的一部分" listHeight={320} notFoundContent={emptyWords(found, '条款', '没有这样的条款')} />;
}
