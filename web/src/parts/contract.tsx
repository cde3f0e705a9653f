// SPDX-License-Identifier: Apache-2.0
// What was signed, by whom, after which analysis, and whether the people to do it were there that day.
import { useQuery } from '@tanstack/react-query';
import { Descriptions, Empty, Tag } from 'antd';
import { api, type Project } from '../api/client';
import { ContractForm } from '../forms/contract';
import { priceStanding, yuan } from '../words';
import { useCatalogueName } from './catalogue';
import { LikePricesPart } from './prices';
import { leadsProject, mayWeighPrices, useSession } from './session';
import { StaffingTable, StaffingTag } from './staffing';
import { Why } from './why';

// For the officers who weigh prices; the server tells nobody else.
function PriceLine({ project }: { project: Project }) {
  const price = useQuery({
    queryKey: ['price', project.id],
    queryFn: async () => (await api.GET('/api/v1/projects/{id}/price', { params: { path: { id: project.id } } })).data!,
  });
  if (price.isPending) return <>正在比较…</>;
  if (!price.data) return <>没有读到价款比较，请刷新</>;
  const facts = { 比较范围: price.data.area, 同类项目数: price.data.samples, 至少需要: price.data.samples_asked };
  return (
    <>
      {priceStanding(price.data)} {price.data.low && <Tag color="orange">价格偏低（待核）</Tag>}
      {price.data.citation && <Why citation={price.data.citation} facts={facts} />}
    </>
  );
}

// A project that a notice told of has no leader until its contract is recorded.
function withoutTerms({ contract, leader }: Project): string {
  if (leader === '') return '还没有登记合同';
  return contract ? '没有登记' : '您的岗位不查看合同价款和条款';
}

function Signed({ project }: { project: Project }) {
  const weighs = mayWeighPrices(useSession().data);
  const stage = useCatalogueName('construction_stages');
  const { contract, terms } = project;
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      styles={{ label: { width: 108 } }}
      items={[
        { key: 'u', label: '承担单位', children: project.branch_name ?? (project.leader ? `${project.institution_name}（机构本部）` : '登记合同时确定') },
        ...(contract
          ? [
              { key: 'n', label: '合同编号', children: contract.number },
              { key: 'd', label: '合同期', children: `${contract.signed_on} 至 ${contract.ends_on}` },
              { key: 'p', label: '价款', children: yuan(contract.price) },
              ...(weighs ? [{ key: 'c', label: '价款比较', children: <PriceLine project={project} /> }] : []),
            ]
          : []),
        ...(terms
          ? [
              { key: 'o', label: '服务内容', children: <span className="typed">{terms.object}</span> },
              { key: 's', label: '三同时阶段', children: terms.stages.map(stage).join('、') || '不涉及' },
              {
                key: 't',
                label: '许可条件',
                children: terms.permit_tied ? (
                  <div>
                    <Tag color="orange">约定以取得许可为条件</Tag>
                    <div className="typed">{terms.permit_term}</div>
                  </div>
                ) : (
                  '没有约定以取得许可为条件'
                ),
              },
            ]
          : [{ key: 'm', label: '合同要点', children: withoutTerms(project) }]),
      ]}
    />
  );
}

function Risk({ project }: { project: Project }) {
  const { risk } = project;
  if (!risk) return <Empty description="没有登记合同前风险分析" />;
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      styles={{ label: { width: 108 } }}
      items={[
        { key: 'd', label: '分析日期', children: risk.made_on },
        { key: 's', label: '资质范围', children: risk.in_scope ? '在资质范围内' : '不在资质范围内' },
        { key: 'p', label: '人员专业', children: risk.people_suffice ? '满足' : '不满足' },
        { key: 'e', label: '外部专家', children: risk.experts_needed ? `需要聘请：${risk.experts ?? '没有写明'}` : '不需要' },
        { key: 'c', label: '结论', children: <span className="typed">{risk.conclusion}</span> },
      ]}
    />
  );
}

function StaffingAtSigning({ project }: { project: string }) {
  const staffing = useQuery({
    queryKey: ['project-staffing', project],
    queryFn: async () =>
      (await api.GET('/api/v1/projects/{id}/staffing', { params: { path: { id: project } } })).data!.items,
  });
  if (staffing.error) return <div className="rows-note">没有读到签订时的专业能力配备，请刷新。</div>;
  return staffing.data?.map((one) => (
    <div key={one.scope}>
      <div className="card-head">
        <h3>
          签订时的专业能力配备 <StaffingTag staffing={one} />
        </h3>
      </div>
      <StaffingTable staffing={one} label="签订时的专业能力配备" />
    </div>
  ));
}

export function ContractPart({ project }: { project: Project }) {
  const session = useSession().data;
  const { contract, stage } = project;
  const weighs = contract && mayWeighPrices(session);
  const changes = contract && stage !== 'archived' && project.institution === session?.unit && leadsProject(session);
  return (
    <>
      {changes && (
        <div className="card-head no-print">
          <span className="muted">合同有变更的，写明原因登记。</span>
          <ContractForm key={JSON.stringify(project.contract)} project={project} small />
        </div>
      )}
      <Signed project={project} />
      {weighs && <LikePricesPart project={project.id} />}
      <div className="card-head">
        <h3>合同前风险分析</h3>
      </div>
      <Risk project={project} />
      <StaffingAtSigning project={project.id} />
    </>
  );
}
