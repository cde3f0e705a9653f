// SPDX-License-Identifier: Apache-2.0
// Who looked at something, how and when; another bureau by its name.
import { Tag } from 'antd';
import type { CoverageRow } from '../api/planning';
import { coverageWords } from '../planning-words';

export function LooksList({ by }: { by: CoverageRow['by'] }) {
  if (by.length === 0) return <span className="muted">还没有</span>;
  return by.map((one, at) => (
    <div key={at}>
      <Tag>{coverageWords[one.kind]}</Tag>
      {one.day}　{one.reference}
      {!one.own && <span className="muted">　{one.bureau_name}</span>}
    </div>
  ));
}
