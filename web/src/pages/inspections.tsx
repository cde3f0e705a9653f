// SPDX-License-Identifier: Apache-2.0
// Inspections: the bureau's own and those below; for who is inspected, those it was told of.
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button, Result, Segmented, Space, Tag } from 'antd';
import { type InspectionRow, inspectionsFrom, outcomesOf } from '../api/inspection';
import { changeWords, checkedName, coverageWords, daysWords, rateWords, settingWords, stageWords } from '../inspection-words';
import { useFilters } from '../parts/filters';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { isBureau, isInstitution, mayInspect, maySeeInspections, useSession } from '../parts/session';

const columns: Column<InspectionRow>[] = [
  {
    title: '检查',
    render: (row) => (
      <>
        <Link to="/inspections/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
        <div className="muted">{row.id}</div>
      </>
    ),
  },
  { title: '被检查单位', render: (row) => checkedName(row) },
  { title: '部门', width: 190, render: (row) => row.bureau_name },
  {
    title: '方式',
    width: 120,
    render: (row) => (
      <>
        {coverageWords[row.coverage]}
        <div className="muted">
          {settingWords[row.setting]}，{row.announced ? '预先通知' : '不预先通知'}
        </div>
      </>
    ),
  },
  { title: '时间', width: 150, render: (row) => row.begun_on ?? <span className="muted">计划 {daysWords(row.planned_from, row.planned_until)}</span> },
  {
    title: '进展',
    width: 150,
    render: (row) => (
      <>
        <Tag color={stageWords[row.stage].color}>{stageWords[row.stage].label}</Tag>
        {row.refused && <Tag color="red">拒绝检查</Tag>}
        {row.problems > 0 && <div>问题 {row.problems} 个</div>}
      </>
    ),
  },
];

function Outcomes({ institution }: { institution: string }) {
  const found = useQuery({ queryKey: ['outcomes', institution], queryFn: () => outcomesOf(institution) });
  if (!found.data?.length) return null;
  return (
    <div className="panel">
      <h2>整改前后</h2>
      <p className="muted">责令整改前后，检查核对的事项中不符合的比例。括号里是 95% 的区间：检查的项数少，区间就宽，两个区间重叠时看不出变化。</p>
      <Rows
        label="整改前后"
        columns={[
          {
            title: '整改',
            width: 190,
            render: (row) => (
              <>
                <Link to="/rectifications/$id" params={{ id: row.order }}>
                  {row.on}
                </Link>
                <div className="muted">{row.bureau_name}</div>
              </>
            ),
          },
          { title: '之前', render: (row) => rateWords(row.found.before) },
          { title: '之后', render: (row) => rateWords(row.found.after) },
          { title: '变化', width: 110, render: (row) => <Tag color={changeWords[row.found.change].color}>{changeWords[row.found.change].label}</Tag> },
        ]}
        rows={found.data}
        rowKey={(row) => row.order}
        empty=""
        least={760}
      />
    </div>
  );
}

export function InspectionsPage() {
  const session = useSession().data;
  const [{ stage, institution, refused }, setFilters] = useFilters();
  const filters = { ...(stage ? { stage } : {}), ...(institution ? { institution } : {}), ...(refused ? { refused } : {}) };
  const list = usePages(['inspections', filters], (from) => inspectionsFrom(filters, from));
  if (session && !maySeeInspections(session)) return <Result status="403" title="检查由应急管理部门办理" />;
  const own = isInstitution(session) ? session?.unit : institution;
  return (
    <>
      <div className="headline">
        <div>
          <h1>检查</h1>
          <p>{isBureau(session) ? '检查经批准后实施，由两名以上持有效执法证件的人员到场，结果签字确认。' : '向本单位告知的和已经开始的检查；可以确认结果，对问题作出说明。'}</p>
        </div>
        {mayInspect(session) && (
          <Link to="/inspections/new">
            <Button type="primary">拟定检查</Button>
          </Link>
        )}
      </div>
      <div className="panel">
        <div className="filters">
          <Segmented
            aria-label="进展"
            value={refused ? 'refused' : (stage ?? '')}
            onChange={(chosen) => setFilters(chosen === 'refused' ? { stage: undefined, refused: '1' } : { stage: chosen || undefined, refused: undefined })}
            options={[
              { value: '', label: '全部' },
              ...(isBureau(session) ? [{ value: 'planned', label: '待批准' }] : []),
              { value: 'approved', label: '已批准' },
              { value: 'begun', label: '检查中' },
              { value: 'closed', label: '已结束' },
              ...(isBureau(session) ? [{ value: 'called_off', label: stageWords.called_off.label }] : []),
              { value: 'refused', label: '拒绝检查' },
            ]}
          />
          {institution && (
            <Space>
              <Tag closable style={{ whiteSpace: 'normal' }} onClose={() => setFilters({ institution: undefined })}>
                机构 {list.rows[0]?.institution_name ?? institution}
              </Tag>
            </Space>
          )}
        </div>
        <Rows
          label="检查"
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到检查，请刷新。' : '没有检查。'}
          least={900}
        />
        <More list={list} />
      </div>
      {own && <Outcomes institution={own} />}
    </>
  );
}
