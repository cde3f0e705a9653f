// SPDX-License-Identifier: Apache-2.0
// What the archive of the project must hold, in the order of the process, and what of it there is.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Tag } from 'antd';
import { api, type Get } from '../api/client';
import { type Column, Rows } from './rows';
import { Why } from './why';

type Contents = Get<'/api/v1/projects/{id}/archive-contents'>;
type Part = Contents['parts'][number];

const stateWords: Record<Part['state'], { label: string; color: string }> = {
  present: { label: '有', color: 'green' },
  missing: { label: '待补正', color: 'orange' },
  pending: { label: '未到这一步', color: 'default' },
  not_applicable: { label: '不适用', color: 'default' },
};

const columns: Column<Part>[] = [
  { title: '内容', render: (row) => row.name },
  { title: '情况', width: 110, render: (row) => <Tag color={stateWords[row.state].color}>{stateWords[row.state].label}</Tag> },
  { title: '日期', width: 110, render: (row) => row.on },
  { title: '说明', render: (row) => row.note },
  {
    title: '依据',
    width: 110,
    render: (row) => (
      <Link to="/law" search={{ clause: row.clause }}>
        {row.clause}
      </Link>
    ),
  },
];

function Disorder({ flags }: { flags: Contents['disorder'] }) {
  if (flags.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title="步骤的先后次序"
      description={flags.map(({ flag }) => (
        <div key={flag.watch}>
          {flag.text}　{flag.clears} <Why citation={flag.citation} facts={flag.facts} clears={flag.clears} />
        </div>
      ))}
      style={{ marginBottom: 12 }}
    />
  );
}

export function ArchiveContents({ project }: { project: string }) {
  const contents = useQuery({
    queryKey: ['archive-contents', project],
    queryFn: async () => (await api.GET('/api/v1/projects/{id}/archive-contents', { params: { path: { id: project } } })).data!,
  });
  const parts = contents.data?.parts ?? [];
  const missing = parts.filter((part) => part.state === 'missing').length;
  return (
    <>
      <p className="muted">
        {missing > 0 ? `有 ${missing} 项待补正。` : ''}缺项不影响继续工作；导出的归档文件里附有这份清单。
      </p>
      <Disorder flags={contents.data?.disorder ?? []} />
      <Rows
        label="归档内容"
        columns={columns}
        rows={parts}
        rowKey={(row) => row.code}
        pending={contents.isPending}
        empty={contents.error ? '没有读到归档内容，请刷新。' : '当地的规则书没有列出归档内容。'}
        least={620}
      />
    </>
  );
}
