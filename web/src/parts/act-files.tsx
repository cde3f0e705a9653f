// SPDX-License-Identifier: Apache-2.0
// The files that came with an act, shown with it.
import type { Project } from '../api/client';
import { size } from '../words';
import { useCatalogueName } from './catalogue';

export type Evidence = Project['evidence'][number];

// A survey's files name it. Those of another act were recorded in one go with it: their entries follow its own, received
// at the same moment.
export function filesOfSurvey({ evidence }: Project, survey: string): Evidence[] {
  return evidence.filter((one) => one.survey === survey);
}
export function filesOfAct({ evidence }: Project, entry: number, at: string): Evidence[] {
  const byEntry = new Map(evidence.map((one) => [one.entry, one]));
  const out: Evidence[] = [];
  for (let next = byEntry.get(entry + 1); next && !next.survey && next.received_at === at; next = byEntry.get(next.entry + 1)) out.push(next);
  return out;
}

export function ActFiles({ project, files }: { project: string; files: Evidence[] }) {
  const kind = useCatalogueName('evidence_kinds');
  return (
    <ul className="plain">
      {files.map(({ id, exhibit }) => (
        <li key={id}>
          <span className="muted">{kind(exhibit.kind)}</span>{' '}
          <a href={`/api/v1/projects/${project}/files/${exhibit.blob.sm3}`} download>
            {exhibit.file_name}
          </a>{' '}
          <span className="muted">
            {size(exhibit.blob.size)}　SM3 <code title={exhibit.blob.sm3}>{exhibit.blob.sm3.slice(0, 12)}…</code>
          </span>
        </li>
      ))}
    </ul>
  );
}
