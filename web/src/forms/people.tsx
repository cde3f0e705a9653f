// SPDX-License-Identifier: Apache-2.0
import { Select } from 'antd';
import { Many } from '../parts/many';
import { usePeople } from '../parts/registry';

interface PeoplePickerProps<Value> {
  institution: string;
  id?: string;
  value?: Value;
  onChange?: (chosen: Value) => void;
}

function useChoices(institution: string) {
  const people = usePeople(institution).data ?? [];
  return people.map((one) => ({ value: one.id, label: `${one.name}（${one.specialties.join('、') || one.specialty}）` }));
}

export function PeoplePicker({ institution, ...field }: PeoplePickerProps<string[]>) {
  return <Many {...field} optionFilterProp="label" options={useChoices(institution)} />;
}

export function PersonPicker({ institution, ...field }: PeoplePickerProps<string>) {
  return <Select {...field} showSearch={{ optionFilterProp: 'label' }} options={useChoices(institution)} />;
}

// To begin a list of people with; a project without a contract has no leader yet.
export function leaderOf({ leader }: { leader: string }): string[] {
  return leader ? [leader] : [];
}
