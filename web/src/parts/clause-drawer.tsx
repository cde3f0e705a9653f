// SPDX-License-Identifier: Apache-2.0
// A clause whole: text, source, force, who vouches for it, how often it is cited.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Descriptions, Drawer, Tag } from 'antd';
import { citingActs, type Clause, type Confirmation } from '../api/law';
import { ConfirmClause, WithdrawConfirmation } from '../forms/confirm-clause';
import { time } from '../words';
import { citationRows } from './citation';
import { awaitsConfirmation } from './law-text';
import { mayConfirmLaw, maySeeProjects, useSession } from './session';

function Confirmed({ clause, one, own }: { clause: Clause; one: Confirmation; own: boolean }) {
  return (
    <div style={{ marginBottom: 8 }}>
      {one.on}　{one.unit}（{one.region_name}）确认
      {!one.stands && <Tag color="orange">条款此后已修改，须重新确认</Tag>}
      <div style={{ whiteSpace: 'pre-wrap' }}>{one.basis}</div>
      <a href={`/ledger?entry=${one.entry}`} target="_blank" rel="noreferrer">
        账本第 {one.entry} 条
      </a>{' '}
      {own && <WithdrawConfirmation clause={clause} confirmation={one} />}
    </div>
  );
}

// The acts that rest on it, those of them this person may see.
function Citing({ clause, listed }: { clause: Clause; listed: boolean }) {
  const acts = useQuery({
    queryKey: ['citations', clause.id],
    enabled: listed && clause.cited > 0,
    retry: false,
    queryFn: () => citingActs(clause.id),
  });
  return (
    <>
      {clause.cited} 次
      {(acts.data ?? []).map((act) => (
        <div key={act.entry}>
          <Link to="/projects/$id" params={{ id: act.project }}>
            {act.project_title}
          </Link>{' '}
          <span className="muted">
            {time(act.at)} {act.text}
          </span>
        </div>
      ))}
      {acts.data && acts.data.length < clause.cited && <div className="muted">列出的是您能查看的最近几次</div>}
    </>
  );
}

interface ClauseDrawerProps {
  clause: Clause | undefined;
  onClose: () => void;
}

export function ClauseDrawer({ clause, onClose }: ClauseDrawerProps) {
  const session = useSession().data;
  const officer = mayConfirmLaw(session);
  const region = officer ? clause?.holds_in : undefined;
  const confirmations = clause?.confirmations ?? [];
  const extra = officer && clause && awaitsConfirmation(clause) && <ConfirmClause clause={clause} />;
  return (
    <Drawer open={clause !== undefined} onClose={onClose} title="条款" size={560} extra={extra}>
      {clause && (
        <Descriptions
          column={1}
          size="small"
          bordered
          styles={{ label: { width: 96 } }}
          items={[
            ...citationRows(clause.citation),
            {
              key: 'confirmations',
              label: '确认',
              children:
                confirmations.length === 0
                  ? clause.citation.binding
                    ? '按来源即可引用，不需要另行确认'
                    : '还没有法制人员确认'
                  : confirmations.map((one) => (
                      <Confirmed key={`${one.region} ${one.entry}`} clause={clause} one={one} own={one.region === region} />
                    )),
            },
            { key: 'cited', label: '被引用', children: <Citing clause={clause} listed={maySeeProjects(session)} /> },
            { key: 'enforced', label: '状态', children: clause.enforced ? '已实现，平台按它计算和提示' : '尚未实现，只供查阅' },
            { key: 'file', label: '规则文件', children: <span className="digest">{clause.file}</span> },
            { key: 'digest', label: '内容摘要', children: <span className="digest">{clause.digest}</span> },
          ]}
        />
      )}
    </Drawer>
  );
}
