// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import { isBureau, useSession } from './session';

export function SearchBox() {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const session = useSession().data;
  const found = useQuery({
    queryKey: ['search', text],
    enabled: text.length >= 2,
    queryFn: async () => (await api.GET('/api/v1/search', { params: { query: { q: text } } })).data!.items,
  });
  const options = (found.data ?? []).map((item) => ({
    value: `${item.kind}/${item.id}`,
    label: (
      <span>
        {item.name} <span className="muted">{item.detail}</span>
      </span>
    ),
  }));
  const open = (value: string) => {
    const [kind, id] = value.split('/');
    setText('');
    if (kind === 'project') void navigate({ to: '/projects/$id', params: { id: id! } });
    else if (isBureau(session)) void navigate({ to: '/institutions/$id', params: { id: id! } });
    else window.open(`/institutions/${id}`, '_blank');
  };
  return (
    <AutoComplete className="search" options={options} value={text} onChange={setText} onSelect={open}>
      <Input.Search placeholder="查找项目、机构" aria-label="查找项目、机构" />
    </AutoComplete>
  );
}
