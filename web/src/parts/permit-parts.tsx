// SPDX-License-Identifier: Apache-2.0
// An application's standing: what comes next, the statutory limit, the agenda's hold, the decision.
import { Link } from '@tanstack/react-router';
import { Alert, Descriptions, Tag } from 'antd';
import type { Application } from '../api/permit';
import { outcomeWords, pressing, stepText } from '../permit-words';
import { daysLeft } from '../words';
import { useCatalogueName } from './catalogue';
import { maySeeEnterprises, useSession } from './session';
import { Why } from './why';

// The bureau's own agenda waits; nothing else does, and nobody but the institution owes anything.
export function HeldBanner({ view: { held, summary } }: { view: Application }) {
  if (!held) return null;
  const limit = summary.due ? `（${summary.due}，${daysLeft(summary.working_days_left)}）` : '';
  return (
    <Alert
      style={{ marginBottom: 16 }}
      showIcon
      type="info"
      title={held.text}
      description={`法定期限${limit}不停止、不延长；由机构补正，申请人不需要为此补交材料或者办理手续。`}
      action={<Why citation={held.citation} facts={held.facts} clears={held.clears} />}
    />
  );
}

export function EscalatedBanner({ view: { escalated, held, summary, decision_due: due } }: { view: Application }) {
  if (!escalated) return null;
  return (
    <Alert
      style={{ marginBottom: 16 }}
      showIcon
      type="warning"
      title={`提请负责人决定：法定期限${daysLeft(summary.working_days_left)}`}
      description={`由负责人就申请事项本身作出决定并写明理由${held ? '，不再等待机构补正' : ''}。`}
      action={due && <Why citation={due.citation} facts={due.facts} count={due.count} calendar={due.calendar} />}
    />
  );
}

function Limit({ view: { summary, accepted_on: accepted, decision_due: due } }: { view: Application }) {
  if (!due) return <span className="muted">{accepted ? '工作日历尚未公布，暂不能计算' : '自受理之日起算'}</span>;
  return (
    <div>
      <strong className="whole">{due.due}</strong>{' '}
      <span className={pressing(summary) ? 'late' : 'muted'}>{daysLeft(summary.working_days_left)}</span>
      <Why citation={due.citation} facts={due.facts} count={due.count} calendar={due.calendar} />
      <div className="muted">{due.count}</div>
    </div>
  );
}

function Applicant({ view: { summary } }: { view: Application }) {
  if (!maySeeEnterprises(useSession().data)) return <>{summary.enterprise_name}</>;
  return (
    <Link to="/enterprises/$id" params={{ id: summary.enterprise }}>
      {summary.enterprise_name}
    </Link>
  );
}

export function Standing({ view }: { view: Application }) {
  const kind = useCatalogueName('permit_kinds');
  const { summary, accepted_on: accepted } = view;
  return (
    <div className="panel">
      <h2>{stepText(view.next)}</h2>
      <Descriptions
        column={{ xs: 1, md: 2 }}
        size="small"
        items={[
          { key: 'd', label: '法定期限', children: <Limit view={view} /> },
          { key: 'k', label: '许可种类', children: kind(summary.kind) },
          { key: 'r', label: '收到', children: summary.received_on },
          { key: 'e', label: '申请人', children: <Applicant view={view} /> },
          { key: 'a', label: '受理', children: accepted ?? '尚未受理' },
          { key: 'p', label: '所在地', children: summary.region_name },
          { key: 'm', label: '办公会议', children: summary.meeting_on ?? '未列入议程' },
        ]}
      />
    </div>
  );
}

export function DecisionPart({ view: { decision } }: { view: Application }) {
  if (!decision) return null;
  const { label, color } = outcomeWords[decision.outcome];
  return (
    <div className="panel">
      <h2>决定</h2>
      <p>
        <Tag color={color}>{label}</Tag>
        {decision.in_spite_of_hold && <Tag color="orange">未按时补正、按法定期限决定</Tag>}
        <span className="muted">{decision.decided_on}</span>
      </p>
      <Descriptions
        column={1}
        size="small"
        items={[
          ...(decision.permit_number ? [{ key: 'n', label: '许可证编号', children: decision.permit_number }] : []),
          { key: 'r', label: '理由', children: <span className="typed">{decision.reasons}</span> },
          {
            key: 'l',
            label: '记录',
            children: (
              <a href={`/ledger?entry=${decision.entry}`} target="_blank" rel="noreferrer">
                账本第 {decision.entry} 条
              </a>
            ),
          },
        ]}
      />
    </div>
  );
}
