// SPDX-License-Identifier: Apache-2.0
// A clause as it is cited: the rows every panel about it begins with.
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Citation } from '../api/client';
import { markWords } from '../words';

interface DescriptionRow {
  key: string;
  label: string;
  children: ReactNode;
}

export function MarkTag({ citation }: { citation: Citation }) {
  return <Tag color={citation.binding ? 'green' : 'orange'}>{markWords[citation.mark] ?? citation.mark}</Tag>;
}

function force({ in_force_from: from, in_force_until: until }: Citation): string {
  return `${from ? `${from} 起` : '施行日未载明'}${until ? `，至 ${until} 前` : ''}`;
}

export function citationRows(citation: Citation): DescriptionRow[] {
  return [
    { key: 'clause', label: '条款', children: `${citation.clause}　${citation.title}` },
    { key: 'text', label: '内容', children: citation.text },
    { key: 'source', label: '出处', children: citation.source },
    {
      key: 'mark',
      label: '来源核实',
      children: (
        <>
          <MarkTag citation={citation} />
          {citation.binding ? '' : '只作提示，不作为认定依据'}
        </>
      ),
    },
    {
      key: 'force',
      label: '施行期间',
      children: force(citation),
    },
  ];
}
