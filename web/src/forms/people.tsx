// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api } from '../api/client';

interface PeoplePickerProps {
  institution: string;
  id?: string;
  value?: string[];
  onChange?: (people: string[]) => void;
}

export function PeoplePicker({ institution, id, value, onChange }: PeoplePickerProps) {
  const people = useQuery({
    queryKey: ['people', institution],
    queryFn: async () =>
      (await api.GET('/api/v1/institutions/{id}/people', { params: { path: { id: institution } } })).data!.items,
  });
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      onChange={onChange}
      optionFilterProp="label"
      options={(people.data ?? []).map((one) => ({ value: one.id, label: `${one.name}（${one.specialty}）` }))}
    />
  );
}
