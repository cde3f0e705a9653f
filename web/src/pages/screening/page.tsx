// SPDX-License-Identifier: Apache-2.0
// A report held against those filed before: figures, both texts, what is found, who came later, what it was done with.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Result, Space, Spin } from 'antd';
import { Problem } from '../../api/client';
import { readingOf, type Screening, screeningOf, type Source } from '../../api/findings';
import { bondWords, count, kClueNote, perMille, progressWords, quotedFrom, sourceName } from '../../findings-words';
import { EnterFindingForm } from '../../forms/finding-entry';
import { useFilters } from '../../parts/filters';
import { FindingLines, LedgerEntry, ScreeningLink } from '../../parts/findings';
import { type Column, Rows } from '../../parts/rows';
import { mayAskScreening, mayDecideFindings, useSession } from '../../parts/session';
import { time } from '../../words';
import { AskAgainForm } from './ask-again';
import { FigureBar, WithWhom } from './figures';
import { SideBySide } from './side-by-side';
import './screening.css';

function Headline({ screening }: { screening: Screening }) {
  const session = useSession().data;
  const { report, state, file_name, project, title, institution_name, enterprise_name } = screening;
  const settled = state === 'done' || state === 'unreadable';
  return (
    <div className="headline">
      <div>
        <h1>查重：{title}</h1>
        <p>
          {institution_name}，{enterprise_name}，{file_name}，
          <Link to="/projects/$id" params={{ id: project }}>
            项目 {project}
          </Link>
        </p>
      </div>
      <Space wrap className="no-print">
        {mayDecideFindings(session) && <EnterFindingForm report={report} />}
        {settled && mayAskScreening(session) && <AskAgainForm report={report} />}
        {screening.figures && (
          <Link to="/reports/$id/screening/print" params={{ id: report }}>
            <Button tabIndex={-1}>证据打印件</Button>
          </Link>
        )}
      </Space>
    </div>
  );
}

function Standing({ screening }: { screening: Screening }) {
  const { state, screened_at: before } = screening;
  if (state === 'done') return null;
  const earlier = before && state !== 'unreadable' ? `下面是 ${time(before)} 的结果。` : '';
  return (
    <Alert
      style={{ marginBottom: 16 }}
      showIcon
      role="status"
      type={state === 'unreadable' ? 'warning' : 'info'}
      title={progressWords(screening)}
      description={state === 'unreadable' ? '机构应当提交可以打开的文件。文件修好后作为新版本提交，会再次查重。' : `${earlier}完成后这一页自动更新，可以先离开。`}
    />
  );
}

function Found({ screening }: { screening: Screening }) {
  if (screening.findings.length === 0) return <p className="muted">这份报告没有线索。</p>;
  return (
    <>
      <FindingLines findings={screening.findings} all={{ report: screening.report }} />
      <p className="muted note">{kClueNote}</p>
    </>
  );
}

const laterColumns: Column<{ row: Source; report: string }>[] = [
  {
    title: '后来的报告',
    render: ({ row, report }) =>
      row.institution_name ? (
        <>
          <ScreeningLink report={row.report} source={report}>
            {row.title}
          </ScreeningLink>
          <div className="muted">{row.enterprise_name}</div>
        </>
      ) : (
        sourceName(row)
      ),
  },
  { title: '机构', render: ({ row }) => row.institution_name || '（其他机构，不显示）' },
  { title: '提交', width: 136, render: ({ row }) => time(row.filed_at) },
  { title: '相同', width: 130, render: ({ row }) => `${row.passages} 段，${count(row.shared)} 字` },
  { title: '关系', width: 190, render: ({ row }) => bondWords[row.bond] },
];

function Later({ screening: { later, report } }: { screening: Screening }) {
  if (later.length === 0) return null;
  return (
    <div className="panel">
      <h2>后来有相同文字的报告</h2>
      <p className="muted">比本报告晚提交、与本报告有相同文字的。谁先提交，以账本记录的时间为准。</p>
      <Rows label="后来有相同文字的报告" columns={laterColumns} rows={later.map((row) => ({ row, report }))} rowKey={({ row }) => row.report} empty="" least={760} />
    </div>
  );
}

type Quoted = Screening['quotations'][number];
const quotedColumns: Column<Quoted & { report: string }>[] = [
  { title: '引用自', render: (row) => quotedFrom(row) || '认定过的通用文本' },
  { title: '版本', width: 200, render: (row) => row.edition ?? '—' },
  { title: '性质', width: 180, render: (row) => ({ law: '法律法规标准', own_template: '本机构公开模板' })[row.as] ?? '通用文本' },
  { title: '一致', width: 80, render: (row) => perMille(row.identity) },
  { title: '字数', width: 80, render: (row) => row.a_to - row.a_from },
  {
    title: '位置',
    width: 120,
    render: (row) => (
      <ScreeningLink report={row.report} at={row.a_from} to={row.a_to}>
        第 {row.a_from + 1} 字起
      </ScreeningLink>
    ),
  },
];

function Quotations({ screening: { quotations, report } }: { screening: Screening }) {
  if (quotations.length === 0) return null;
  return (
    <details className="panel">
      <summary>引用 {quotations.length} 处：不计入相同，正文里用灰色标出</summary>
      <Rows label="引用" columns={quotedColumns} rows={quotations.map((one) => ({ ...one, report }))} rowKey={(row) => `${row.a_from} ${row.name}`} empty="" least={800} />
    </details>
  );
}

function Made({ screening }: { screening: Screening }) {
  const { engine, compared_with, screened_at, entry, file, file_sha256, document, evidence } = screening;
  const digests: [string, string][] = [
    ['报告文件 SM3', file],
    ['报告文件 SHA-256', file_sha256],
    ['读出的文本 SM3', document],
    ['比对结果 SM3', evidence],
  ];
  return (
    <div className="panel">
      <h2>这次查重</h2>
      <dl className="facts-line">
        <div>
          <dt>完成</dt>
          <dd>{screened_at ? time(screened_at) : '—'}</dd>
        </div>
        <div>
          <dt>比对</dt>
          <dd>{count(compared_with)} 份报告</dd>
        </div>
        <div>
          <dt>程序</dt>
          <dd>{engine}</dd>
        </div>
        {entry !== undefined && (
          <div>
            <dt>存证</dt>
            <dd>
              <LedgerEntry entry={entry} />
            </dd>
          </div>
        )}
        {digests.filter(([, digest]) => digest).map(([name, digest]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="digest">{digest}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Texts({ screening }: { screening: Screening }) {
  const reading = useQuery({
    queryKey: ['reading', screening.report, screening.document],
    staleTime: Infinity,
    queryFn: () => readingOf(screening.report),
  });
  if (reading.isPending) return <div className="panel scan-empty" role="status">正在读取报告文本…</div>;
  if (!reading.data) return <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={`没有读到报告文本：${reading.error?.message}`} />;
  return <SideBySide screening={screening} reading={reading.data} />;
}

function useScreening(report: string) {
  return useQuery({
    queryKey: ['screening', report],
    queryFn: () => screeningOf(report),
    refetchInterval: ({ state: { data } }) => (data?.state === 'running' ? 1500 : data?.state === 'waiting' ? 4000 : false),
  });
}

export function ScreeningPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useScreening(id);
  const [filters, setFilters] = useFilters();
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const gone = found.error instanceof Problem && found.error.status === 404;
    return <Result status={gone ? '404' : '500'} title={gone ? '没有这份报告，或您不能查看它的查重' : '没有读到查重，请刷新'} />;
  }
  const screening = found.data;
  const choose = (source: string) => {
    const first = screening.passages.find((one) => one.report === source)?.passages.map((one) => one.a_from) ?? [];
    setFilters({ source, at: first.length > 0 ? String(Math.min(...first)) : undefined, to: undefined });
  };
  return (
    <div className="wide">
      <Headline screening={screening} />
      <Standing screening={screening} />
      {screening.figures && (
        <div className="panel overview">
          <div>
            <FigureBar figures={screening.figures} />
            <WithWhom screening={screening} chosen={filters.source ?? screening.sources[0]?.report} choose={choose} />
          </div>
          <div>
            <h2>线索（{screening.findings.length} 条）</h2>
            <Found screening={screening} />
          </div>
        </div>
      )}
      {screening.document && <Texts screening={screening} />}
      <Later screening={screening} />
      <Quotations screening={screening} />
      {screening.screened_at && <Made screening={screening} />}
    </div>
  );
}
