// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { useState } from 'react';
import { api, type Items, type Notice } from '../api/client';
import { useFilters } from '../parts/filters';
import { type Column, Rows } from '../parts/rows';
import { SiteDays } from '../parts/site-days';
import { shadeOf } from '../site-words';

const columns: Column<Notice>[] = [
  {
    title: '项目',
    render: (row) => (
      <Link to="/projects/$id" params={{ id: row.project }}>
        {row.project_title}
      </Link>
    ),
  },
  { title: '企业', render: (row) => row.enterprise_name },
  { title: '机构', render: (row) => row.institution_name },
  { title: '所在地', render: (row) => row.region_name },
  { title: '现场日期', width: 94, render: (row) => <SiteDays notice={row} /> },
  { title: '现场人员', render: (row) => row.member_names.join('、') },
  { title: '联系人', render: (row) => `${row.content.contact} ${row.content.phone}` },
];

type Place = Items<'/api/v1/on-site-places'>;

interface TilesProps {
  places: Place[];
  chosen: string | undefined;
  choose: (region: string | undefined) => void;
}

// Equal tiles, no boundaries: the darker, the more sites.
function Tiles({ places, chosen, choose }: TilesProps) {
  // On a phone the list is what is looked at first.
  const [wide] = useState(() => window.matchMedia('(min-width: 701px)').matches);
  const most = Math.max(...places.map((place) => place.count));
  return (
    <details className="panel" open={wide}>
      <summary>按地区</summary>
      <div className="tiles" role="group" aria-label="按地区">
        {places.map(({ region, name, count }) => (
          <button
            key={region}
            type="button"
            className={`tile shade-${shadeOf(count, most)}`}
            aria-pressed={chosen === region}
            aria-label={`${name}：${count} 处在场`}
            onClick={() => choose(chosen === region ? undefined : region)}
          >
            <span>{name}</span>
            <strong>{count}</strong>
          </button>
        ))}
      </div>
    </details>
  );
}

export function OnSitePage() {
  const [{ region }, setFilters] = useFilters();
  const places = useQuery({
    queryKey: ['on-site-places'],
    queryFn: async () => (await api.GET('/api/v1/on-site-places')).data!.items,
  });
  const sites = useQuery({
    queryKey: ['on-site', region],
    queryFn: async () => (await api.GET('/api/v1/on-site', { params: { query: region ? { region } : {} } })).data!.items,
  });
  const choose = (chosen: string | undefined) => setFilters({ region: chosen });
  const named = places.data?.find((place) => place.region === region)?.name ?? region;
  // A county has no division below it: one tile would say nothing.
  const map = (places.data?.length ?? 0) > 1;
  return (
    <>
      <div className="headline">
        <div>
          <h1>今日在场</h1>
          <p>告知的现场日期包括今天的项目。</p>
        </div>
      </div>
      {map && <Tiles places={places.data!} chosen={region} choose={choose} />}
      <div className="panel">
        {region && (
          <div className="filters">
            <Tag closable onClose={() => choose(undefined)}>
              地区：{named}
            </Tag>
          </div>
        )}
        <Rows
          label="今日在场"
          columns={columns}
          rows={sites.data ?? []}
          rowKey={(row) => row.id}
          pending={sites.isPending}
          empty={sites.error ? '没有读到告知，请刷新。' : region ? '今天这个地区没有告知的现场工作。' : '今天辖区内没有告知的现场工作。'}
          least={900}
        />
      </div>
    </>
  );
}
