// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Select, Table, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { api, type Clause } from '../api/client';
import { Why } from '../parts/why';
import { markWords } from '../words';

const kindWords: Record<string, string> = {
  duty: '义务与期限',
  gate: '审核要求',
  watch: '标记',
  conduct: '行为',
  score: '计分',
  grade: '等级',
  procedure: '程序',
  form: '表单',
  campaign: '专项行动',
  catalogue: '目录',
  calendar: '日历',
};

const columns = [
  { title: '条款', dataIndex: 'id', width: 140 },
  { title: '种类', dataIndex: 'kind', width: 110, render: (kind: string) => kindWords[kind] ?? kind },
  { title: '名称', render: (_: unknown, row: Clause) => row.citation.title },
  { title: '出处', render: (_: unknown, row: Clause) => row.citation.source },
  {
    title: '来源核实',
    width: 130,
    render: (_: unknown, row: Clause) => (
      <Tag color={row.citation.binding ? 'green' : 'orange'}>{markWords[row.citation.mark]}</Tag>
    ),
  },
  { title: '状态', width: 100, render: (_: unknown, row: Clause) => (row.enforced ? '已实现' : '尚未实现') },
  { title: '被引用', dataIndex: 'cited', width: 80 },
  { title: '', width: 80, render: (_: unknown, row: Clause) => <Why citation={row.citation} /> },
];

export function LawPage() {
  const [book, setBook] = useState('');
  const clauses = useQuery({
    queryKey: ['law'],
    staleTime: 300_000,
    queryFn: async () => (await api.GET('/api/v1/law/clauses')).data!.items,
  });
  const books = useMemo(() => [...new Set((clauses.data ?? []).map((clause) => clause.book))], [clauses.data]);
  const unconfirmed = (clauses.data ?? []).filter((clause) => !clause.citation.binding).length;
  return (
    <>
      <div className="headline">
        <div>
          <h1>执行依据</h1>
          <p>
            {clauses.data?.length ?? 0} 条，其中 {unconfirmed} 条未经法制人员核实，只作提示。
          </p>
        </div>
        <Select
          style={{ width: 160 }}
          value={book}
          onChange={setBook}
          aria-label="规则书"
          options={[{ value: '', label: '全部规则书' }, ...books.map((one) => ({ value: one, label: one }))]}
        />
      </div>
      <div className="panel">
        <Table
          rowKey={(row) => `${row.book} ${row.id}`}
          columns={columns}
          dataSource={(clauses.data ?? []).filter((clause) => book === '' || clause.book === book)}
          loading={clauses.isPending}
          pagination={{ pageSize: 50, showSizeChanger: false }}
          size="small"
          scroll={{ x: 1000 }}
        />
      </div>
    </>
  );
}
