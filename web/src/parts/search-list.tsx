// SPDX-License-Identifier: Apache-2.0
// What is found while one types, by kind; chosen, it is opened.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Input } from 'antd';
import { api, type Items } from '../api/client';
import { foundWords, groupsOf } from '../search-words';
import { isBureau, isEnterprise, isInstitution, useSession } from './session';

type Found = Items<'/api/v1/search'>;

function useOpen() {
  const navigate = useNavigate();
  const session = useSession().data;
  // A person and an instrument stand on their institution's page.
  const institution = (id: string) => {
    if (isInstitution(session) && session?.unit === id) void navigate({ to: '/institution' });
    else if (isBureau(session)) void navigate({ to: '/institutions/$id', params: { id } });
    else window.open(`/institutions/${id}`, '_blank');
  };
  const enterprise = (id: string) => {
    if (isEnterprise(session)) void navigate({ to: '/enterprise' });
    else void navigate({ to: '/enterprises/$id', params: { id } });
  };
  return ({ kind, id }: Found) => {
    if (kind === 'project' || kind === 'notice' || kind === 'report') void navigate({ to: '/projects/$id', params: { id } });
    else if (kind === 'application') void navigate({ to: '/applications/$id', params: { id } });
    else if (kind === 'enterprise') enterprise(id);
    else institution(id);
  };
}

interface SearchListProps {
  text: string;
  onText: (text: string) => void;
  hint: string;
  autoFocus: boolean;
}

export function SearchList({ text, onText, hint, autoFocus }: SearchListProps) {
  const open = useOpen();
  const asked = text.trim();
  const found = useQuery({
    queryKey: ['search', asked],
    enabled: asked.length >= 2,
    queryFn: async () => (await api.GET('/api/v1/search', { params: { query: { q: asked } } })).data!.items,
  });
  const items = asked.length >= 2 ? (found.data ?? []) : [];
  const options = groupsOf(items).map(({ kind, rows }) => ({
    label: foundWords[kind],
    options: rows.map(({ at, name, detail }) => ({
      value: `${at}`,
      label: (
        <span>
          {name} <span className="muted">{detail}</span>
        </span>
      ),
    })),
  }));
  const choose = (value: string) => {
    const item = items[Number(value)];
    onText('');
    if (item) open(item);
  };
  return (
    <AutoComplete
      virtual={false}
      defaultOpen={asked.length >= 2} // typed before the list came
      className="search"
      options={options}
      value={text}
      onChange={onText}
      onSelect={choose}
      popupMatchSelectWidth={420}
      notFoundContent={asked.length >= 2 && found.isSuccess ? '没有找到您可以查看的内容。' : null}
    >
      <Input.Search placeholder={hint} aria-label={hint} autoFocus={autoFocus} />
    </AutoComplete>
  );
}
