// SPDX-License-Identifier: Apache-2.0
// On a project's page: where the report stands on its institution's own site, and who looked.
import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Space, Tag } from 'antd';
import { checkDisclosure, type DisclosedReport, type Disclosure, type DisclosureCheck, disclosureOf } from '../api/disclosure';
import type { Project } from '../api/client';
import { asWords, lookerWords, sightWords } from '../disclosure-words';
import { CopyForm, CopyWithdrawal } from '../forms/copy';
import { DisclosureForm, DisclosureWithdrawal } from '../forms/disclosure';
import { SightingForm } from '../forms/sighting';
import { time } from '../words';
import { useCatalogueName } from './catalogue';
import { useChange } from './change';
import { type Column, Rows } from './rows';
import { mayCheckDisclosure, mayDisclose, useSession } from './session';

// The portal has the report's number, and nobody took it back.
const isPublic = ({ reports }: Project) => reports[0]?.number !== undefined && reports[0].withdrawn === undefined;

function Look({ project }: { project: Project }) {
  const change = useChange('已核对并记录', () => checkDisclosure(project.id));
  return (
    <Button loading={change.isPending} onClick={() => change.mutate(undefined)}>
      平台核对
    </Button>
  );
}

function Acts({ project, disclosure }: { project: Project; disclosure: Disclosure }) {
  const session = useSession().data;
  const { current } = disclosure;
  return (
    <Space wrap className="no-print" style={{ margin: '12px 0' }}>
      {current && mayCheckDisclosure(session) && disclosure.server_looks && <Look project={project} />}
      {current && mayCheckDisclosure(session) && <SightingForm project={project} />}
      {mayDisclose(session) && <DisclosureForm project={project} current={current} />}
      {current && mayDisclose(session) && <DisclosureWithdrawal project={project} />}
      {mayDisclose(session) && isPublic(project) && !disclosure.copy && <CopyForm project={project} />}
      {mayDisclose(session) && disclosure.copy && <CopyWithdrawal project={project} />}
    </Space>
  );
}

function Address({ current }: { current: DisclosedReport }) {
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <a href={current.url} target="_blank" rel="noopener noreferrer nofollow">
        {current.url}
      </a>{' '}
      {current.own_site === false && <Tag color="orange">不在登记的机构网站上</Tag>}
      {!current.latest && <Tag color="orange">是旧版报告的网址</Tag>}
      {current.failed_days > 0 && <Tag color="orange">连续 {current.failed_days} 天未核对到</Tag>}
    </div>
  );
}

function columnsFor(as: DisclosedReport['as']): Column<DisclosureCheck>[] {
  return [
    {
      title: '时间',
      width: 150,
      render: (row) => (
        <>
          <div className="whole">{time(row.seen_at)}</div>
          {row.by !== 'server' && <div className="muted">记录 {time(row.recorded_at)}</div>}
        </>
      ),
    },
    { title: '方式', width: 110, render: (row) => lookerWords[row.by] },
    {
      title: '结果',
      render: (row) => {
        const { label, color } = sightWords(row, as);
        return (
          <>
            <Tag color={color}>{label}</Tag>
            {row.sm3 && row.sight === 'different' && <div className="digest">SM3 {row.sm3}</div>}
            {row.note}
          </>
        );
      },
    },
  ];
}

function Facts({ current }: { current: DisclosedReport }) {
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      styles={{ label: { width: 108 } }}
      items={[
        { key: 'u', label: '网址', children: <Address current={current} /> },
        { key: 'a', label: '公开的是', children: asWords[current.as] },
        ...(current.public_since ? [{ key: 's', label: '公开日期', children: `${current.public_since}（机构所述）` }] : []),
        { key: 'r', label: '登记', children: time(current.recorded_at) },
      ]}
    />
  );
}

function CopyFacts({ copy }: { copy: NonNullable<Disclosure['copy']> }) {
  const part = useCatalogueName('redaction_parts');
  return (
    <p style={{ margin: '8px 0 0' }}>
      {time(copy.published_at)} 在公开查询页面公开遮盖后的副本：{copy.file.file_name}，遮盖{' '}
      {copy.covered.map((one) => `第 ${one.page} 页${part(one.part)}`).join('、')}。
    </p>
  );
}

function Changes({ disclosure }: { disclosure: Disclosure }) {
  const told = disclosure.changes.filter((one) => one.withdrawn || one.reason !== undefined);
  return (
    <>
      {told.map((one) => (
        <p key={one.entry} className="muted" style={{ margin: '8px 0 0', overflowWrap: 'anywhere' }}>
          {time(one.recorded_at)} {one.withdrawn ? '撤下' : '变更为'} {one.url}：{one.reason}
        </p>
      ))}
    </>
  );
}

export function DisclosurePanel({ project }: { project: Project }) {
  const query = useQuery({ queryKey: ['disclosure', project.id], queryFn: () => disclosureOf(project.id) });
  if (project.reports.length === 0 || !query.data) return null;
  const disclosure = query.data;
  const { current } = disclosure;
  return (
    <div className="panel">
      <h2>机构网站公开</h2>
      {current ? (
        <Facts current={current} />
      ) : (
        <p className="muted">还没有登记报告在机构网站上的公开网址。平台只记网址和核对结果，不留存报告副本。</p>
      )}
      <Changes disclosure={disclosure} />
      {disclosure.copy && <CopyFacts copy={disclosure.copy} />}
      <Acts project={project} disclosure={disclosure} />
      {disclosure.checks.length > 0 && (
        <Rows
          label="公开网址核对"
          columns={columnsFor(current?.as ?? 'original')}
          rows={disclosure.checks}
          rowKey={(row) => String(row.entry)}
          empty="还没有核对。"
          least={400}
        />
      )}
    </div>
  );
}
