// SPDX-License-Identifier: Apache-2.0
// Files that came with an act of an inspection, of a rectification or of a call-up.
import type { Exhibit } from '../api/inspection';
import { size } from '../words';
import { useCatalogueName } from './catalogue';

export function Exhibits({ of, files }: { of: `inspections/${string}` | `rectifications/${string}` | `call-ups/${string}`; files: Exhibit[] }) {
  const kind = useCatalogueName('evidence_kinds');
  if (files.length === 0) return null;
  return (
    <ul className="plain">
      {files.map(({ kind: code, file_name, blob }) => (
        <li key={blob.sm3}>
          <span className="muted">{kind(code)}</span>{' '}
          <a href={`/api/v1/${of}/files/${blob.sm3}`} download>
            {file_name}
          </a>{' '}
          <span className="muted">{size(blob.size)}</span>
        </li>
      ))}
    </ul>
  );
}
