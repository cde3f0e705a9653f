// SPDX-License-Identifier: Apache-2.0
// A choice among more than a list holds, found by what is typed. What was chosen keeps its name whatever is typed next.
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { Choice } from '../parts/catalogue';

interface LookupProps {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
  what: string; // names the question for the cache
  find: (text: string) => Promise<Choice[]>;
  added?: Choice; // entered a moment ago
  placeholder: string;
}

export function Lookup({ id, value, onChange, what, find, added, placeholder }: LookupProps) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Choice>();
  const found = useQuery({ queryKey: ['lookup', what, text], queryFn: () => find(text) });
  const all = found.data ?? [];
  const kept = [chosen, added].find((one) => one && one.value === value);
  const listed = kept && !all.some((one) => one.value === value) ? [kept, ...all] : all;
  return (
    <Select
      id={id}
      style={{ flex: 1, minWidth: 0, width: '100%' }}
      showSearch={{ onSearch: setText, filterOption: false }}
      value={value}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在查找…' : '没有找到'}
      onChange={(one: string) => {
        setChosen(all.find((choice) => choice.value === one));
        onChange?.(one);
      }}
      placeholder={placeholder}
      options={listed}
    />
  );
}
