// SPDX-License-Identifier: Apache-2.0
// One report that is called up: what was handed in, who reviews it, what they say, the conclusion. Officer, institution
// and expert open the same page, and each finds what they may know.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Descriptions, Result, Space, Spin, Tag } from 'antd';
import { Problem } from '../api/client';
import { type CallUp, callUpOf, type Fault, type Reviewer } from '../api/call-up';
import { callUpState, doubtWords, faults, faultsIn, faultWords, materialWords, verdictWords } from '../call-up-words';
import { AskAgainForm, AssignForm, ConcludeForm, HandInForm, OpinionForm, RelieveForm, WithdrawCallUpForm } from '../forms/call-up-acts';
import { OpenDeterminationForm } from '../forms/determination-acts';
import { Exhibits } from '../parts/exhibits';
import { LedgerEntry } from '../parts/findings';
import { Acts } from '../parts/inspection-history';
import { type Column, Rows } from '../parts/rows';
import { isBureau, isExpert, mayAnswerCallUps, mayHandleCallUps, mayHandleCases, useSession } from '../parts/session';
import { time } from '../words';

const isOver = ({ summary: { stage } }: CallUp) => stage === 'concluded' || stage === 'withdrawn';

// What a conclusion that found something leads to.
function Following({ of }: { of: CallUp }) {
  const session = useSession().data;
  const { id, report, institution, title, found } = of.summary;
  const search = { source: `clue:${id}`, institution, text: `报告调阅：${title}，${faultsIn(found ?? [])}`, ...(of.project ? { project: of.project } : {}) };
  return (
    <Space wrap className="no-print">
      <OpenDeterminationForm report={report} next />
      {mayHandleCases(session) && (
        <Link to="/cases/new" search={search as never}>
          立案
        </Link>
      )}
    </Space>
  );
}

function HandlerActs({ of }: { of: CallUp }) {
  const { stage, found } = of.summary;
  if (stage === 'concluded' && found && found.length > 0) return <Following of={of} />;
  if (isOver(of)) return null;
  return (
    <Space wrap className="no-print">
      {stage === 'reviewed' && <ConcludeForm of={of} />}
      <AssignForm of={of} />
      <WithdrawCallUpForm of={of.summary.id} />
    </Space>
  );
}

function CallUpActs({ of }: { of: CallUp }) {
  const session = useSession().data;
  if (mayHandleCallUps(session) && session?.unit === of.summary.bureau) return <HandlerActs of={of} />;
  if (isOver(of)) return null;
  if (isExpert(session)) return of.summary.waits_for_me ? <OpinionForm of={of} /> : null;
  return mayAnswerCallUps(session) ? <HandInForm of={of} /> : null;
}

function Facts({ of }: { of: CallUp }) {
  const { summary } = of;
  return (
    <div className="panel">
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'i', label: '机构', children: summary.institution_name },
          { key: 'e', label: '企业', children: summary.enterprise_name },
          { key: 'n', label: '版次', children: `第 ${summary.edition} 版` },
          ...(of.project ? [{ key: 'p', label: '项目', children: <Link to="/projects/$id" params={{ id: of.project }}>{of.project}</Link> }] : []),
          { key: 'b', label: '部门', children: <span>{summary.bureau_name}　{time(summary.called_at)}　<LedgerEntry entry={summary.entry} /></span> },
          ...(summary.campaign ? [{ key: 'c', label: '专项', children: summary.campaign }] : []),
          ...(of.why ? [{ key: 'w', label: '理由', children: <span className="typed">{of.why}　<span className="muted">{of.called_by}</span></span> }] : []),
        ]}
      />
    </div>
  );
}

function Material({ of }: { of: CallUp }) {
  const at = `call-ups/${of.summary.id}` as const;
  return (
    <section className="panel" aria-label="材料">
      <h2>材料</h2>
      <p className={of.summary.overdue ? 'late' : 'muted'}>{materialWords(of.summary)}</p>
      {of.wanted && <p className="typed">{of.wanted}</p>}
      {of.handed.map((one) => (
        <blockquote key={one.at} className="typed">
          {one.note}
          <div className="muted">
            {time(one.at)} 提交 {one.late && <Tag color="orange">晚于期限</Tag>}
          </div>
          <Exhibits of={at} files={one.files} />
        </blockquote>
      ))}
      {of.archive.length > 0 && (
        <>
          <h3>报告和平台上的档案</h3>
          <Exhibits of={at} files={of.archive} />
        </>
      )}
    </section>
  );
}

function Seat({ of, one, handles }: { of: CallUp; one: Reviewer; handles: boolean }) {
  return (
    <>
      {one.relieved !== undefined && (
        <>
          <Tag>{one.recused ? '已解除（回避）' : '已解除'}</Tag>
          {one.recused && one.given && <span className="late">意见不计入 </span>}
          <span className="typed">{one.relieved}</span>
        </>
      )}
      {one.relieved === undefined && <Tag color={one.given ? 'green' : 'orange'}>{one.given ? '已提交意见' : '未提交意见'}</Tag>}
      {one.asked_again && (
        <>
          <Tag color="purple">请补充意见</Tag>
          <span className="typed">{one.asked_again} </span>
        </>
      )}
      {handles && one.relieved === undefined && <RelieveForm of={of.summary.id} reviewer={one} />}
      {handles && of.summary.stage === 'reviewed' && one.given && one.relieved === undefined && one.asked_again === undefined && <AskAgainForm of={of.summary.id} reviewer={one} />}
    </>
  );
}

function Reviewers({ of }: { of: CallUp }) {
  const session = useSession().data;
  const handles = mayHandleCallUps(session) && session?.unit === of.summary.bureau && !isOver(of);
  const columns: Column<Reviewer>[] = [
    { title: '专家', render: (one) => `${one.number}　${one.name}${one.mine ? '（本人）' : ''}` },
    ...(isBureau(session) ? [{ title: '回避提示', render: (one: Reviewer) => one.doubts.map((doubt) => <div key={doubt} className="late">{doubtWords[doubt]}</div>) }] : []),
    { title: '意见', width: 320, render: (one) => <Seat of={of} one={one} handles={handles} /> },
  ];
  if (of.reviewers.length === 0) return null;
  return (
    <section className="panel" aria-label="评审专家">
      <h2>评审专家</h2>
      <Rows label="评审专家" columns={columns} rows={of.reviewers} rowKey={(one) => String(one.number)} empty="" least={640} />
    </section>
  );
}

// A row a kind; beside each other what every reviewer said, the later under the first.
function Opinions({ of }: { of: CallUp }) {
  const session = useSession().data;
  const numbers = [...new Set(of.opinions.map((one) => one.reviewer))];
  const nameOf = (number: number) => of.reviewers.find((one) => one.number === number)?.name ?? '';
  const columns: Column<Fault>[] = [
    { title: '情形', width: 130, render: (fault) => faultWords[fault] },
    ...numbers.map((number) => ({
      title: `专家 ${number}　${nameOf(number)}`,
      render: (fault: Fault) =>
        of.opinions
          .filter((one) => one.reviewer === number)
          .map((one) => {
            const answer = one.answers.find((said) => said.fault === fault)!;
            return (
              <div key={one.round}>
                <Tag color={verdictWords[answer.verdict].color}>{verdictWords[answer.verdict].label}</Tag>
                {one.round > 1 && <span className="muted">补充（{time(one.at)}）</span>}
                <div className="typed">{answer.grounds}</div>
              </div>
            );
          }),
    })),
  ];
  if (of.opinions.length === 0)
    return isBureau(session) && of.summary.stage === 'reviewing' ? <p className="muted">意见齐了以前，谁的意见都不显示。</p> : null;
  return (
    <section className="panel" aria-label="专家意见">
      <h2>专家意见</h2>
      <Rows label="专家意见" columns={columns} rows={faults} rowKey={(fault) => fault} empty="" least={640} />
    </section>
  );
}

function Ending({ of }: { of: CallUp }) {
  if (of.withdrawn) return <Alert type="warning" showIcon title={`已撤回：${of.withdrawn}`} style={{ marginBottom: 16 }} />;
  const end = of.conclusion;
  if (!end) return null;
  return (
    <Alert
      type={end.found.length > 0 ? 'error' : 'success'}
      showIcon
      title={end.found.length > 0 ? `结论：有问题（${faultsIn(end.found)}）` : '结论：没有发现问题'}
      description={
        <>
          <p className="typed">{end.reason}</p>
          {end.differences.map((one) => (
            <p key={one.fault}>
              {faultWords[one.fault]}：与专家 {one.reviewers.join('、')} 的意见相反
              {end.against_all.includes(one.fault) && <Tag color="red">全部专家</Tag>}
            </p>
          ))}
          {end.differing && <p className="typed">没有采纳的理由：{end.differing}</p>}
          <span className="muted">{time(end.at)}　{end.by}</span>
        </>
      }
      style={{ marginBottom: 16 }}
    />
  );
}

export function CallUpPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery({ queryKey: ['call-up', id], queryFn: () => callUpOf(id) });
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const hidden = found.error instanceof Problem && found.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有这次报告调阅，或您不能查看' : '没有读到，请刷新'} />;
  }
  const of = found.data;
  const state = callUpState(of.summary);
  return (
    <>
      <div className="headline">
        <div>
          <h1>调阅：{of.summary.title}</h1>
          <p>
            {id}　<Tag color={state.color}>{state.label}</Tag>
          </p>
        </div>
        <CallUpActs of={of} />
      </div>
      <Ending of={of} />
      <Facts of={of} />
      <Material of={of} />
      <Reviewers of={of} />
      <Opinions of={of} />
      <Acts acts={of.history} />
    </>
  );
}
