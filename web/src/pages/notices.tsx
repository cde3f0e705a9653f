// SPDX-License-Identifier: Apache-2.0
// Prior notices as they arrive: received the moment they are filed; opening one only empties the inbox.
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Segmented, Space, Tag } from 'antd';
import { useState } from 'react';
import { api, type Notice } from '../api/client';
import { CirculateForm } from '../forms/circulate';
import { useChange } from '../parts/change';
import { useFilters } from '../parts/filters';
import { LedgerExport, ReceiptSelection } from '../parts/notice-papers';
import { type Column, Rows } from '../parts/rows';
import { SavedViews } from '../parts/saved-views';
import { mayEnterNotices, useSession } from '../parts/session';
import { SiteDays } from '../parts/site-days';
import { channelWords, time } from '../words';
import { More, usePages } from '../parts/pages';

function Opened({ notice, bureau }: { notice: Notice; bureau: string }) {
  const change = useChange('已标记为查看', async () =>
    (await api.POST('/api/v1/notices/{id}/opened', { params: { path: { id: notice.id } } })).data!,
  );
  const mine = notice.addressees.find((one) => one.addressee.bureau === bureau);
  if (!mine) return null;
  if (mine.opened_at)
    return (
      <>
        <Tag color="green">已查看</Tag>
        <div className="muted">{time(mine.opened_at)}</div>
      </>
    );
  return (
    <Button size="small" loading={change.isPending} onClick={() => change.mutate(undefined)}>
      标记已看
    </Button>
  );
}

interface Selection {
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

function Chosen({ notice: { id, project_title }, chosen, onChange }: { notice: Notice } & Selection) {
  const change = (checked: boolean) => onChange(checked ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <Checkbox checked={chosen.includes(id)} aria-label={`选择：${project_title}`} onChange={(event) => change(event.target.checked)} />
  );
}

// Received on the day the paper came, whenever it was entered.
function Received({ notice: { received_on, channel, filed_at } }: { notice: Notice }) {
  return (
    <>
      <span className="whole">{received_on}</span> <Tag>{channelWords[channel]}</Tag>
      <div className="muted">{channel === 'online' ? filed_at.slice(11, 16) : `${filed_at.slice(5, 10)} 录入`}</div>
    </>
  );
}

function columnsFor(bureau: string, selection: Selection): Column<Notice>[] {
  return [
    { title: '选择', width: 32, render: (row) => <Chosen notice={row} {...selection} /> },
    { title: '收到日期', width: 100, render: (row) => <Received notice={row} /> },
    {
      title: '项目',
      render: (row) => (
        <>
          <Link to="/projects/$id" params={{ id: row.project }}>
            {row.project_title}
          </Link>
          <div className="muted">{row.enterprise_name}</div>
        </>
      ),
    },
    { title: '机构', render: (row) => row.institution_name },
    { title: '所在地', render: (row) => row.region_name },
    { title: '现场日期', width: 94, render: (row) => <SiteDays notice={row} /> },
    { title: '现场人员', render: (row) => row.member_names.join('、') },
    {
      title: '回执',
      width: 140,
      render: (row) => {
        const mine = row.addressees.find((one) => one.addressee.bureau === bureau);
        return mine && <span className="whole">{mine.addressee.receipt_number}</span>;
      },
    },
    { title: '查看', width: 100, render: (row) => <Opened notice={row} bureau={bureau} /> },
  ];
}

function Acts() {
  return (
    <Space wrap>
      {mayEnterNotices(useSession().data) && (
        <Link to="/notices/enter">
          <Button type="primary">录入纸质告知</Button>
        </Link>
      )}
      <LedgerExport />
    </Space>
  );
}

export function NoticesPage() {
  const session = useSession();
  const [{ show }, setFilters] = useFilters();
  const only = show === 'all' ? 'all' : 'unopened';
  const [marked, setMarked] = useState<string[]>([]);
  const list = usePages(['notices', only], async (from) =>
      (
        await api.GET('/api/v1/notices', {
          params: { query: { ...(only === 'unopened' ? { unopened: '1' } : {}), ...from } },
        })
      ).data!);
  const rows = list.rows;
  const shown = rows.map((row) => row.id);
  const chosen = marked.filter((id) => shown.includes(id));
  return (
    <>
      <div className="headline">
        <div>
          <h1>从业告知</h1>
          <p>告知在机构提交时即已收到并开具回执，不需要批准。</p>
        </div>
        <Acts />
      </div>
      <div className="panel">
        <SavedViews list="notices" />
        <div className="filters">
          <Segmented
            value={only}
            onChange={(chosen) => setFilters({ show: chosen === 'all' ? 'all' : undefined })}
            options={[
              { value: 'unopened', label: '未查看' },
              { value: 'all', label: '全部' },
            ]}
          />
          <ReceiptSelection shown={shown} chosen={chosen} onChange={setMarked} />
          {chosen.length > 0 && (
            <CirculateForm
              kind="transfer"
              label={`转办（${chosen.length} 件）`}
              matters={chosen.map((id) => ({ kind: 'notice' as const, id }))}
              done={() => setMarked([])}
            />
          )}
        </div>
        <Rows
          label="从业告知"
          columns={columnsFor(session.data?.unit ?? '', { chosen, onChange: setMarked })}
          rows={rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到告知，请刷新。' : only === 'unopened' ? '没有未查看的告知。' : '还没有告知。'}
          least={1060}
        />
        <More list={list} />
      </div>
    </>
  );
}
