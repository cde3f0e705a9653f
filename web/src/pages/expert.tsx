// SPDX-License-Identifier: Apache-2.0
// An expert of the register: what holds, what was entered, and the acts of the bureau that keeps the entry.
import { useParams } from '@tanstack/react-router';
import { Descriptions, Result, Space, Spin } from 'antd';
import { Problem } from '../api/client';
import { type Expert, expertHistoryOf } from '../api/expert';
import { ExpertChangeForm, ExpertRemovalForm } from '../forms/expert';
import { FieldTags, StandingTag, Term, useExpert } from '../parts/expert';
import { History } from '../parts/history';
import { keepsExpert, useSession } from '../parts/session';

function Facts({ expert }: { expert: Expert }) {
  const { title, fields, employer, employers_before: before, interests, bureau_name: bureau, struck_on: on, struck_reason: why } = expert;
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 't', label: '职称', children: title },
        { key: 'f', label: '专业', children: <div><FieldTags fields={fields} /></div> },
        { key: 'e', label: '工作单位', children: employer },
        { key: 'p', label: '曾任职单位', children: before.length ? before.join('、') : '未登记' },
        { key: 'i', label: '持股或有业务往来的机构', children: interests.length ? interests.join('、') : '未登记' },
        { key: 's', label: '聘期', children: <div><Term expert={expert} /></div> },
        { key: 'b', label: '建库部门', children: bureau },
        ...(on ? [{ key: 'o', label: '出库', children: `${on}　${why ?? ''}` }] : []),
      ]}
    />
  );
}

export function ExpertPage() {
  const session = useSession().data;
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const expert = useExpert(id);
  if (expert.isPending) return <Spin />;
  if (!expert.data) {
    const hidden = expert.error instanceof Problem && expert.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有这位专家，或您不能查看' : '没有读到专家，请刷新'} />;
  }
  const view = expert.data;
  return (
    <>
      <div className="headline">
        <div>
          <h1>{view.name}</h1>
          <p>
            专家库　<StandingTag expert={view} />
          </p>
        </div>
        {keepsExpert(session, view) && !view.struck_on && (
          <Space wrap className="no-print">
            <ExpertChangeForm key={JSON.stringify(view)} expert={view} />
            <ExpertRemovalForm expert={view} />
          </Space>
        )}
      </div>
      <div className="panel">
        <Facts expert={view} />
      </div>
      <div className="panel">
        <h2>变更记录</h2>
        <History of={view.id} read={expertHistoryOf} />
      </div>
    </>
  );
}
