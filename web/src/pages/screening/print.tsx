// SPDX-License-Identifier: Apache-2.0
// On paper: what was found, both texts of each passage beside each other, and by what it can be checked.
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Result, Select, Space, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Finding, findingOf, type Passage, type Reading, readingOf, type Screening, screeningOf, type Source, sourceReadingOf } from '../../api/findings';
import * as words from '../../findings-words';
import { ActsOnPaper } from '../../parts/acts/acts';
import { useFilters } from '../../parts/filters';
import { PhotosOnPaper } from '../../parts/photos/photos';
import { PlotFigure } from '../../parts/plot';
import { useSession } from '../../parts/session';
import { time } from '../../words';
import { passagesOf } from './coats';
import { markedIn, piecesOf, type Side, type Span, spansOf, tellsPieces } from './marks';
import { lastFrom, PointText } from './text';
import './print.css';

function Facts({ rows }: { rows: [string, ReactNode][] }) {
  return (
    <table className="paper-facts">
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// What is the same is underlined: it is to be seen on a copy without colours too.
function Side({ passage, side, reading }: { passage: Passage; side: Side; reading: Reading }) {
  const [span] = spansOf(side, [passage]);
  const texts = reading.parts.map((part) => new PointText(part.from, part.text));
  const text = span && texts[lastFrom(texts, span.from)];
  if (!span || !text) return null;
  const pieces: Span[] = tellsPieces(passage) ? piecesOf(side, [passage]) : [span];
  const page = reading.pages[lastFrom(reading.pages, span.from)]?.page;
  return (
    <td>
      <div className="paper-place">
        {page !== undefined && `第 ${page} 页，`}第 {span.from + 1}–{span.to} 字
      </div>
      <div className="typed">
        {markedIn(span, { piece: pieces }).map((one) =>
          one.ids.piece === undefined ? text.slice(one.from, one.to) : <u key={one.from}>{text.slice(one.from, one.to)}</u>,
        )}
      </div>
    </td>
  );
}

function PassageRows({ passages, reading, source }: { passages: Passage[]; reading: Reading; source: Reading }) {
  return (
    <table className="paper-texts">
      <thead>
        <tr>
          <th scope="col">本报告</th>
          <th scope="col">来源</th>
        </tr>
      </thead>
      {passages.map((passage, at) => (
        <tbody key={passage.a_from}>
          <tr>
            <th colSpan={2} scope="rowgroup">
              第 {at + 1} 段　{words.count(passage.characters)} 字，一致 {words.perMille(passage.identity)}
              {passage.family && `，以前认定过：${passage.family}`}
            </th>
          </tr>
          <tr>
            <Side passage={passage} side="a" reading={reading} />
            <Side passage={passage} side="b" reading={source} />
          </tr>
        </tbody>
      ))}
    </table>
  );
}

function SourcePart({ screening, source, number, reading, text }: { screening: Screening; source: Source; number: number; reading: Reading; text: Reading }) {
  const document = screening.passages.find((one) => one.report === source.report)?.document ?? '';
  return (
    <section>
      <h3>
        来源 {number}：{words.sourceName(source)}
      </h3>
      <Facts
        rows={[
          ...(source.title ? ([['来源报告', `${source.title}（${source.report}），${source.enterprise_name}`]] as [string, ReactNode][]) : []),
          ['提交', `${time(source.filed_at)}，${words.bondWords[source.bond]}`],
          ['相同', words.sourceLine(source, screening.figures?.characters ?? 0)],
          ['来源文本 SM3', <span className="digest">{document}</span>],
        ]}
      />
      {!text.whole && <p>来源是其他机构的报告，这里只有相同的段落。</p>}
      <PassageRows passages={passagesOf(screening, source.report)} reading={reading} source={text} />
    </section>
  );
}

function FindingRow({ finding, seen }: { finding: Finding; seen: () => void }) {
  const { summary, acts, hook, exhibit } = finding;
  return (
    <tr>
      <td>
        {summary.id}
        <br />
        {summary.detector_name}
        <br />
        明显程度：{words.strengthWords[summary.strength].label}
        <br />
        状态：{words.stateWords[summary.state].label}
      </td>
      <td>
        {words.sentence(summary.words)}
        {hook && `可能涉及：${hook}。`}
        {exhibit?.plot && <PlotFigure plot={exhibit.plot} detector={summary.detector} onPaper />}
        <ActsOnPaper finding={finding} />
        <PhotosOnPaper finding={finding} seen={seen} />
        {acts.map((act) => (
          <div key={act.entry} className="typed">
            {time(act.at)} {act.unit_name} {words.actWords[act.kind] ?? act.kind}：{act.text}
          </div>
        ))}
      </td>
      <td>{[summary.entry, ...acts.map((act) => act.entry)].join('、')}</td>
    </tr>
  );
}

function FindingRows({ findings, seen }: { findings: Finding[]; seen: () => void }) {
  if (findings.length === 0) return <p>没有线索。</p>;
  return (
    <table className="paper-list">
      <thead>
        <tr>
          <th scope="col">线索</th>
          <th scope="col">内容和经过</th>
          <th scope="col">账本条目</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <FindingRow key={finding.summary.id} finding={finding} seen={seen} />
        ))}
      </tbody>
    </table>
  );
}

function FigureTable({ screening }: { screening: Screening }) {
  const { figures } = screening;
  if (!figures) return null;
  const row = (label: string, characters: number): [string, ReactNode] => [label, `${words.count(characters)} 字，${words.share(characters, figures.characters)}`];
  return (
    <Facts
      rows={[
        ['全文', `${words.count(figures.characters)} 字（不计标点和空白，一个数算一个字）`],
        ...words.portionsOf(figures).map((one) => row(`${one.label}：${one.means}`, one.characters)),
        ['隐藏：读者看不见的', `${words.count(figures.hidden)} 字`],
      ]}
    />
  );
}

function HiddenList({ reading: { hidden } }: { reading: Reading }) {
  if (hidden.length === 0) return null;
  return (
    <section>
      <h2>五、读者看不见的文字</h2>
      <table className="paper-list">
        <thead>
          <tr>
            <th scope="col">位置</th>
            <th scope="col">怎样隐藏</th>
            <th scope="col">文字</th>
          </tr>
        </thead>
        <tbody>
          {hidden.slice(0, 200).map((one, at) => (
            <tr key={at}>
              <td>
                {one.page > 0 && `第 ${one.page} 页，`}第 {one.at + 1} 字前
              </td>
              <td>{words.hiddenWords[one.how] ?? one.how}</td>
              <td className="typed">{one.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden.length > 200 && <p>共 {hidden.length} 处，这里列出前 200 处。</p>}
    </section>
  );
}

// What the whole paper needs; the texts of its sources one by one.
function usePaper(id: string, chosen: string | undefined) {
  const screening = useQuery({ queryKey: ['screening', id], queryFn: () => screeningOf(id) });
  const reading = useQuery({ queryKey: ['reading', id, screening.data?.document], queryFn: () => readingOf(id), enabled: Boolean(screening.data?.document) });
  const sources = screening.data?.sources.filter((one) => (chosen ? one.report === chosen : one.bond === 'other')) ?? [];
  const texts = useQueries({
    queries: sources.map((one) => ({
      queryKey: ['source-reading', id, one.report, screening.data?.evidence],
      staleTime: Infinity,
      queryFn: () => sourceReadingOf(id, one.report),
    })),
  });
  const findings = useQueries({
    queries: (screening.data?.findings ?? []).map((one) => ({ queryKey: ['finding', one.id], queryFn: () => findingOf(one.id) })),
  });
  const waiting = [...texts, ...findings].filter((one) => one.isPending).length;
  return { screening, reading, sources, texts, findings, waiting };
}

function Bar({ screening, waiting }: { screening: Screening; waiting: number }) {
  const [filters, setFilters] = useFilters();
  return (
    <div className="headline no-print">
      <div>
        <h1>证据打印件</h1>
        <p>按 A4 纸排好。{waiting > 0 ? `正在读取，还有 ${waiting} 项…` : '可以打印，或者在打印窗口里存为 PDF。'}</p>
      </div>
      <Space wrap>
        <Select
          style={{ width: 260 }}
          aria-label="打印哪个来源"
          value={filters.source ?? ''}
          onChange={(source: string) => setFilters({ source })}
          options={[{ value: '', label: '其他项目的全部来源' }, ...screening.sources.map((one) => ({ value: one.report, label: words.sourceName(one) }))]}
        />
        <Link to="/reports/$id/screening" params={{ id: screening.report }}>
          <Button tabIndex={-1}>回到查重</Button>
        </Link>
        <Button type="primary" disabled={waiting > 0} onClick={() => window.print()}>
          打印
        </Button>
      </Space>
    </div>
  );
}

export function ScreeningPrintPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const session = useSession().data;
  const [filters] = useFilters();
  const { screening, reading, sources, texts, findings, waiting } = usePaper(id, filters.source);
  const [seen, setSeen] = useState(0);
  if (screening.isPending || (screening.data?.document && reading.isPending)) return <Spin />;
  if (!screening.data) return <Result status="404" title="没有这份报告，或您不能查看它的查重" />;
  if (!reading.data) return <Result status="info" title={reading.error?.message ?? words.progressWords(screening.data)} />;
  const { data } = screening;
  const read = findings.flatMap((one) => (one.data ? [one.data] : []));
  const photos = read.reduce((sum, { exhibit }) => sum + (exhibit?.pictures.length ?? 0), 0);
  return (
    <>
      <Bar screening={data} waiting={waiting + Math.max(0, photos - seen)} />
      <article className="paper">
        <h1>报告查重证据</h1>
        <p className="paper-title">{data.title}</p>
        <Facts
          rows={[
            ['报告', `${data.report}，${data.file_name}`],
            ['编制机构', data.institution_name],
            ['委托企业', data.enterprise_name],
            ['项目', data.project],
            ['查重完成', `${time(data.screened_at)}，与 ${words.count(data.compared_with)} 份报告比对，${data.engine}`],
          ]}
        />
        <p>{words.kClueNote}</p>
        <h2>一、数字</h2>
        <FigureTable screening={data} />
        <h2>二、线索和处理经过</h2>
        <FindingRows findings={read} seen={() => setSeen((before) => before + 1)} />
        <h2>三、核对的依据</h2>
        <Facts
          rows={[
            ['报告文件 SM3', <span className="digest">{data.file}</span>],
            ['报告文件 SHA-256', <span className="digest">{data.file_sha256}</span>],
            ['读出的文本 SM3', <span className="digest">{data.document}</span>],
            ['比对结果 SM3', <span className="digest">{data.evidence}</span>],
            ['查重在账本的条目', `第 ${data.entry} 条`],
          ]}
        />
        <p>摘要和条目可在平台公开的账本页（{location.origin}/ledger）核对。字的位置按读出的文本计数，从 1 起。下划线是相同的文字。</p>
        <h2>四、相同的段落</h2>
        {sources.length === 0 && <p>没有。</p>}
        {sources.map((source, at) => {
          const text = texts[at]?.data;
          if (text) return <SourcePart key={source.report} screening={data} source={source} number={at + 1} reading={reading.data} text={text} />;
          return <p key={source.report}>{texts[at]?.error ? `没有读到来源 ${source.report}：${texts[at].error.message}` : '正在读取来源…'}</p>;
        })}
        <HiddenList reading={reading.data} />
        <p className="paper-end">打印：{session?.display_name}</p>
      </article>
    </>
  );
}
