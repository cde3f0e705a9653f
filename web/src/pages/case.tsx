// SPDX-License-Identifier: Apache-2.0
// One case: what it is of, what is due, its steps in order, what it costs, what follows.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Result, Space, Spin, Tag } from 'antd';
import { caseOf } from '../api/cases';
import { Problem } from '../api/client';
import { caseStageWords, stepKindWords } from '../case-words';
import { ListingForm } from '../forms/case-acts';
import { DecisionForm } from '../forms/case-decision';
import { StepForm } from '../forms/case-step';
import { Calculator } from '../forms/penalty-facts';
import { TypicalForm } from '../forms/typical-case';
import { DecisionPart, Facts, Limits, Reliances, Steps } from '../parts/case-parts';
import { DocumentLinks } from '../parts/document-links';
import { OpenCase } from '../parts/open-case';
import { mayDecideCases, mayHandleCases, useSession } from '../parts/session';

export function CasePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const session = useSession().data;
  const found = useQuery({ queryKey: ['case', id], queryFn: () => caseOf(id) });
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const hidden = found.error instanceof Problem && found.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有这个案件，或您不能查看' : '没有读到案件，请刷新'} />;
  }
  const view = found.data;
  const { summary } = view;
  const own = session?.unit === summary.bureau;
  const handles = own && mayHandleCases(session);
  const decides = own && (summary.mode === 'here' ? mayDecideCases(session) : mayHandleCases(session));
  const stands = view.decision && !view.decision.annulled_on; // else it can be decided, or decided anew
  const late = view.limits.filter((one) => one.overdue && one.state === 'open');
  return (
    <>
      <div className="headline">
        <div>
          <h1>{summary.title}</h1>
          <p>
            {summary.id}　<Tag color={caseStageWords[summary.stage].color}>{caseStageWords[summary.stage].label}</Tag>
          </p>
        </div>
        <Space wrap className="no-print">
          {handles && <StepForm key={view.steps.length} view={view} />}
          {decides && !stands && (view.decision || summary.stage === 'open') && <DecisionForm view={view} />}
          {handles && stands && summary.institution && <ListingForm view={view} />}
          {!own && view.steps.some((one) => one.kind === 'referred') && (
            <OpenCase source="referral" id={summary.id} institution={summary.institution} project={view.projects[0]} text={`${summary.bureau_name}移送：${summary.title}`} />
          )}
          {handles && <TypicalForm view={view} />}
          {own && <DocumentLinks kind="case" id={id} />}
          <Button href={`/api/v1/cases/${id}/bundle`} download>
            下载材料包
          </Button>
          <Button onClick={() => window.print()}>打印</Button>
        </Space>
      </div>
      {late.length > 0 && (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 16 }}
          title={`部门自己逾期：${late.map((one) => `${one.limit.citation.title}（${one.limit.due}）`).join('、')}`}
          description="逾期的期限本部门的科（处）长、纪检和上一级部门可以看到，并计入公开的统计。"
        />
      )}
      {(summary.stage !== 'closed' || !stands) && view.next.length > 0 && (
        <Alert type="info" showIcon style={{ marginBottom: 16 }} title={`通常的下一步：${view.next.map((kind) => stepKindWords[kind]).join('、')}`} />
      )}
      <Facts view={view} />
      <Limits of={view.limits} />
      <Steps view={view} />
      <DecisionPart view={view} />
      <Reliances view={view} may={handles} />
      {own && !stands && <Calculator view={view} />}
    </>
  );
}
