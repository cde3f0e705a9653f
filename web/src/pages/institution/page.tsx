// SPDX-License-Identifier: Apache-2.0
// An institution: headline facts, then its register in parts. The same page for its own people and for officers.
import { Link, useParams } from '@tanstack/react-router';
import { Descriptions, Result, Space, Spin, Tabs } from 'antd';
import { Problem } from '../../api/client';
import { historyOf, type Institution } from '../../api/registry';
import { papersFor } from '../../api/templates';
import { PersonForm } from '../../forms/person';
import { useCatalogueName } from '../../parts/catalogue';
import { CirculationCard } from '../../parts/circulation';
import { useFilters } from '../../parts/filters';
import { History } from '../../parts/history';
import { ProcessRulePart } from '../../parts/process-rule';
import { useInstitution } from '../../parts/registry';
import { DishonestyNotice } from '../../parts/serious-dishonesty';
import { isInstitution, mayEditRegister, mayTakeWorkReport, useSession } from '../../parts/session';
import { Templates } from '../../parts/templates';
import { UntilTag } from '../../parts/until';
import { WorkReport } from '../../parts/work-report';
import { Branches } from './branches';
import { Watch } from './watch';
import { HoldingPart } from './holding';
import { Instruments } from './instruments';
import { People } from './people';
import { StaffingPart } from './staffing';

function Overview({ view }: { view: Institution }) {
  const scopeName = useCatalogueName('scopes');
  const { certificate, valid_from: from, valid_until: until, scopes } = view.qualification;
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'c', label: '资质证书编号', children: certificate },
        {
          key: 'v',
          label: '有效期',
          children: (
            <div>
              {from} 至 {until} <UntilTag until={until} />
            </div>
          ),
        },
        { key: 's', label: '业务范围', span: 'filled', children: scopes.map(scopeName).join('；') },
        { key: 'r', label: '登记地', children: view.region_name },
        { key: 'a', label: '地址', children: view.address },
        { key: 'p', label: '电话', children: view.phone },
        { key: 'w', label: '网站', children: view.website ?? '未登记' },
      ]}
    />
  );
}

function Process({ kind }: { kind: Institution['kind'] }) {
  return (
    <>
      <ProcessRulePart />
      <Templates
        title="本机构的记录表样"
        note="每个项目的过程控制记录都可以在项目页面下载，已知的内容由平台填好。有自己的表样的，用自己的；没有的，用平台的表式。"
        choose={(papers) => papersFor(kind, papers)}
      />
    </>
  );
}

function Parts({ view, edits }: { view: Institution; edits: boolean }) {
  const session = useSession().data;
  const [{ tab = 'people' }, setFilters] = useFilters();
  return (
    <Tabs
      activeKey={tab}
      onChange={(chosen) => setFilters({ tab: chosen, person: '' })}
      items={[
        { key: 'people', label: `人员（${view.people}）`, children: <People institution={view.id} edits={edits} /> },
        { key: 'staffing', label: '专业能力配备', children: <StaffingPart institution={view.id} /> },
        { key: 'holding', label: '资质保持', children: <HoldingPart institution={view.id} /> },
        { key: 'branches', label: '分支机构', children: <Branches institution={view.id} edits={edits} /> },
        { key: 'instruments', label: '仪器设备', children: <Instruments institution={view.id} edits={edits} /> },
        ...(isInstitution(session) && session?.unit === view.id ? [{ key: 'process', label: '过程控制', children: <Process kind={view.kind} /> }] : []),
        { key: 'watch', label: '信用与重点监督', children: <Watch institution={view.id} /> },
        { key: 'history', label: '变更记录', children: <History of={view.id} read={historyOf} /> },
      ]}
    />
  );
}

// What is public of an institution is public wherever it works.
function NotHere({ id }: { id: string }) {
  return (
    <div className="page-state">
      <h1>没有这家机构，或不在您的监管范围</h1>
      <p>
        在您辖区内没有登记、没有分支机构也没有项目的机构，只能查看
        <a href={`/institutions/${id}`} target="_blank" rel="noreferrer">
          公开信息
        </a>
        。
      </p>
    </div>
  );
}

export function InstitutionPage() {
  const session = useSession().data;
  const { id = session?.unit ?? '' } = useParams({ strict: false }) as { id?: string };
  const institution = useInstitution(id);
  if (institution.isPending) return <Spin />;
  if (!institution.data) {
    const hidden = institution.error instanceof Problem && institution.error.status < 500;
    return hidden ? <NotHere id={id} /> : <Result status="500" title="没有读到机构，请刷新" />;
  }
  const view = institution.data;
  const edits = mayEditRegister(session) && session?.unit === id;
  return (
    <>
      <div className="headline">
        <div>
          <h1>{view.name}</h1>
          <p>
            {view.credit_code}　{view.kind === 'assessment' ? '安全评价机构' : '安全生产检测检验机构'}
          </p>
        </div>
        <Space wrap className="no-print">
          {edits && <PersonForm institution={id} />}
          {mayTakeWorkReport(session) && session?.unit === id && <WorkReport />}
          {isInstitution(session) && session?.unit === id && <Link to="/hosting">安全托管</Link>}
        </Space>
      </div>
      <DishonestyNotice institutions={[id]} place="supervision" />
      <div className="panel">
        <Overview view={view} />
      </div>
      <CirculationCard matters={[{ kind: 'institution', id }]} />
      <div className="panel">
        <Parts view={view} edits={edits} />
      </div>
    </>
  );
}
