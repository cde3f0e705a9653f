// SPDX-License-Identifier: Apache-2.0
// How far the screening of a report is, and what of it stands elsewhere.
import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { screeningStateOf } from '../api/findings';
import { progressWords, screeningTags, share } from '../findings-words';
import { ScreeningLink } from './findings';

export function ReportScreening({ report }: { report: string }) {
  const found = useQuery({
    queryKey: ['screening-state', report],
    queryFn: () => screeningStateOf(report),
    refetchInterval: ({ state: { data } }) => (data?.state === 'running' || data?.state === 'waiting' ? 5000 : false),
  });
  if (!found.data) return <span className="muted">{found.error ? '没有读到' : '正在读取…'}</span>;
  const { state, figures, findings } = found.data;
  const { label, color } = screeningTags[state];
  return (
    <>
      <Tag color={color}>{label}</Tag>
      {state !== 'done' && <span className="muted">{progressWords(found.data)}</span>}
      {state === 'done' && figures && `与他人相同 ${share(figures.shared, figures.characters)}${findings.length > 0 ? `，线索 ${findings.length} 条` : ''} `}
      {state === 'done' && <ScreeningLink report={report}>查看查重</ScreeningLink>}
    </>
  );
}
