// SPDX-License-Identifier: Apache-2.0
// What the reviewers and whoever publishes do with the report.
import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { api, type Project } from '../api/client';
import { useChange } from '../parts/change';
import { isOfficeOf, waitsFor } from '../review-steps';
import { OpinionsForm } from './opinions';
import { ReviewForm } from './review';
import { WithdrawalForm } from './withdrawal';

export const leads = (role: string) => role === 'institution_admin' || role === 'project_leader';
const publishes = (role: string) => role === 'institution_admin' || role === 'process_lead';

function Publish({ project }: { project: Project }) {
  const report = project.reports[0]!;
  const change = useChange('报告已公开', async () =>
    (
      await api.POST('/api/v1/projects/{id}/publication', {
        params: { path: { id: project.id } },
        body: { report_sm3: report.file.blob.sm3 },
      })
    ).data!,
  );
  return (
    <Popconfirm
      title="公开这份报告？"
      description="公开编号与文件字节绑定，任何人都可以在公开查询页面查验。"
      okText="公开"
      onConfirm={() => change.mutate(undefined)}
    >
      <Button type="primary" loading={change.isPending}>
        公开报告
      </Button>
    </Popconfirm>
  );
}

function Archive({ project }: { project: Project }) {
  const change = useChange('项目已归档', async () =>
    (await api.POST('/api/v1/projects/{id}/archive', { params: { path: { id: project.id } } })).data!,
  );
  return (
    <Popconfirm title="归档这个项目？" okText="归档" onConfirm={() => change.mutate(undefined)}>
      <Button type="primary" loading={change.isPending}>
        归档
      </Button>
    </Popconfirm>
  );
}

function publishedActs(project: Project, role: string): ReactNode[] {
  const out: ReactNode[] = [];
  if (project.stage !== 'archived' && leads(role)) out.push(<Archive key="archive" project={project} />);
  if (publishes(role)) out.push(<WithdrawalForm key="withdrawal" project={project} />);
  return out;
}

export function reportActs(project: Project, role: string): ReactNode[] {
  const report = project.reports[0];
  if (!report || report.withdrawn !== undefined) return [];
  if (report.number !== undefined) return publishedActs(project, role);
  const step = waitsFor(project);
  if (step && isOfficeOf(step, role))
    return [<ReviewForm key={`review ${step}`} project={project} step={step} />, <OpinionsForm key={`opinions ${step}`} project={project} step={step} />];
  return !step && publishes(role) ? [<Publish key="publish" project={project} />] : [];
}
