// SPDX-License-Identifier: Apache-2.0
// On a project's page: the applications for permits that rest on its report.
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { outcomeWords } from '../permit-words';
import { useApplications } from './permit-query';

export function PermitsOf({ project }: { project: string }) {
  const { rows } = useApplications({ project });
  if (rows.length === 0) return null;
  return (
    <div className="panel">
      <h2>依据本项目报告的许可</h2>
      {rows.map((row) => (
        <p key={row.id} style={{ margin: '0 0 8px' }}>
          <Link to="/applications/$id" params={{ id: row.id }}>
            {row.title}
          </Link>{' '}
          {row.outcome ? (
            <Tag color={outcomeWords[row.outcome].color}>{outcomeWords[row.outcome].label}</Tag>
          ) : (
            <span className="muted">{row.due ? `法定期限 ${row.due}` : '尚未受理'}</span>
          )}{' '}
          {row.open_corrections > 0 && <Tag color="orange">未完成补正 {row.open_corrections} 份</Tag>}
        </p>
      ))}
    </div>
  );
}
