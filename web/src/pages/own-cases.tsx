// SPDX-License-Identifier: Apache-2.0
// Penalty cases the institution was given notice of: what it may still say, and what it said.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty, Space, Spin } from 'antd';
import { answerCase, type OwnCase, ownCases } from '../api/cases';
import { ReasonForm } from '../forms/reason';
import { LedgerEntry } from '../parts/findings';

function Answers({ of }: { of: OwnCase }) {
  if (of.decided_on) return <p className="muted">{of.decided_on} 已作出决定。不服决定的，可以申请行政复议或者提起行政诉讼，期限写在决定书上。</p>;
  return (
    <Space wrap className="no-print">
      {of.notified_on && (
        <ReasonForm
          label="陈述、申辩"
          send="提交陈述、申辩"
          done="陈述、申辩已提交"
          field="陈述、申辩的内容"
          follows="写清楚对事实、理由和依据的意见。记入案卷，部门必须听取，不因申辩加重处罚；可以多次提交。"
          max={4000}
          make={(text) => answerCase(of.id, false, text)}
        />
      )}
      {of.hearing_told_on && (
        <ReasonForm
          label="要求听证"
          send="确认要求听证"
          done="已要求听证"
          field="要求听证的理由"
          follows={of.hearing_until ? `要求听证的，最晚 ${of.hearing_until}。` : '收到听证告知后可以要求听证。'}
          max={4000}
          make={(text) => answerCase(of.id, true, text)}
        />
      )}
    </Space>
  );
}

function Said({ of }: { of: OwnCase }) {
  if (of.said.length === 0) return <p className="muted">还没有陈述、申辩。</p>;
  return (
    <ol className="timeline" aria-label="已提交">
      {of.said.map((one) => (
        <li key={one.entry}>
          <div>
            <strong>{one.hearing ? '要求听证' : '陈述、申辩'}</strong>
          </div>
          <div className="typed">{one.text}</div>
          <div className="muted">
            {one.on}　<LedgerEntry entry={one.entry} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function OneCase({ of }: { of: OwnCase }) {
  return (
    <section className="panel" aria-label={of.title}>
      <h2>{of.title}</h2>
      <p className="muted">
        {of.id}　{of.bureau_name}
        {of.notified_on && `　${of.notified_on} 告知`}
        {of.hearing_told_on && `　${of.hearing_told_on} 听证告知`}
        {of.hearing_until && `　要求听证最晚 ${of.hearing_until}`}
      </p>
      <Said of={of} />
      <Answers of={of} />
    </section>
  );
}

export function OwnCasesPage() {
  const list = useQuery({ queryKey: ['own-cases'], queryFn: ownCases });
  return (
    <>
      <div className="headline">
        <div>
          <h1>处罚案件</h1>
          <p>
            应急管理部门已经告知本机构的处罚案件。告知书、决定书在<Link to="/documents">执法文书</Link>里；可供借鉴的在<Link to="/typical-cases">典型案例</Link>里。
          </p>
        </div>
      </div>
      {list.isPending && <Spin />}
      {list.error && <p role="alert">没有读到案件，请刷新。</p>}
      {list.data?.length === 0 && (
        <div className="panel">
          <Empty description="没有告知本机构的处罚案件" />
        </div>
      )}
      {list.data?.map((one) => <OneCase key={one.id} of={one} />)}
    </>
  );
}
