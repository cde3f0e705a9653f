// SPDX-License-Identifier: Apache-2.0
// Whose desk a matter lies on, and what was said on its way: bureaus' own work, shown to nobody else.
import { useQueries } from '@tanstack/react-query';
import { Button, Space, Tag } from 'antd';
import { useState } from 'react';
import { type Matter, type Slip, type SlipLine, slipsOf } from '../api/circulation';
import { isOpen, lineStanding, matterWords, slipWords, standingIn, whoIs } from '../circulation-words';
import { CirculateForm } from '../forms/circulate';
import { SlipActs } from '../forms/slip-answer';
import { daysLeft, time } from '../words';
import { isBureau, mayInstruct, useSession } from './session';

export function SlipDue({ slip }: { slip: Slip }) {
  if (!slip.due) return null;
  const late = (slip.working_days_left ?? 0) < 0;
  return (
    <span className={isOpen(slip) && late ? 'late' : 'muted'}>
      期限 {slip.due} {daysLeft(slip.working_days_left)}
    </span>
  );
}

function Line({ slip, line, own }: { slip: Slip; line: SlipLine; own: string }) {
  const { label, color } = lineStanding(line);
  const asked = whoIs(line.officer_name, line.bureau_name, line.bureau === own);
  const by = line.answered_by !== '' && line.answered_by !== line.officer_name ? line.answered_by : '';
  const why = line.mine ? standingIn(line.deputy_for) : standingIn(line.answered_for);
  return (
    <div className="slip-line">
      <div>
        {asked} <Tag color={color}>{label}</Tag>
        {by && <span className="muted">{by} </span>}
        {why && <Tag color="cyan">{why}</Tag>}
        <span className="muted">{time(line.answered_at ?? line.received_at)}</span>
      </div>
      {line.text && <div className="typed">{line.text}</div>}
      {line.mine && (
        <Space wrap className="no-print">
          <SlipActs slip={slip} line={line} />
        </Space>
      )}
    </div>
  );
}

// `about` names the matter where several stand in one list.
export function SlipEntry({ slip, own, about }: { slip: Slip; own: string; about?: boolean }) {
  const { label, color } = slipWords[slip.kind];
  return (
    <li>
      <div>
        <Tag color={color}>{label}</Tag>
        {whoIs(slip.from_name, slip.from_bureau_name, slip.from_bureau === own)}{' '}
        {slip.from_for && <Tag color="cyan">{standingIn(slip.from_for)}</Tag>}
        <span className="muted">{time(slip.sent_at)}</span> <SlipDue slip={slip} />
      </div>
      {about && (
        <div className="muted">
          {matterWords[slip.matter.kind]} {slip.matter.id}
        </div>
      )}
      {slip.text && <div className="typed">{slip.text}</div>}
      {slip.lines.map((line) => (
        <Line key={line.number} slip={slip} line={line} own={own} />
      ))}
      <div className="muted">
        <a href={`/ledger?entry=${slip.entry}`} target="_blank" rel="noreferrer">
          账本第 {slip.entry} 条
        </a>
      </div>
    </li>
  );
}

// What is open, and the newest of what is done.
const kDone = 3;
function shownOf(slips: Slip[], all: boolean): Slip[] {
  let done = 0;
  return slips.filter((slip) => all || isOpen(slip) || ++done <= kDone);
}

// The first is what the card's own acts are about; the others (a project's notices) are told beside it.
export function CirculationCard({ matters }: { matters: [Matter, ...Matter[]] }) {
  const session = useSession().data;
  const shown = isBureau(session);
  const [all, setAll] = useState(false);
  const lists = useQueries({
    queries: matters.map((matter) => ({ queryKey: ['slips', matter.kind, matter.id], queryFn: () => slipsOf(matter), enabled: shown })),
  });
  if (!shown) return null;
  const slips = lists.flatMap((list) => list.data ?? []).sort((a, b) => b.entry - a.entry);
  const failed = lists.some((list) => list.error);
  const [own] = matters;
  return (
    <div className="panel">
      <div className="card-head" style={{ marginTop: 0 }}>
        <h3>流转</h3>
        <Space wrap className="no-print">
          <CirculateForm kind="transfer" small matters={[own]} />
          <CirculateForm kind="cosign" label="会签" small matters={[own]} />
          {mayInstruct(session) && <CirculateForm kind="instruction" small matters={[own]} />}
        </Space>
      </div>
      {slips.length === 0 && <p className="muted">{failed ? '没有读到流转记录，请刷新。' : '没有转办、会签或者批示。'}</p>}
      <ol className="timeline">
        {shownOf(slips, all).map((slip) => (
          <SlipEntry key={slip.id} slip={slip} own={session?.unit ?? ''} about={slip.matter.kind !== own.kind} />
        ))}
      </ol>
      {!all && shownOf(slips, false).length < slips.length && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          全部 {slips.length} 条
        </Button>
      )}
    </div>
  );
}
