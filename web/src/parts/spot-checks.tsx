// SPDX-License-Identifier: Apache-2.0
// What bureaus found when they looked at the work on site.
import { Tag } from 'antd';
import type { Project } from '../api/client';
import type { SpotCheck } from '../api/site';
import { time } from '../words';
import { ActFiles, filesOfAct } from './act-files';
import { type Column, Rows } from './rows';

const columnsFor = (project: Project): Column<SpotCheck>[] => [
  {
    title: '抽查',
    width: 150,
    render: (row) => (
      <>
        <div className="whole">{row.checked_on}</div>
        <div className="muted">记录 {time(row.recorded_at)}</div>
      </>
    ),
  },
  {
    title: '部门',
    render: (row) => (
      <>
        {row.bureau_name}
        <div className="muted">{row.officers}</div>
      </>
    ),
  },
  {
    title: '方式',
    width: 120,
    render: (row) => (
      <div className="stacked">
        <div>{row.announced ? '事先通知' : '事先未通知'}</div>
        <div>
          <Tag color={row.team_on_site ? 'green' : 'orange'}>{row.team_on_site ? '项目组在现场' : '项目组不在现场'}</Tag>
        </div>
      </div>
    ),
  },
  {
    title: '情况',
    render: (row) => (
      <>
        <span className="typed">{row.findings}</span>
        <ActFiles project={project.id} files={filesOfAct(project, row.entry, row.recorded_at)} />
      </>
    ),
  },
];

export function SpotChecks({ project, checks }: { project: Project; checks: SpotCheck[] }) {
  return (
    <Rows label="监督抽查" columns={columnsFor(project)} rows={checks} rowKey={(row) => String(row.entry)} empty="没有监督抽查的记录。" least={640} />
  );
}
