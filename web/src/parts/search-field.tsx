// SPDX-License-Identifier: Apache-2.0
// The text a list is searched for; it stands in the page's address.
import { Input } from 'antd';
import type { CSSProperties } from 'react';
import { useFilters } from './filters';

export function SearchField({ hint, style }: { hint: string; style: CSSProperties }) {
  const [{ q = '' }, setFilters] = useFilters();
  return (
    <Input.Search
      key={q}
      style={style}
      placeholder={hint}
      aria-label={hint}
      defaultValue={q}
      allowClear
      onSearch={(text) => setFilters({ q: text.trim() })}
    />
  );
}
