// SPDX-License-Identifier: Apache-2.0
// Reports that were called up, and how far the reviewers agree.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Descriptions, Input, Result, Segmented, Tag } from 'antd';
import { agreementIn, type CallUpFilters, type CallUpRow, callUpsFrom } from '../api/call-up';
import { agreementWords, callUpState, faultsIn, faultWords, materialWords } from '../call-up-words';
import { useFilters } from '../parts/filters';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { isBureau, isExpert, maySeeCallUps, useSession } from '../parts/session';
import { time } from '../words';

const report: Column<CallUpRow> = {
  title: '报告',
  render: (row) => (
    <>
      <Link to="/call-ups/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
      <div className="muted">
        {row.id}　{row.enterprise_name}
        {row.campaign && `　${row.campaign}`}
      </div>
    </>
  ),
};
const state: Column<CallUpRow> = {
  title: '进展',
  width: 190,
  render: (row) => (
    <>
      <Tag color={callUpState(row).color}>{callUpState(row).label}</Tag>
      {row.reviewers > 0 && row.stage === 'reviewing' && <span className="muted">意见 {row.given} / {row.reviewers}</span>}
      {row.found && row.found.length > 0 && <div className="muted">{faultsIn(row.found)}</div>}
      {row.against_all.length > 0 && <div className="late">与全部专家意见相反</div>}
    </>
  ),
};
const columns: Column<CallUpRow>[] = [
  report,
  { title: '机构', width: 180, render: (row) => row.institution_name },
  { title: '部门', width: 180, render: (row) => row.bureau_name },
  { title: '材料', width: 170, render: (row) => <span className={row.overdue ? 'late' : ''}>{materialWords(row)}</span> },
  state,
  { title: '调阅', width: 150, render: (row) => time(row.called_at) },
];

function AgreementPanel({ filters }: { filters: CallUpFilters }) {
  const found = useQuery({ queryKey: ['call-up-agreement', filters], queryFn: () => agreementIn(filters) });
  if (!found.data) return null;
  const { call_ups: count, kinds } = found.data;
  return (
    <section className="panel" aria-label="评审的一致程度">
      <h2>评审的一致程度</h2>
      <p className="muted">
        {count} 件有两位专家互不知情的意见。kappa 扣除了碰巧一致的部分：1 为完全一致，0 为与碰巧无异；只用第一次提交的意见。
      </p>
      <Descriptions column={{ xs: 1, md: 2 }} items={kinds.map(({ fault, agreement }) => ({ key: fault, label: faultWords[fault], children: agreementWords(agreement) }))} />
    </section>
  );
}

export function CallUpsPage() {
  const session = useSession().data;
  const [{ state: chosen, institution, bureau, campaign, report: of }, setFilters] = useFilters();
  const filters = {
    ...(chosen ? { state: chosen } : {}),
    ...(institution ? { institution } : {}),
    ...(bureau ? { bureau } : {}),
    ...(campaign ? { campaign } : {}),
    ...(of ? { report: of } : {}),
  };
  const list = usePages(['call-ups', filters], (from) => callUpsFrom(filters, from));
  if (session && !maySeeCallUps(session)) return <Result status="403" title="报告由应急管理部门调阅" />;
  const officer = isBureau(session);
  const words = isExpert(session) ? '请您评审的报告：各自提交意见，意见齐了以后才互相看到。' : '调阅本机构的报告：按期提交平台上没有的过程控制材料，等待结论。';
  return (
    <>
      <div className="headline">
        <div>
          <h1>报告调阅</h1>
          <p>{officer ? '调阅报告，请两位专家各自评审，再作结论。从项目的报告页调阅。' : words}</p>
        </div>
      </div>
      <div className="panel">
        <div className="filters">
          <Segmented
            value={chosen ?? ''}
            onChange={(picked) => setFilters({ state: picked || undefined })}
            options={[
              { value: '', label: '全部' },
              ...(isExpert(session) ? [] : [{ value: 'overdue', label: '材料逾期' }]),
              { value: 'reviewing', label: '评审中' },
              { value: 'reviewed', label: '意见已齐' },
              { value: 'concluded', label: '已有结论' },
            ]}
          />
          {officer && session && (
            <>
              <Input.Search defaultValue={campaign} allowClear placeholder="专项名称" aria-label="专项名称" style={{ width: 200 }} onSearch={(typed) => setFilters({ campaign: typed.trim() || undefined })} />
              <Segmented
                value={bureau === session.unit ? 'own' : 'all'}
                onChange={(picked) => setFilters({ bureau: picked === 'own' ? session.unit : undefined })}
                options={[
                  { value: 'all', label: '本级和下级' },
                  { value: 'own', label: '本部门' },
                ]}
              />
            </>
          )}
          {institution && (
            <Tag closable onClose={() => setFilters({ institution: undefined })}>
              机构 {list.rows[0]?.institution_name ?? institution}
            </Tag>
          )}
          {of && (
            <Tag closable onClose={() => setFilters({ report: undefined })}>
              报告 {of}
            </Tag>
          )}
        </div>
        <Rows
          label="报告调阅"
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到，请刷新。' : '没有报告调阅。'}
          least={1000}
        />
        <More list={list} />
      </div>
      {officer && <AgreementPanel filters={filters} />}
    </>
  );
}
