// SPDX-License-Identifier: Apache-2.0
// "Why": the clause behind a deadline or flag, the facts it used, how it was counted, what would clear it.
import { Button, Descriptions, Drawer, Tag } from 'antd';
import { useState } from 'react';
import type { Citation } from '../api/client';
import { markWords } from '../words';

interface WhyProps {
  citation: Citation;
  facts?: Record<string, unknown>;
  count?: string;
  clears?: string;
  calendar?: string;
}

function plain(value: unknown): string {
  if (value === true) return '是';
  if (value === false) return '否';
  return String(value);
}

export function Why({ citation, facts, count, clears, calendar }: WhyProps) {
  const [open, setOpen] = useState(false);
  const rows = [
    { key: 'clause', label: '条款', children: `${citation.clause}　${citation.title}` },
    { key: 'text', label: '内容', children: citation.text },
    { key: 'source', label: '出处', children: citation.source },
    {
      key: 'mark',
      label: '来源核实',
      children: (
        <>
          <Tag color={citation.binding ? 'green' : 'orange'}>{markWords[citation.mark] ?? citation.mark}</Tag>
          {citation.binding ? '' : '只作提示，不作为认定依据'}
        </>
      ),
    },
    {
      key: 'force',
      label: '施行期间',
      children: `${citation.in_force_from ?? '未载明'} 起${citation.in_force_until ? `，至 ${citation.in_force_until}` : ''}`,
    },
  ];
  if (count) rows.push({ key: 'count', label: '计算', children: count });
  if (calendar) rows.push({ key: 'calendar', label: '工作日历', children: calendar });
  if (clears) rows.push({ key: 'clears', label: '如何消除', children: clears });
  for (const [name, value] of Object.entries(facts ?? {}))
    rows.push({ key: `fact ${name}`, label: name, children: plain(value) });
  rows.push({ key: 'digest', label: '规则版本', children: citation.digest.slice(0, 16) });
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)} aria-label={`依据：${citation.title}`}>
        依据
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} title="依据" size={460}>
        <Descriptions column={1} size="small" bordered items={rows} />
      </Drawer>
    </>
  );
}
