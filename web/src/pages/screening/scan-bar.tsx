// SPDX-License-Identifier: Apache-2.0
// Above the two texts: from passage to passage, what the one that is looked at is, and how the page behaves.
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Passage, Reading } from '../../api/findings';
import { count, perMille } from '../../findings-words';
import { lastFrom } from './text';
import type { Walk } from './use-walk';

function pageOf(reading: Reading | undefined, place: number): number | undefined {
  return reading?.pages[lastFrom(reading.pages, place)]?.page;
}

interface PassageWordsProps {
  walk: Walk;
  reading: Reading;
  source: Reading | undefined;
}

export function PassageWords({ walk: { passages, current }, reading, source }: PassageWordsProps) {
  const passage: Passage | undefined = passages[current];
  if (!passage) return <span className="muted">{passages.length > 0 ? `共 ${passages.length} 段相同` : '没有相同的段落'}</span>;
  const [left, right] = [pageOf(reading, passage.a_from), pageOf(source, passage.b_from)];
  return (
    <>
      <strong className="whole">
        第 {current + 1} / {passages.length} 段
      </strong>
      {'　'}
      {count(passage.characters)} 字，一致 {perMille(passage.identity)}
      {left !== undefined && `，本报告第 ${left} 页`}
      {right !== undefined && `，来源第 ${right} 页`}
      {passage.family && (
        <>
          {'　'}
          <Link to="/families">
            <Tag color="red">以前认定过：{passage.family}</Tag>
          </Link>
        </>
      )}
    </>
  );
}

interface Switch {
  label: string;
  on: boolean;
  set: (on: boolean) => void;
}

interface ScanBarProps {
  walk: Walk;
  said: ReactNode;
  act: ReactNode;
  switches: Switch[];
  more: ReactNode;
}

export function ScanBar({ walk: { further, passages }, said, act, switches, more }: ScanBarProps) {
  const none = passages.length === 0;
  return (
    <div className="scan-bar">
      <Button size="small" onClick={() => further(-1)} disabled={none}>
        上一段 <kbd>p</kbd>
      </Button>
      <Button size="small" onClick={() => further(1)} disabled={none}>
        下一段 <kbd>n</kbd>
      </Button>
      <span className="scan-said" role="status">
        {said}
      </span>
      {act}
      <span className="grow" />
      {switches.map(({ label, on, set }) => (
        <Checkbox key={label} className="wide-only" checked={on} onChange={(event) => set(event.target.checked)}>
          {label}
        </Checkbox>
      ))}
      {more}
    </div>
  );
}
