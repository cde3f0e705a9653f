// SPDX-License-Identifier: Apache-2.0
// Official documents: a bureau's own and those below it; what was delivered to an institution or an enterprise.
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select, Space, Tag } from 'antd';
import { useState } from 'react';
import { batchAddress, documentKinds, type DocumentRow, documentsFrom, sheetAddress } from '../api/document';
import { stageWords, subjectName } from '../document-words';
import { Consents } from '../parts/consents';
import { addressOf, useFilters } from '../parts/filters';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { isBureau, mayConsent, mayWriteDocuments, useSession } from '../parts/session';

const names = ['kind', 'stage', 'number', 'subject_kind', 'subject_id', 'despite'] as const;

function columnsFor(bureau: boolean, chosen: string[], choose: (id: string, on: boolean) => void): Column<DocumentRow>[] {
  const all: Column<DocumentRow>[] = [
    {
      title: '',
      width: 44,
      render: (row) => (
        <Checkbox checked={chosen.includes(row.id)} aria-label={`选择 ${row.id}`} onChange={(event) => choose(row.id, event.target.checked)} />
      ),
    },
    {
      title: '文书',
      render: (row) => (
        <>
          <Link to="/documents/$id" params={{ id: row.id }}>
            {row.name}
          </Link>
          <div className="muted">{row.number ?? row.id}</div>
        </>
      ),
    },
    { title: '事项', width: 170, render: (row) => subjectName(row.subject.kind, row.subject.id) },
    bureau ? { title: '受送达人', render: (row) => row.addressee_name } : { title: '部门', render: (row) => row.bureau_name },
    { title: '签发', width: 110, render: (row) => row.issued_on },
    { title: '送达', width: 110, render: (row) => row.delivered_on },
    {
      title: '状态',
      width: 110,
      render: (row) => (
        <>
          <Tag color={stageWords[row.stage].color}>{stageWords[row.stage].label}</Tag>
          {row.despite && <Tag color="orange">越过提示签发</Tag>}
          {row.confirm && <div className="muted">{bureau ? '未确认收到' : '请确认收到'}</div>}
        </>
      ),
    },
  ];
  return all;
}

function FilterBar() {
  const [filters, change] = useFilters();
  const session = useSession().data;
  const kinds = useQuery({ queryKey: ['document-kinds'], queryFn: documentKinds, enabled: mayWriteDocuments(session) });
  return (
    <Space wrap style={{ marginBottom: 12 }}>
      {kinds.data && (
        <Select
          allowClear
          aria-label="文书种类"
          placeholder="全部种类"
          style={{ width: 240 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={filters.kind}
          onChange={(kind) => change({ kind })}
          options={kinds.data.map((one) => ({ value: one.kind, label: one.name }))}
        />
      )}
      <Select
        allowClear
        aria-label="状态"
        placeholder="全部状态"
        style={{ width: 140 }}
        value={filters.stage}
        onChange={(stage) => change({ stage })}
        options={Object.entries(stageWords).map(([value, { label }]) => ({ value, label }))}
      />
      {isBureau(session) && (
        <Checkbox checked={filters.despite !== undefined} onChange={(event) => change({ despite: event.target.checked ? '1' : undefined })}>
          越过提示签发的
        </Checkbox>
      )}
    </Space>
  );
}

export function DocumentsPage() {
  const session = useSession().data;
  const [filters] = useFilters();
  const asked = Object.fromEntries(names.map((name) => [name, filters[name]]));
  const [chosen, setChosen] = useState<string[]>([]);
  const list = usePages(['documents', asked], (from) => documentsFrom({ ...asked, ...from }));
  const choose = (id: string, on: boolean) => setChosen((now) => (on ? [...now, id] : now.filter((one) => one !== id)));
  const writes = mayWriteDocuments(session);
  return (
    <>
      <div className="headline">
        <div>
          <h1>执法文书</h1>
          <p>{isBureau(session) ? '本部门及下级部门制作的文书；签发后文号连续，摘要记入账本，任何人可以扫码查验。' : '应急管理部门向本单位送达的文书。'}</p>
        </div>
        <Space wrap className="no-print">
          {writes && (
            <Link to="/documents/templates">
              <Button>表样与文号</Button>
            </Link>
          )}
          <Button href={sheetAddress(addressOf(asked))} download>
            导出清单
          </Button>
          {chosen.length > 0 && (
            <Button href={batchAddress(chosen)} download>
              下载选中的 {chosen.length} 份
            </Button>
          )}
          {writes && (
            <Link to="/documents/new">
              <Button type="primary">制作文书</Button>
            </Link>
          )}
        </Space>
      </div>
      <div className="panel">
        <FilterBar />
        <Rows
          label="执法文书"
          columns={columnsFor(isBureau(session), chosen, choose)}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到文书，请刷新。' : '没有符合条件的文书。'}
          least={900}
        />
        <More list={list} />
      </div>
      {mayConsent(session) && <Consents />}
    </>
  );
}
