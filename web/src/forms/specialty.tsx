// SPDX-License-Identifier: Apache-2.0
import { AutoComplete } from 'antd';
import { usePeople, useStaffing } from '../parts/registry';
import { knownSpecialties } from '../registry-words';

interface SpecialtyInputProps {
  institution: string;
  first?: string[]; // offered before the others
  placeholder?: string;
  label?: string; // where no label of a form stands beside it
  id?: string;
  value?: string;
  onChange?: (text: string) => void;
}

// Offers what the law names for this institution's scopes and what its people have; any other words will do too.
export function SpecialtyInput({ institution, first = [], placeholder = '从列表选择，或直接填写证件上的专业', label, ...field }: SpecialtyInputProps) {
  const people = usePeople(institution).data ?? [];
  const staffing = useStaffing(institution, '', '').data ?? [];
  return (
    <AutoComplete
      {...field}
      maxLength={40}
      placeholder={placeholder}
      aria-label={label}
      options={[...new Set([...first, ...knownSpecialties(people, staffing)])].map((value) => ({ value }))}
      showSearch={{ filterOption: (text, option) => String(option?.value).includes(text) }}
    />
  );
}
