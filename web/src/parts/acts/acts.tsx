// SPDX-License-Identifier: Apache-2.0
// Two acts that do not go together: each in words, both on a line of time, and where they were.
import { Link } from '@tanstack/react-router';
import type { Finding } from '../../api/findings';
import { type DatedAct, hoursWords, kmWords, kSketch, shortDay, sketch, type Sketch, timeLine, whenWords } from './layout';
import './acts.css';

export const actKindWords: Record<string, string> = {
  survey: '现场勘验',
  signature: '签字',
  test: '检测检验',
  training: '培训',
  inspection: '现场复核',
};
const kNumbers = ['一', '二'];
const percent = (part: number) => `${(part * 100).toFixed(2)}%`;
const where = ({ place, site, spot }: DatedAct) => [place, site, spot].filter(Boolean).join('，');

function Place({ act }: { act: DatedAct }) {
  return (
    <>
      {act.place}
      {act.site && <div>{act.site}</div>}
      {act.spot && <div className="muted">{act.spot}</div>}
    </>
  );
}

function Whose({ act }: { act: DatedAct }) {
  if (!act.institution) return <>其他机构的项目</>;
  return (
    <>
      {act.institution_name}
      {act.project && (
        <div>
          <Link to="/projects/$id" params={{ id: act.project }}>
            项目 {act.project}
          </Link>
        </div>
      )}
    </>
  );
}

function Card({ act, number }: { act: DatedAct; number: number }) {
  return (
    <div className={`act-card act-${number}`}>
      <h3>
        <span className="act-number">{kNumbers[number]}</span>
        {actKindWords[act.kind] ?? act.kind}
      </h3>
      <dl>
        <dt>时间</dt>
        <dd>
          {whenWords(act)}
          {act.by_day && <div className="muted">只知道日期</div>}
        </dd>
        <dt>{act.kind === 'test' ? '仪器' : '人员'}</dt>
        <dd>{act.who.join('、')}</dd>
        <dt>地点</dt>
        <dd>
          <Place act={act} />
        </dd>
        <dt>机构</dt>
        <dd>
          <Whose act={act} />
        </dd>
      </dl>
    </div>
  );
}

const betweenWords = (kind: 'overlap' | 'gap', hours: number) => (kind === 'overlap' ? `重叠 ${hoursWords(hours)}` : `相隔 ${hoursWords(hours)}`);

const kRow = 30;
const kTop = 26;
const kHeight = kTop + 2 * kRow + 44;

// A label beside its place that stays on the line.
const anchor = (at: number) => (at < 0.15 ? 'start' : at > 0.85 ? 'end' : 'middle');

function Line({ acts }: { acts: DatedAct[] }) {
  const { bars, between, ticks } = timeLine(acts);
  const byDay = acts.some((one) => one.by_day);
  const words = byDay ? '同一日' : betweenWords(between.kind, between.hours);
  const middle = (between.from + between.to) / 2;
  const foot = kTop + 2 * kRow + 6;
  const said = `时间线：${acts.map((one, at) => `${kNumbers[at]}，${whenWords(one)}，${where(one)}`).join('；')}。${words}。`;
  return (
    <svg className="act-line" width="100%" height={kHeight} role="img" aria-label={said}>
      <rect className={byDay ? 'act-day' : `act-${between.kind}`} x={percent(between.from)} width={percent(Math.max(between.to - between.from, 0.002))} y={kTop - 4} height={2 * kRow + 8} />
      <text className="act-between" x={percent(middle)} y={16} textAnchor={anchor(middle)}>
        {words}
      </text>
      {bars.map(({ from, to }, at) => (
        <g key={at} className={`act-${at}`}>
          <rect x={percent(from)} width={percent(Math.max(to - from, 0.006))} y={kTop + at * kRow + 3} height={kRow - 6} rx={3} />
          <text x={percent((from + to) / 2)} y={kTop + at * kRow + kRow / 2 + 5} textAnchor="middle">
            {kNumbers[at]}
          </text>
        </g>
      ))}
      <line className="act-axis" x1="0" x2="100%" y1={foot} y2={foot} />
      {ticks.map(({ at, label, day }) => (
        <g key={at} className="act-tick">
          <line x1={percent(at)} x2={percent(at)} y1={foot} y2={foot + 5} />
          <text x={percent(at)} y={foot + 18} textAnchor={anchor(at)}>
            {label || day}
          </text>
          {label && day && (
            <text x={percent(at)} y={foot + 33} textAnchor={anchor(at)}>
              {day}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

function Ruler({ scale }: { scale: Sketch['scale'] }) {
  const y = kSketch.height - 12;
  return (
    <g className="act-ruler">
      <path d={`M12 ${y - 5}V${y}H${12 + scale.length}V${y - 5}`} />
      <text x={18 + scale.length} y={y}>
        {kmWords(scale.km)}
      </text>
    </g>
  );
}

function MapSketch({ acts, km }: { acts: DatedAct[]; km: number | undefined }) {
  const drawn = sketch(acts);
  if (!drawn)
    return (
      <p className="act-unplaced">
        <strong>{acts[0]!.place}</strong> 与 <strong>{acts[1]!.place}</strong>
        <span className="muted">　有一处没有记录经纬度，不能画出距离。</span>
      </p>
    );
  const [a, b] = drawn.points;
  const apart = kmWords(km ?? drawn.km);
  return (
    <svg className="act-map" viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="img" aria-label={`位置示意：${acts[0]!.place}与${acts[1]!.place}，直线相距 ${apart}`}>
      <path className="act-way" d={`M${a.x} ${a.y}L${b.x} ${b.y}`} />
      {drawn.points.map(({ x, y }, at) => (
        <g key={at} className={`act-${at}`}>
          <circle cx={x} cy={y} r={11} />
          <text x={x} y={y + 4.5} textAnchor="middle">
            {kNumbers[at]}
          </text>
        </g>
      ))}
      <text className="act-km" x={(a.x + b.x) / 2} y={(a.y + b.y) / 2 - (Math.abs(a.y - b.y) < 30 ? 8 : -4)} textAnchor="middle">
        {apart}
      </text>
      <path className="act-north" d={`M${drawn.width - 18} 34V14M${drawn.width - 22} 20L${drawn.width - 18} 12L${drawn.width - 14} 20`} />
      <text className="act-north-word" x={drawn.width - 18} y={48} textAnchor="middle">
        北
      </text>
      <Ruler scale={drawn.scale} />
    </svg>
  );
}

function Sums({ finding, acts }: { finding: Finding; acts: DatedAct[] }) {
  const fact = (name: string) => finding.facts.find((one) => one.name === name)?.value;
  const { between } = timeLine(acts);
  const byDay = acts.some((one) => one.by_day);
  const lines: [string, string | undefined][] = [
    ['直线距离', fact('km') && `${fact('km')} 公里`],
    byDay ? ['同一日', shortDay(Date.parse(acts[1]!.from))] : between.kind === 'overlap' ? ['重叠', hoursWords(between.hours)] : ['其间', hoursWords(between.hours)],
    ['路上至少', fact('hours_needed') && hoursWords(Number(fact('hours_needed')))],
    ['须有时速', fact('kmh_needed') && `${fact('kmh_needed')} 公里`],
  ];
  return (
    <dl className="act-sums">
      {lines.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function kmOf({ facts }: Finding): number | undefined {
  const said = facts.find(({ name }) => name === 'km')?.value;
  return said === undefined ? undefined : Number(said);
}

export function ActsOnPaper({ finding }: { finding: Finding }) {
  const acts = (finding.exhibit?.acts ?? []).slice(0, 2);
  if (acts.length < 2) return null;
  return (
    <div className="acts">
      {acts.map((act, at) => (
        <p key={at}>
          <strong>{kNumbers[at]}</strong>
          {'　'}
          {[whenWords(act), actKindWords[act.kind] ?? act.kind, act.who.join('、'), where(act), act.institution_name || '其他机构的项目', act.project && `项目 ${act.project}`].filter(Boolean).join('，')}
        </p>
      ))}
      <Line acts={acts} />
      <MapSketch acts={acts} km={kmOf(finding)} />
    </div>
  );
}

export function ActsPanel({ finding }: { finding: Finding }) {
  const acts = finding.exhibit?.acts ?? [];
  if (acts.length < 2) return null;
  return (
    <section className="panel acts" aria-label="两处活动对照">
      <h2>两处活动对照</h2>
      <Sums finding={finding} acts={acts} />
      <div className="act-cards">
        {acts.slice(0, 2).map((act, at) => (
          <Card key={at} act={act} number={at} />
        ))}
      </div>
      <h3>时间（北京时间）</h3>
      <Line acts={acts.slice(0, 2)} />
      <h3>位置示意</h3>
      <MapSketch acts={acts.slice(0, 2)} km={kmOf(finding)} />
    </section>
  );
}
