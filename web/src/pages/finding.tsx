// SPDX-License-Identifier: Apache-2.0
// One finding: what is seen and where, which clause it may touch, what was said and decided.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Descriptions, Result, Space, Spin } from 'antd';
import { Problem } from '../api/client';
import { type Finding, type FindingAct, findingOf, readingOf } from '../api/findings';
import { factName } from '../finding-fact-words';
import { actWords, bondWords, count, isTold, isWatch, kClueNote, kToldNote, kWatchNote, recordWords, sentence, sourceName, strengthMeans } from '../findings-words';
import { OpenDeterminationForm } from '../forms/determination-acts';
import { FindingAnswerForm, FindingDecisions } from '../forms/finding-acts';
import { FindingHold } from '../forms/finding-hold';
import { ActsPanel } from '../parts/acts/acts';
import { useRegionName } from '../parts/catalogue';
import { LedgerEntry, ScreeningLink, StateTag, StrengthTag } from '../parts/findings';
import { OpenCase } from '../parts/open-case';
import { PhotosPanel } from '../parts/photos/photos';
import { PlotFigure } from '../parts/plot';
import { isInstitution, mayAnswerFindings, mayDecideFindings, mayHoldDraws, useSession } from '../parts/session';
import { Why } from '../parts/why';
import { time } from '../words';
import { excerptsOf, runsOf } from './screening/excerpts';

function Headline({ finding }: { finding: Finding }) {
  const session = useSession().data;
  const { summary } = finding;
  const own = isInstitution(session) && session?.unit === summary.institution;
  return (
    <div className="headline">
      <div>
        <h1>{summary.detector_name}</h1>
        <p>
          <StateTag state={summary.state} />
          <StrengthTag strength={summary.strength} />
          {summary.id}　{summary.institution_name}
        </p>
      </div>
      <Space wrap className="no-print">
        {own && mayAnswerFindings(session) && <FindingAnswerForm finding={finding} />}
        {mayDecideFindings(session) && <FindingDecisions finding={finding} />}
        {mayHoldDraws(session) && summary.report && <OpenDeterminationForm report={summary.report} finding={summary.id} />}
        <FindingHold finding={finding} />
        <OpenCase source="finding" id={summary.id} institution={summary.institution} project={summary.project} text={summary.detector_name} />
      </Space>
    </div>
  );
}

const noteOf = (detector: string) => (isTold(detector) ? kToldNote : isWatch(detector) ? kWatchNote : kClueNote);

// What it is about: a report of a project, or the institution itself.
function aboutOf({ summary }: Finding) {
  const { report, project } = summary;
  if (!report || !project)
    return [
      {
        key: 'institution',
        label: '机构',
        children: (
          <Link to="/institutions/$id" params={{ id: summary.institution }}>
            {summary.institution_name}
          </Link>
        ),
      },
    ];
  return [
    {
      key: 'report',
      label: '报告',
      children: (
        <>
          <ScreeningLink report={report}>{summary.report_title}</ScreeningLink>
          {`　${summary.enterprise_name}`}
        </>
      ),
    },
    {
      key: 'project',
      label: '项目',
      children: (
        <Link to="/projects/$id" params={{ id: project }}>
          {project}
        </Link>
      ),
    },
  ];
}

function Seen({ finding }: { finding: Finding }) {
  const { summary, facts, clause, hook, record } = finding;
  const region = useRegionName(summary.region);
  const numbers = facts.filter(({ name }) => name !== 'family');
  return (
    <div className="panel">
      <h2>看到了什么</h2>
      <p className="seen">{sentence(summary.words)}</p>
      <p className="muted">{noteOf(summary.detector)}</p>
      <Descriptions
        size="small"
        column={1}
        bordered
        styles={{ label: { width: 120 } }}
        items={[
          ...aboutOf(finding),
          { key: 'strength', label: '明显程度', children: <>{<StrengthTag strength={summary.strength} />}{strengthMeans[summary.strength]}</> },
          ...numbers.map(({ name, value }, at) => ({ key: `fact ${at}`, label: factName(name), children: value })),
          ...(hook || clause
            ? [{ key: 'clause', label: '可能涉及', children: <>{hook}{clause && <Why citation={clause} clears="经办部门采纳或者排除" />}</> }]
            : []),
          { key: 'who', label: '由谁处理', children: `${region}应急管理部门及其上级的经办人、科（处）长或者负责人` },
          { key: 'record', label: '这类线索', children: recordWords(record) },
        ]}
      />
    </div>
  );
}

function Held({ hold }: { hold: NonNullable<Finding['hold']> }) {
  return (
    <Alert
      style={{ marginBottom: 16 }}
      type="warning"
      showIcon
      title={`暂不告知机构，至 ${hold.until}：${hold.reason}`}
      description={`${hold.unit_name} ${time(hold.at)}。机构现在看不到${hold.project ? '这个项目的线索；项目归档、' : '资质保持的线索；'}到期或者提前告知后看到。要求说明、采纳之前，先告知。`}
    />
  );
}

function SourceLines({ finding: { source } }: { finding: Finding }) {
  if (!source) return null;
  return (
    <div className="source-card">
      <div>
        <strong>{sourceName(source)}</strong>　{source.title}
      </div>
      <div className="muted">
        {source.enterprise_name && `${source.enterprise_name}，`}
        {time(source.filed_at)} 提交，{bondWords[source.bond]}
      </div>
      {source.passages > 0 ? (
        <div>
          相同 {source.passages} 段，{count(source.shared)} 字
        </div>
      ) : (
        source.project && <ScreeningLink report={source.report}>打开这份报告</ScreeningLink>
      )}
      {!source.institution_name && <p className="muted">{source.passages > 0 ? '来源是其他机构的报告，只能查看相同的段落。' : '来源是其他机构的报告，不显示是哪一家。'}</p>}
    </div>
  );
}

function Numbers({ finding: { exhibit, summary } }: { finding: Finding }) {
  if (!exhibit?.plot) return null;
  return (
    <div className="panel">
      <h2>数据</h2>
      <PlotFigure plot={exhibit.plot} detector={summary.detector} />
    </div>
  );
}

// The report that shares its text, to be read beside this one.
const besideOf = ({ source }: Finding) => (source && source.passages > 0 ? { source: source.report } : {});

const kExcerpts = 5;

// Where it stands in the report, with the beginning of each place.
function Places({ finding, report }: { finding: Finding; report: string }) {
  const { summary } = finding;
  const where = summary.detector.startsWith('numbers.') ? runsOf(finding.where) : finding.where;
  const reading = useQuery({ queryKey: ['reading', report], queryFn: () => readingOf(report), enabled: where.length > 0 });
  if (where.length === 0) return <p className="muted">这条线索不涉及具体的段落。</p>;
  if (reading.isPending) return <p className="muted">正在读取报告文本…</p>;
  if (!reading.data) return <p className="muted">没有读到报告文本：{reading.error?.message}</p>;
  const excerpts = excerptsOf(reading.data, where.slice(0, kExcerpts));
  return (
    <>
      <ol className="excerpts">
        {excerpts.map((one, at) => (
          <li key={at}>
            <blockquote className="typed">{one.text}</blockquote>
            <div className="muted">
              {one.page > 0 && `第 ${one.page} 页　`}第 {one.from + 1} 字起，{one.to > one.from ? `${one.to - one.from} 字` : '此处'}
              {'　'}
              <ScreeningLink report={report} at={one.from} to={one.to} {...besideOf(finding)}>
                在报告里查看
              </ScreeningLink>
            </div>
          </li>
        ))}
      </ol>
      {where.length > kExcerpts && <p className="muted">共 {where.length} 处，其余在报告里逐处查看。</p>}
    </>
  );
}

function Texts({ finding, report }: { finding: Finding; report: string }) {
  const beside = besideOf(finding);
  return (
    <div className="panel">
      <div className="card-head" style={{ marginTop: 0 }}>
        <h2>依据的文本</h2>
        <Space wrap className="no-print">
          <ScreeningLink report={report} {...beside}>
            <Button type="primary" tabIndex={-1}>
              {'source' in beside ? '并排查看' : '查看报告文本'}
            </Button>
          </ScreeningLink>
          <Link to="/reports/$id/screening/print" params={{ id: report }} search={beside as never}>
            <Button tabIndex={-1}>证据打印件</Button>
          </Link>
        </Space>
      </div>
      <SourceLines finding={finding} />
      <Places finding={finding} report={report} />
    </div>
  );
}

function Act({ act }: { act: FindingAct }) {
  return (
    <li>
      <div>
        <strong>{actWords[act.kind] ?? act.kind}</strong>
      </div>
      <div className="typed">{act.text}</div>
      <div className="muted">
        {time(act.at)}　{act.unit_name}
      </div>
      <div className="muted">
        <LedgerEntry entry={act.entry} />
      </div>
    </li>
  );
}

function Acts({ finding: { acts, summary } }: { finding: Finding }) {
  return (
    <ol className="timeline" aria-label="时间线">
      {[...acts].reverse().map((act) => (
        <Act key={act.entry} act={act} />
      ))}
      <li>
        <div>
          <strong>{isTold(summary.detector) ? '记入线索' : '平台提出线索'}</strong>
        </div>
        <div className="muted">{time(summary.raised_at)}</div>
        <div className="muted">
          <LedgerEntry entry={summary.entry} />
        </div>
      </li>
    </ol>
  );
}

export function FindingPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery({ queryKey: ['finding', id], queryFn: () => findingOf(id) });
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const gone = found.error instanceof Problem && found.error.status === 404;
    return <Result status={gone ? '404' : '500'} title={gone ? '没有这条线索，或您不能查看' : '没有读到线索，请刷新'} />;
  }
  const finding = found.data;
  const { report } = finding.summary;
  return (
    <>
      <Headline finding={finding} />
      {finding.hold && <Held hold={finding.hold} />}
      <div className="two">
        <div>
          <Seen finding={finding} />
          <Numbers finding={finding} />
          <ActsPanel finding={finding} />
          <PhotosPanel finding={finding} />
          {report && <Texts finding={finding} report={report} />}
        </div>
        <div className="panel">
          <h2>时间线</h2>
          <Acts finding={finding} />
        </div>
      </div>
    </>
  );
}
