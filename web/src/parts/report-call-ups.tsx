// SPDX-License-Identifier: Apache-2.0
// Beside a report: whether it was called up, and for officers the way to do so.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Space, Tag } from 'antd';
import { callUpsFrom } from '../api/call-up';
import { callUpState } from '../call-up-words';
import { CallUpForm } from '../forms/call-up-acts';
import { mayHandleCallUps, useSession } from '../parts/session';

export function ReportCallUps({ report }: { report: string }) {
  const session = useSession().data;
  const found = useQuery({ queryKey: ['call-ups', { report }], queryFn: () => callUpsFrom({ report }, {}) });
  return (
    <Space wrap>
      {(found.data?.items ?? []).map((one) => (
        <Link key={one.id} to="/call-ups/$id" params={{ id: one.id }}>
          {one.id} <Tag color={callUpState(one).color}>{callUpState(one).label}</Tag>
        </Link>
      ))}
      {mayHandleCallUps(session) && <CallUpForm report={report} />}
    </Space>
  );
}
