// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { type Expert, expertsLike } from '../api/expert';
import { useExpert } from '../parts/expert';

interface ExpertPickerProps {
  label: string; // no label of a form stands beside it
  onFound: (expert: Expert) => void; // one is chosen, with what is registered of them
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
}

const lineOf = ({ name, fields, employer }: Expert) => `${name}　${fields.join('、')}　${employer}`;

// One of the register's experts who can be chosen now.
export function ExpertPicker({ label, onFound, onChange, value, id }: ExpertPickerProps) {
  const [text, setText] = useState('');
  const found = useQuery({ queryKey: ['experts', text, 'current'], queryFn: () => expertsLike(text.trim(), 'current') });
  // The one chosen may not be among those found by what is typed now, nor be in the register any more.
  const chosen = useExpert(value).data;
  const all = found.data?.items ?? [];
  const listed = chosen && !all.some((one) => one.id === chosen.id) ? [chosen, ...all] : all;
  const choose = (chosenId: string | undefined) => {
    onChange?.(chosenId);
    const expert = listed.find((one) => one.id === chosenId);
    if (expert) onFound(expert);
  };
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      allowClear
      showSearch={{ onSearch: setText, filterOption: false }}
      aria-label={label}
      value={value}
      onChange={choose}
      loading={found.isFetching}
      placeholder="从专家库选：专业或工作单位的一部分，或完整姓名"
      notFoundContent={found.isPending ? '正在查找…' : found.error ? '没有读到专家库' : '专家库里没有这样的在库专家，可以直接填写'}
      options={listed.map((one) => ({ value: one.id, label: lineOf(one) }))}
    />
  );
}
