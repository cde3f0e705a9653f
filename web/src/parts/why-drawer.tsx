// SPDX-License-Identifier: Apache-2.0
import { Descriptions, Drawer } from 'antd';
import { useCatalogueName } from './catalogue';
import { citationRows } from './citation';
import { factValue, factWords } from './fact-words';
import type { WhyProps } from './why';

interface WhyDrawerProps extends WhyProps {
  open: boolean;
  onClose: () => void;
}

export function WhyDrawer({ citation, facts, count, clears, calendar, open, onClose }: WhyDrawerProps) {
  const scope = useCatalogueName('scopes');
  const reason = useCatalogueName('reason_codes');
  const rows = citationRows(citation);
  if (count) rows.push({ key: 'count', label: '计算', children: count });
  if (calendar) rows.push({ key: 'calendar', label: '工作日历', children: calendar });
  if (clears) rows.push({ key: 'clears', label: '如何消除', children: clears });
  for (const [name, value] of Object.entries(facts ?? {}))
    rows.push({ key: `fact ${name}`, label: factWords[name] ?? name, children: factValue(name, value, scope, reason) });
  rows.push({ key: 'digest', label: '规则版本', children: citation.digest.slice(0, 16) });
  return (
    <Drawer open={open} onClose={onClose} title="依据" size={460}>
      <Descriptions column={1} size="small" bordered styles={{ label: { width: 108 } }} items={rows} />
    </Drawer>
  );
}
