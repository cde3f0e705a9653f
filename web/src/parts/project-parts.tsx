// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Empty, Image, Modal, Pagination, Tag } from 'antd';
import { useState } from 'react';
import type { Project } from '../api/client';
import { flagText, size, time } from '../words';
import { useCatalogueName } from './catalogue';
import { type Column, Rows } from './rows';
import { Why } from './why';

type Exhibit = Project['evidence'][number]['exhibit'];

export function FlagList({ project }: { project: Project }) {
  if (project.flags.length === 0) return <Empty description="没有标记" />;
  return (
    <>
      {project.flags.map((item) => (
        <Alert
          key={`${item.flag.watch} ${item.raised_at}`}
          style={{ marginBottom: 8 }}
          showIcon
          type={item.cleared_at ? 'success' : item.flag.severity === 'finding' ? 'error' : 'warning'}
          title={item.cleared_at ? `已消除：${item.flag.text}` : flagText(item.flag.severity, item.flag.text)}
          description={
            <span className="muted">
              {time(item.raised_at)} 出现{item.cleared_at ? `，${time(item.cleared_at)} 消除` : ''}
            </span>
          }
          action={<Why citation={item.flag.citation} facts={item.flag.facts} clears={item.flag.clears} />}
        />
      ))}
    </>
  );
}

// Pages of a PDF and pictures as the worker draws them; other files are downloaded.
export function PreviewButton({ project, exhibit }: { project: string; exhibit: Exhibit }) {
  const [open, setOpen] = useState(false);
  const [page, setPage] = useState(1);
  const { media_type, pages } = exhibit.blob.reading;
  const address = `/api/v1/projects/${project}/files/${exhibit.blob.sm3}`;
  const drawable = media_type === 'application/pdf' || media_type.startsWith('image/');
  return (
    <>
      {drawable && (
        <Button size="small" onClick={() => setOpen(true)}>
          预览
        </Button>
      )}{' '}
      <a href={address} download>
        <Button size="small">下载</Button>
      </a>
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} width={860} title={exhibit.file_name} destroyOnHidden>
        <div className="preview">
          <Image preview={false} alt={`${exhibit.file_name} 第 ${page} 页`} src={`${address}/preview?page=${page}`} />
        </div>
        {pages > 1 && <Pagination size="small" simple current={page} total={pages} pageSize={1} onChange={setPage} />}
      </Modal>
    </>
  );
}

export function EvidenceTable({ project }: { project: Project }) {
  const kind = useCatalogueName('evidence_kinds');
  type Row = Project['evidence'][number];
  const columns: Column<Row>[] = [
    { title: '种类', width: 140, render: (row) => kind(row.exhibit.kind) },
    {
      title: '文件',
      render: (row) => (
        <>
          {row.exhibit.file_name} <span className="muted">{size(row.exhibit.blob.size)}</span>
          {row.exhibit.blob.reading.problem && <Tag color="orange">未能读取：{row.exhibit.blob.reading.problem}</Tag>}
          <div className="digest muted">SM3 {row.exhibit.blob.sm3}</div>
        </>
      ),
    },
    {
      title: '时间',
      width: 210,
      render: (row) => (
        <>
          <div>收到 {time(row.received_at)}</div>
          {row.exhibit.captured_at && <div className="muted">自称 {time(row.exhibit.captured_at)}</div>}
          {row.exhibit.blob.reading.taken_at && <div className="muted">相机 {row.exhibit.blob.reading.taken_at.slice(0, 16)}</div>}
        </>
      ),
    },
    {
      title: '',
      width: 150,
      render: (row) => <PreviewButton project={project.id} exhibit={row.exhibit} />,
    },
  ];
  return <Rows label="材料" columns={columns} rows={project.evidence} rowKey={(row) => row.id} empty="还没有材料。" least={700} />;
}
