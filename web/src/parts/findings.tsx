// SPDX-License-Identifier: Apache-2.0
// Findings as they stand on several pages.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { type FindingFilter, type FindingRow, type FindingState, findingsLike, type Strength } from '../api/findings';
import { isDecided, stateWords, strengthMeans, strengthWords } from '../findings-words';
import { maySeeFindings, useSession } from './session';
import './findings.css';

export function StateTag({ state }: { state: FindingState }) {
  return <Tag color={stateWords[state].color}>{stateWords[state].label}</Tag>;
}
export function StrengthTag({ strength }: { strength: Strength }) {
  return (
    <Tag color={strengthWords[strength].color} title={strengthMeans[strength]}>
      {strengthWords[strength].label}
    </Tag>
  );
}

export function LedgerEntry({ entry }: { entry: number }) {
  return (
    <a className="whole" href={`/ledger?entry=${entry}`} target="_blank" rel="noreferrer">
      账本第 {entry} 条
    </a>
  );
}

// The page that shows texts side by side: at a source of the report, at a place of its text.
interface ScreeningLinkProps {
  report: string;
  source?: string;
  at?: number;
  to?: number;
  children: ReactNode;
}

export function ScreeningLink({ report, source, at, to, children }: ScreeningLinkProps) {
  const search = Object.fromEntries(Object.entries({ source, at, to }).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
  return (
    <Link to="/reports/$id/screening" params={{ id: report }} search={search as never}>
      {children}
    </Link>
  );
}

const kShown = 5;

// The first few, those that wait before those that are decided; the list of all of them is the desk's.
export function FindingLines({ findings, all }: { findings: FindingRow[]; all: FindingFilter }) {
  const ordered = [...findings].sort((a, b) => Number(isDecided(a.state)) - Number(isDecided(b.state)));
  return (
    <>
      <ul className="finding-lines">
        {ordered.slice(0, kShown).map((one) => (
          <li key={one.id}>
            <StateTag state={one.state} />
            <StrengthTag strength={one.strength} />
            <Link to="/findings/$id" params={{ id: one.id }}>
              {one.detector_name}
            </Link>
            <span className="muted">　{one.words}</span>
          </li>
        ))}
      </ul>
      {findings.length > kShown && (
        <p className="note">
          <Link to="/findings" search={all as never}>
            全部线索
          </Link>
        </p>
      )}
    </>
  );
}

export function useFindings(filter: FindingFilter) {
  const shown = maySeeFindings(useSession().data);
  return useQuery({ queryKey: ['findings', filter, 'first'], queryFn: () => findingsLike(filter), enabled: shown });
}

// What waits to be answered or decided of a project's reports; nothing where nothing does.
export function OpenFindings({ project }: { project: string }) {
  const list = useFindings({ project });
  const open = list.data?.items.filter((one) => !isDecided(one.state)) ?? [];
  if (open.length === 0) return null;
  return (
    <div className="panel attention">
      <h2>报告核查线索（{open.length} 条未了结）</h2>
      <FindingLines findings={open} all={{ project }} />
    </div>
  );
}
