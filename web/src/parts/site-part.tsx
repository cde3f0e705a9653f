// SPDX-License-Identifier: Apache-2.0
// The site in the order of the work: surveyed, talked over, measures proposed and followed, confirmed by the enterprise.
import { Descriptions, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Project } from '../api/client';
import { type Exchange, type Measure, type Site, type SiteConfirmation } from '../api/site';
import { ExchangeForm } from '../forms/exchange';
import { AnswersForm } from '../forms/measure-answers';
import { MeasuresForm } from '../forms/measures';
import { RecheckForm } from '../forms/recheck';
import { SiteConfirmationForm } from '../forms/site-confirmation';
import { measureState } from '../site-words';
import { time } from '../words';
import { ActFiles, type Evidence, filesOfAct } from './act-files';
import { MeasureFiles } from './measure-files';
import { type Column, Rows } from './rows';
import { isParty, surveysFor, useSession } from './session';
import { SpotChecks } from './spot-checks';
import { SurveyList } from './survey-list';
import { useSite } from './use-site';

function Head({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="card-head">
      <h3>{title}</h3>
      {children && <div className="no-print">{children}</div>}
    </div>
  );
}

const label = { label: { width: 108 } };

function filesRow(project: Project, files: Evidence[]) {
  if (files.length === 0) return [];
  return [{ key: 'files', label: `材料（${files.length}）`, children: <ActFiles project={project.id} files={files} /> }];
}

function ExchangeFacts({ project, exchange }: { project: Project; exchange: Exchange }) {
  const files = filesOfAct(project, exchange.entry, exchange.recorded_at);
  return (
    <Descriptions
      style={{ marginBottom: 16 }}
      size="small"
      bordered
      column={1}
      styles={label}
      title={`${exchange.place}　${time(exchange.held_at)}`}
      items={[
        { key: 'm', label: '机构人员', children: exchange.member_names.join('、') || '没有写明' },
        { key: 'e', label: '企业人员', children: exchange.enterprise_people },
        { key: 'c', label: '内容', children: <span className="typed">{exchange.content}</span> },
        { key: 'r', label: '结果', children: <span className="typed">{exchange.result}</span> },
        ...filesRow(project, files),
        { key: 't', label: '服务器收到', children: time(exchange.recorded_at) },
      ]}
    />
  );
}

function State({ measure }: { measure: Measure }) {
  const { label: word, color } = measureState(measure);
  return <Tag color={color}>{word}</Tag>;
}

function Lines({ day, text }: { day: string | undefined; text: string | undefined }) {
  if (!day && !text) return null;
  return (
    <>
      {day && <div className="whole">{day}</div>}
      {text}
    </>
  );
}

const measureColumns: Column<Measure>[] = [
  { title: '序号', width: 30, render: (row) => row.number },
  {
    title: '问题',
    render: ({ measure }) => (
      <>
        {measure.problem} {measure.major && <Tag color="red">重大事故隐患</Tag>}
      </>
    ),
  },
  {
    title: '措施建议',
    render: ({ measure }) => (
      <>
        {measure.measure}
        <div className="muted">依据：{measure.basis}</div>
      </>
    ),
  },
  { title: '状态', width: 84, render: (row) => <State measure={row} /> },
  { title: '企业答复', width: 110, render: (row) => <Lines day={row.done_on && `${row.done_on} 完成`} text={row.answer_note} /> },
  { title: '复核', width: 110, render: (row) => <Lines day={row.checked_on} text={row.check_note} /> },
];

function ConfirmationFacts({ project, one }: { project: Project; one: SiteConfirmation }) {
  return (
    <Descriptions
      style={{ marginBottom: 16 }}
      size="small"
      bordered
      column={1}
      styles={label}
      title={`${time(one.recorded_at)} 企业确认`}
      items={[
        {
          key: 'p',
          label: '现场人员',
          children: (
            <div>
              <Tag color={one.people_match ? 'green' : 'red'}>{one.people_match ? '与项目组一致' : '与项目组不一致'}</Tag>
              {one.difference}
            </div>
          ),
        },
        { key: 'd', label: '提供的资料', children: <Tag color={one.data_true ? 'green' : 'orange'}>{one.data_true ? '真实、完整并已盖章' : '还没有做到真实、完整并盖章'}</Tag> },
        { key: 'w', label: '委派专人', children: `${one.delegate}（${one.delegate_office}）` },
        ...(one.note ? [{ key: 'n', label: '说明', children: one.note }] : []),
        ...filesRow(project, filesOfAct(project, one.entry, one.recorded_at)),
      ]}
    />
  );
}

function MeasureActs({ project, measures }: { project: Project; measures: Measure[] }) {
  const session = useSession().data;
  const open = measures.filter((one) => !one.settled);
  return (
    <>
      {surveysFor(session, project) && <MeasuresForm project={project} />}{' '}
      {surveysFor(session, project) && open.length > 0 && <RecheckForm project={project} measures={open} />}
      {isParty(session, project) && open.length > 0 && <AnswersForm project={project} measures={open} />}
    </>
  );
}

function Settled({ project, site }: { project: Project; site: Site }) {
  const session = useSession().data;
  return (
    <>
      <Head title="交换意见">{surveysFor(session, project) && <ExchangeForm project={project} />}</Head>
      {site.exchanges.length === 0 && <p className="muted">还没有与委托方交换意见的记录。</p>}
      {site.exchanges.map((one) => (
        <ExchangeFacts key={one.entry} project={project} exchange={one} />
      ))}
      <Head title="措施建议及整改">
        <MeasureActs project={project} measures={site.measures} />
      </Head>
      <Rows
        label="措施建议"
        columns={measureColumns}
        rows={site.measures}
        rowKey={(row) => String(row.number)}
        empty="还没有提出措施建议。"
        least={640}
      />
      <MeasureFiles project={project} />
      <Head title="企业确认">{isParty(session, project) && <SiteConfirmationForm project={project} />}</Head>
      {site.confirmations.length === 0 && <p className="muted">企业还没有确认现场人员和所提供的资料。</p>}
      {site.confirmations.map((one) => (
        <ConfirmationFacts key={one.entry} project={project} one={one} />
      ))}
      <Head title="监督抽查" />
      <SpotChecks project={project} checks={site.spot_checks} />
    </>
  );
}

export function SitePart({ project }: { project: Project }) {
  const site = useSite(project.id);
  return (
    <>
      <Head title="现场勘验" />
      <SurveyList project={project} />
      {site.isPending && <p className="rows-note">正在读取…</p>}
      {site.error && <p className="rows-note">没有读到交换意见、措施建议和企业确认，请刷新。</p>}
      {site.data && <Settled project={project} site={site.data} />}
    </>
  );
}
