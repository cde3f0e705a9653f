// SPDX-License-Identifier: Apache-2.0
// How much of each page stands elsewhere; a click or the arrow keys go there.
import { memo } from 'react';
import { share } from '../../findings-words';
import type { Band } from './heat';

const kHigh = 100;

interface Heat {
  bands: Band[];
  shared: number[]; // of each band, 0 to 1
  carried: number[];
  quoted: number[];
}
const wordsOf = ({ bands, shared }: Pick<Heat, 'bands' | 'shared'>, at: number) => `${bands[at]!.label}，相同 ${share(shared[at]! * 1000, 1000)}`;

const Bars = memo(function Bars({ bands, shared, carried, quoted }: Heat) {
  const wide = bands.length > 30 ? 0.94 : 0.99;
  const bars = (at: number) => {
    let low = kHigh;
    return ([['#c2410c', shared[at]!], ['#7c5cc4', carried[at]!], ['#a8adb3', quoted[at]!]] as const).map(([colour, part]) => {
      const height = Math.min(low, part * kHigh);
      low -= height;
      return <rect key={colour} x={at} y={low} width={wide} height={height} fill={colour} />;
    });
  };
  return (
    <svg viewBox={`0 0 ${bands.length} ${kHigh}`} preserveAspectRatio="none" aria-hidden="true">
      {bands.map((band, at) => (
        <g key={band.from}>
          <title>{wordsOf({ bands, shared }, at)}</title>
          <rect x={at} y={0} width={wide} height={kHigh} fill="#dfe5eb" />
          {bars(at)}
        </g>
      ))}
    </svg>
  );
});

interface HeatMapProps extends Heat {
  now: number; // the band that is being read
  onBand: (band: number) => void;
}

export function HeatMap({ bands, shared, carried, quoted, now, onBand }: HeatMapProps) {
  if (bands.length === 0) return null;
  const words = (at: number) => wordsOf({ bands, shared }, at);
  const keys: Record<string, number> = { ArrowLeft: now - 1, ArrowUp: now - 1, ArrowRight: now + 1, ArrowDown: now + 1, Home: 0, End: bands.length - 1 };
  const press = (event: React.KeyboardEvent) => {
    const to = keys[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onBand(Math.min(bands.length - 1, Math.max(0, to)));
  };
  const click = (event: React.MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    onBand(Math.min(bands.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bands.length)));
  };
  return (
    <div className="heat-row">
      <div className="heat" role="slider" tabIndex={0} aria-label="各页相同的多少，选一页前往" aria-valuemin={1} aria-valuemax={bands.length} aria-valuenow={now + 1} aria-valuetext={words(now)} onKeyDown={press} onClick={click}>
        <Bars bands={bands} shared={shared} carried={carried} quoted={quoted} />
        <span className="heat-now" style={{ left: `${(100 * now) / bands.length}%`, width: `${100 / bands.length}%` }} />
      </div>
      <span className="muted">{words(now)}</span>
    </div>
  );
}
