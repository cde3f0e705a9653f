// SPDX-License-Identifier: Apache-2.0
// The numbers a finding rests on, drawn: what is expected of honest ones in a sentence, a picture, a table.
import { useLayoutEffect, useRef, useState } from 'react';
import { plotWords } from '../plot-words';
import { countOf, type Drawing, drawingOf, type Mark, nameAt, pathOf, type PlotData } from './plot-layout';
import './plot.css';

const kPaper = 400; // wide
const kRows = 200;

function useWidth() {
  const box = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [box, width] as const;
}

const kLabelled = ['bars', 'lines', 'points'];
const formOf = (kind: string) => (kLabelled.includes(kind) ? kind : 'points');

// A short line at the height that is expected.
const Expected = ({ x, y, half }: { x: number; y: number; half: number }) => <line className="plot-expect" x1={x - half} x2={x + half} y1={y} y2={y} />;

function Dot({ line, x, y, size }: { line: number; x: number; y: number; size: number }) {
  if (line === 0) return <circle className="plot-dot" cx={x} cy={y} r={size} />;
  if (line === 1) return <circle className="plot-dot line-1" cx={x} cy={y} r={size + 2.5} />;
  return <rect className="plot-dot line-2" x={x - size - 2} y={y - size - 2} width={2 * size + 4} height={2 * size + 4} />;
}

function Shape({ kind, mark, drawing }: { kind: string; mark: Mark; drawing: Drawing }) {
  const { line, x, y } = mark;
  const { half, floor } = drawing;
  const size = half < 4 ? 1.5 : 3;
  if (kind !== 'lines' && line > 0) return <Expected x={x} y={y} half={Math.max(2, kind === 'bars' ? half * 0.9 : Math.min(10, half * 0.8))} />;
  if (kind === 'bars') return <rect className="plot-bar" x={x - half * 0.7} y={y} width={half * 1.4} height={Math.max(0, floor - y)} />;
  return <Dot line={line} x={x} y={y} size={size} />;
}

function Picture({ plot, width, label }: { plot: PlotData; width: number; label: string }) {
  const kind = formOf(plot.kind);
  const drawing = drawingOf(plot, width);
  const { left, floor, ticks, names, marks, drawn, height } = drawing;
  const end = width - 8;
  return (
    <svg className="plot-picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {ticks.map(({ y, text }) => (
        <g key={text}>
          <line className="plot-grid" x1={left} x2={end} y1={y} y2={y} />
          <text x={left - 6} y={y + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <line className="plot-floor" x1={left} x2={end} y1={floor} y2={floor} />
      {names.map(({ x, text }) => (
        <text key={x} x={x} y={floor + 17} textAnchor="middle">
          {text}
        </text>
      ))}
      {kind === 'lines' && drawn.map((line) => <path key={line} className={`plot-line line-${line}`} d={pathOf(marks.filter((one) => one.line === line))} />)}
      {marks.map((mark) => (
        <g key={`${mark.line} ${mark.at}`}>
          <title>{`${nameAt(plot, mark.at)}　${plot.lines[mark.line]!.name} ${plot.lines[mark.line]!.values[mark.at]}`}</title>
          <Shape kind={kind} mark={mark} drawing={drawing} />
        </g>
      ))}
    </svg>
  );
}

function Sample({ kind, line }: { kind: string; line: number }) {
  return (
    <svg width={28} height={14} viewBox="0 0 28 14" aria-hidden="true">
      {kind === 'lines' && <path className={`plot-line line-${line}`} d="M0 7L28 7" />}
      {kind === 'bars' && line === 0 && <rect className="plot-bar" x={8} y={1} width={12} height={13} />}
      {kind !== 'lines' && line > 0 && <Expected x={14} y={7} half={9} />}
      {(kind === 'lines' || (kind === 'points' && line === 0)) && <Dot line={line} x={14} y={7} size={3} />}
    </svg>
  );
}

function Legend({ plot, width }: { plot: PlotData; width: number }) {
  const kind = formOf(plot.kind);
  const { drawn } = drawingOf(plot, width);
  return (
    <ul className="plot-legend">
      {plot.lines.map(({ name }, line) => (
        <li key={name}>
          {drawn.includes(line) ? <Sample kind={kind} line={line} /> : null}
          <span>
            {name}
            {!drawn.includes(line) && <span className="muted">（相差很多，只列在表里）</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Values({ plot, across }: { plot: PlotData; across: string }) {
  const count = countOf(plot);
  return (
    <details>
      <summary>图里的数值</summary>
      <div className="plot-table" role="region" aria-label="图里的数值" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{across}</th>
              {plot.lines.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: Math.min(count, kRows) }, (_, at) => (
              <tr key={at}>
                <th scope="row">{nameAt(plot, at)}</th>
                {plot.lines.map(({ name, values }) => (
                  <td key={name}>{values[at] || '—'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {count > kRows && <p className="muted">共 {count} 个，这里列出前 {kRows} 个。</p>}
      </div>
    </details>
  );
}

interface PlotProps {
  plot: PlotData;
  detector: string;
  onPaper?: boolean;
}

export function PlotFigure({ plot, detector, onPaper = false }: PlotProps) {
  const [box, measured] = useWidth();
  const width = onPaper ? kPaper : measured || kPaper;
  const { expected, across, up } = plotWords(detector, plot.kind);
  if (countOf(plot) === 0) return null;
  const { numbered } = drawingOf(plot, width);
  return (
    <figure className="plot" ref={box}>
      <p className="plot-expected">{expected}</p>
      <Legend plot={plot} width={width} />
      <Picture plot={plot} width={width} label={`图：${plot.lines.map(({ name }) => name).join('，')}${onPaper ? '' : '；数值见图下的表'}`} />
      <figcaption>
        横向：{across}
        {numbered && '（按表里的次序编号）'}；纵向：{up}
      </figcaption>
      {!onPaper && <Values plot={plot} across={across} />}
    </figure>
  );
}
