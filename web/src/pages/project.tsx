// SPDX-License-Identifier: Apache-2.0
// A project: headline, what is due, timeline, parts.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Descriptions, Result, Spin, Steps, Tabs, Tag } from 'antd';
import { api, Problem, type Project } from '../api/client';
import { ProjectActions } from '../forms/actions';
import { ArchiveContents } from '../parts/archive-contents';
import { useCatalogueName } from '../parts/catalogue';
import { CirculationCard } from '../parts/circulation';
import { ContractPart } from '../parts/contract';
import { DisclosurePanel } from '../parts/disclosure';
import { EnterpriseWaiting } from '../parts/enterprise-waiting';
import { useFilters } from '../parts/filters';
import { OpenFindings } from '../parts/findings';
import { NoticeList } from '../parts/notice-list';
import { PermitsOf } from '../parts/permits';
import { EvidenceTable, FlagList } from '../parts/project-parts';
import { ReportChecks } from '../parts/report-checks';
import { ReportList } from '../parts/report-list';
import { isBureau, maySeeEnterprises, useSession } from '../parts/session';
import { SitePart } from '../parts/site-part';
import { TeamPart } from '../parts/team';
import { Timeline } from '../parts/timeline';
import { Why } from '../parts/why';
import { daysLeft, dutyWords, stageOrder, stageWords, yuan } from '../words';

function Due({ project }: { project: Project }) {
  if (project.deadlines.length === 0) return <p className="muted">没有期限。</p>;
  return (
    <>
      {project.deadlines.map((item) => (
        <p key={item.deadline.duty} style={{ margin: '0 0 8px' }}>
          <strong>{dutyWords[item.deadline.duty] ?? item.deadline.duty}</strong> {item.deadline.due}{' '}
          {item.met_on ? (
            <Tag color={item.met_on <= item.deadline.due ? 'green' : 'orange'}>{item.met_on} 完成</Tag>
          ) : (
            <span className={(item.working_days_left ?? 0) < 0 ? 'late' : 'muted'}>{daysLeft(item.working_days_left)}</span>
          )}
          <Why
            citation={item.deadline.citation}
            facts={item.deadline.facts}
            count={item.deadline.count}
            calendar={item.deadline.calendar}
          />
        </p>
      ))}
    </>
  );
}

// A name leads to what is registered, for those who may read it.
function InstitutionName({ project }: { project: Project }) {
  if (!isBureau(useSession().data)) return <>{project.institution_name}</>;
  return (
    <Link to="/institutions/$id" params={{ id: project.institution }}>
      {project.institution_name}
    </Link>
  );
}

function EnterpriseName({ project }: { project: Project }) {
  if (!maySeeEnterprises(useSession().data)) return <>{project.enterprise_name}</>;
  return (
    <Link to="/enterprises/$id" params={{ id: project.enterprise }}>
      {project.enterprise_name}
    </Link>
  );
}

function Basics({ project }: { project: Project }) {
  const scope = useCatalogueName('scopes');
  const kind = useCatalogueName('statutory_kinds');
  const service = useCatalogueName('service_types');
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      size="small"
      items={[
        { key: 'i', label: '机构', children: <InstitutionName project={project} /> },
        { key: 'e', label: '企业', children: <EnterpriseName project={project} /> },
        { key: 'r', label: '所在地', children: project.region_name },
        { key: 's', label: '现场', children: project.site },
        {
          key: 'o',
          label: '业务范围',
          children: (
            <div>
              {scope(project.scope)} {!project.scope_covered && <Tag color="red">超出认可范围</Tag>}
            </div>
          ),
        },
        { key: 'k', label: '种类', children: project.statutory ? kind(project.statutory_kind) : '非法定项目' },
        { key: 'v', label: '服务类型', children: service(project.service_type) },
        { key: 'l', label: '项目组组长', children: project.leader_name || '登记合同时确定' },
        { key: 'u', label: '承担单位', children: project.branch_name ?? (project.leader ? '机构本部' : '登记合同时确定') },
        ...(project.contract ? [{ key: 'n', label: '合同', children: `${project.contract.number}，${yuan(project.contract.price)}` }] : []),
      ]}
    />
  );
}

function Reports({ project }: { project: Project }) {
  return (
    <>
      <ReportList project={project} />
      <ReportChecks project={project} />
    </>
  );
}

function Parts({ project }: { project: Project }) {
  const open = project.flags.filter((flag) => !flag.cleared_at).length;
  const [{ tab = 'flags' }] = useFilters();
  return (
    <Tabs
      defaultActiveKey={tab}
      items={[
        { key: 'flags', label: `标记${open ? `（${open}）` : ''}`, children: <FlagList project={project} /> },
        { key: 'contract', label: '合同', children: <ContractPart project={project} /> },
        { key: 'team', label: '项目组', children: <TeamPart project={project} /> },
        { key: 'notices', label: `从业告知（${project.notices.length}）`, children: <NoticeList project={project} /> },
        { key: 'site', label: `现场（${project.surveys.length}）`, children: <SitePart project={project} /> },
        { key: 'evidence', label: `材料（${project.evidence.length}）`, children: <EvidenceTable project={project} /> },
        { key: 'reports', label: `报告（${project.reports.length}）`, children: <Reports project={project} /> },
        { key: 'archive', label: '归档', children: <ArchiveContents project={project.id} /> },
      ]}
    />
  );
}

// A project that a notice told of is notified before its contract is recorded.
function stepsOf({ leader }: Project) {
  return stageOrder.map((stage) =>
    stage === 'contracted' && !leader ? { title: '待登记合同', status: 'wait' as const } : { title: stageWords[stage] },
  );
}

export function ProjectPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const project = useQuery({
    queryKey: ['project', id],
    queryFn: async () => (await api.GET('/api/v1/projects/{id}', { params: { path: { id } } })).data!,
  });
  const timeline = useQuery({
    queryKey: ['timeline', id],
    queryFn: async () => (await api.GET('/api/v1/projects/{id}/timeline', { params: { path: { id } } })).data!.items,
  });
  if (project.isPending) return <Spin />;
  if (project.error || !project.data) {
    const gone = project.error instanceof Problem && project.error.status === 404;
    return <Result status={gone ? '404' : '500'} title={gone ? '没有这个项目，或您不能查看' : '没有读到项目，请刷新'} />;
  }
  const view = project.data;
  return (
    <>
      <div className="headline">
        <div>
          <h1>{view.title}</h1>
          <p>
            {view.id}　{view.institution_name}
          </p>
        </div>
        <ProjectActions project={view} />
      </div>
      <EnterpriseWaiting project={view} />
      <div className="panel">
        <Steps
          size="small"
          responsive
          current={stageOrder.indexOf(view.stage)}
          items={stepsOf(view)}
        />
      </div>
      <div className="two">
        <div>
          <div className="panel">
            <h2>期限</h2>
            <Due project={view} />
          </div>
          <OpenFindings project={id} />
          <PermitsOf project={id} />
          <CirculationCard
            matters={[{ kind: 'project', id }, ...view.notices.map((notice) => ({ kind: 'notice' as const, id: notice.id }))]}
          />
          <DisclosurePanel project={view} />
          <div className="panel">
            <h2>基本信息</h2>
            <Basics project={view} />
          </div>
          <div className="panel">
            <Parts project={view} />
          </div>
        </div>
        <div className="panel">
          <h2>时间线</h2>
          <Timeline items={timeline.data ?? []} />
        </div>
      </div>
    </>
  );
}
