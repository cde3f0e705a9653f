// SPDX-License-Identifier: Apache-2.0
// Left the report, right a source of it: passages linked, scrolled together, stepped through by n and p.
import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { type Reading, type Screening, type Source, sourceReadingOf } from '../../api/findings';
import { bondWords, quotationWords, sourceLine, sourceName } from '../../findings-words';
import { mayJudgePassages, useSession } from '../../parts/session';
import { time } from '../../words';
import { otherReports, reportCoat, sourceCoat } from './coats';
import { excerptsOf } from './excerpts';
import { type Band, bandsOf, covered } from './heat';
import { HeatMap } from './heat-map';
import { JudgeForm } from './judge';
import { type Side, tellsPieces } from './marks';
import { PassageWords, ScanBar } from './scan-bar';
import { sectionsOf } from './text';
import { type Pane, TextPane } from './text-pane';
import { useKeys, useKeySwitch } from './use-keys';
import { useNarrow } from './use-narrow';
import { type Panes, useRead, useTogether, useWalk, type Walk } from './use-walk';

function heatOf(screening: Screening, bands: Band[]) {
  const of = (bond: Source['bond']) => {
    const reports = new Set(screening.sources.filter((one) => one.bond === bond).map((one) => one.report));
    const within = screening.passages.filter((one) => reports.has(one.report)).flatMap((one) => one.passages);
    return covered(bands, within.flatMap((one) => (tellsPieces(one) ? one.pieces : [one])).map(({ a_from: from, a_to: to }) => ({ from, to })));
  };
  const quoted = covered(bands, screening.quotations.map(({ a_from: from, a_to: to }) => ({ from, to })));
  return { shared: of('other'), carried: of('carried_over'), quoted };
}

function useSourceReading(screening: Screening, source: Source | undefined) {
  return useQuery({
    queryKey: ['source-reading', screening.report, source?.report, screening.evidence],
    enabled: source !== undefined,
    staleTime: Infinity,
    queryFn: () => sourceReadingOf(screening.report, source!.report),
  });
}

function SourceHead({ screening, source, choose }: { screening: Screening; source: Source; choose: (report: string) => void }) {
  const characters = screening.figures?.characters ?? 0;
  const options = screening.sources.map((one) => ({ value: one.report, label: `${sourceName(one)}　${sourceLine(one, characters)}` }));
  return (
    <div className="scan-head">
      <Select aria-label="来源" value={source.report} onChange={choose} showSearch={{ optionFilterProp: 'label' }} options={options} />
    </div>
  );
}

function SourceNote({ source, whole }: { source: Source; whole: boolean }) {
  return (
    <p className="muted scan-note">
      {source.title && `《${source.title}》，`}
      {source.enterprise_name && `${source.enterprise_name}，`}
      {time(source.filed_at)} 提交，{bondWords[source.bond]}。
      {!whole && '来源是其他机构的报告，按规定只显示与本报告相同的段落，不显示是谁的报告和其他内容。'}
    </p>
  );
}

// What the passage that is looked at can be judged by.
function Judging({ screening, reading, walk }: { screening: Screening; reading: Reading; walk: Walk }) {
  const session = useSession().data;
  const passage = walk.passages[walk.current];
  if (!passage || !walk.source || !mayJudgePassages(session)) return null;
  const text = excerptsOf(reading, [{ from: passage.a_from, to: passage.a_to }], 400)[0]?.text ?? '';
  return <JudgeForm key={`${walk.source.report} ${passage.a_from}`} findings={screening.findings} source={walk.source.report} passage={passage} text={text} />;
}

function Away({ away, children }: { away: boolean; children: ReactNode }) {
  return (
    <div className="scan-side" data-away={away || undefined}>
      {children}
    </div>
  );
}

interface SideBySideProps {
  screening: Screening;
  reading: Reading;
}

export function SideBySide({ screening, reading }: SideBySideProps) {
  const narrow = useNarrow();
  const box = useRef<HTMLDivElement>(null);
  const [keys, setKeys] = useKeySwitch();
  const [together, setTogether] = useState(true);
  const [side, setSide] = useState<Side>('a');
  const [quoted, setQuoted] = useState<number>();
  const panes: Panes = { a: useRef<Pane>(null), b: useRef<Pane>(null) };
  const bands = useMemo(() => bandsOf(reading), [reading]);
  const read = useRead(bands);
  const arrive = () => box.current?.scrollIntoView({ block: 'start' });
  const walk = useWalk(screening, panes, read.now, arrive);
  const { source, passages, current } = walk;
  const other = useSourceReading(screening, source);
  const sections = useMemo(() => sectionsOf(reading), [reading]);
  const otherSections = useMemo(() => (other.data ? sectionsOf(other.data) : []), [other.data]);
  const coat = useMemo(() => reportCoat(screening, source?.report, reading.hidden, walk.place), [screening, source?.report, reading.hidden, walk.place]);
  const otherCoat = useMemo(() => sourceCoat(passages), [passages]);
  const heat = useMemo(() => heatOf(screening, bands), [screening, bands]);
  const { leads, scrolled } = useTogether(panes, passages, together, read.reads);
  useKeys(keys, { n: () => walk.further(1), p: () => walk.further(-1) });
  useEffect(() => setQuoted(undefined), [source?.report, walk.asked]);
  // What the address asks for, once both texts are there, and when the other one comes to be seen.
  useEffect(() => {
    if (walk.asked === undefined) return;
    walk.align();
    arrive();
  }, [source?.report, otherSections, sections, side]);
  const pick = (from: Side) => (at: number, y: number) => {
    walk.go(at, { side: from, y });
    if (narrow) setSide(from === 'a' ? 'b' : 'a');
  };
  const toBand = (band: number) => {
    leads('a');
    panes.a.current?.show(bands[band]!.from, 8);
    read.reads(bands[band]!.from);
  };
  const others = otherReports(screening, source?.report);
  return (
    <div className="panel scan" ref={box}>
      <ScanBar
        walk={walk}
        said={quoted === undefined ? <PassageWords walk={walk} reading={reading} source={other.data} /> : `不计入相同。${quotationWords(screening.quotations[quoted]!)}`}
        act={<Judging screening={screening} reading={reading} walk={walk} />}
        switches={[
          { label: '同步滚动', on: together, set: setTogether },
          { label: '用 n、p 键', on: keys, set: setKeys },
        ]}
        more={narrow && source && <SideChoice side={side} choose={setSide} />}
      />
      <HeatMap bands={bands} {...heat} now={read.band} onBand={toBand} />
      <div className={source ? 'scan-panes' : 'scan-panes alone'}>
        <Away away={narrow && side !== 'a'}>
          <div className="scan-head">
            <strong title={screening.title}>本报告　{screening.institution_name}</strong>
            <Legend />
          </div>
          <TextPane
            label="本报告的文本"
            ref={panes.a}
            sections={sections}
            coat={coat}
            current={current}
            onLead={() => leads('a')}
            onScroll={() => scrolled('a')}
            onPassage={pick('a')}
            onOther={(at, place) => walk.choose(others[at]!, place)}
            onQuoted={(at) => {
              setQuoted(at);
              box.current?.scrollIntoView({ block: 'nearest' }); // what it is stands in the bar above
            }}
          />
        </Away>
        {source && (
          <Away away={narrow && side !== 'b'}>
            <SourceHead screening={screening} source={source} choose={walk.choose} />
            {other.data ? (
              <TextPane
                label="来源的文本"
                ref={panes.b}
                sections={otherSections}
                coat={otherCoat}
                current={current}
                note={<SourceNote source={source} whole={other.data.whole} />}
                onLead={() => leads('b')}
                onScroll={() => scrolled('b')}
                onPassage={pick('b')}
              />
            ) : (
              <SourceMissing error={other.error} />
            )}
          </Away>
        )}
      </div>
    </div>
  );
}

// What the marks in the text mean.
function Legend() {
  return (
    <span className="mark-legend">
      <mark className="hue-0">相同</mark>
      <mark className="own-words">段内不同</mark>
      <mark className="other">与其他来源相同</mark>
      <mark className="quoted">引用</mark>
    </span>
  );
}

function SideChoice({ side, choose }: { side: Side; choose: (side: Side) => void }) {
  const options = [
    { value: 'a' as const, label: '本报告' },
    { value: 'b' as const, label: '来源' },
  ];
  return <Segmented size="small" aria-label="看哪一份" value={side} onChange={choose} options={options} />;
}

function SourceMissing({ error }: { error: Error | null }) {
  if (error) return <p className="scan-empty">没有读到来源的文本：{error.message}</p>;
  return (
    <p className="scan-empty" role="status">
      正在读取来源的文本…
    </p>
  );
}
