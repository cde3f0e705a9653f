// SPDX-License-Identifier: Apache-2.0
// Which document each step of a case calls for, whether it is issued, and deliveries to be taken over as steps.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Descriptions, Tag } from 'antd';
import { type Case, type CaseStep, type Paper, papersOf, type StepKind, type StepPapers } from '../api/cases';
import type { Delivery as DocumentDelivery } from '../api/document';
import { stepKindWords } from '../case-words';
import { stageWords, wayWords } from '../document-words';
import { StepForm } from '../forms/case-step';
import { beijingNow, day } from './day-picker';
import { LedgerEntry } from './findings';
import { type Column, Rows } from './rows';

type Delivery = Paper['deliveries'][number];
const wayOf = (of: Delivery) => wayWords[of.way as DocumentDelivery['way']] ?? of.way;
const stepName = (step: string) => (step === 'opened' ? '立案' : (stepKindWords[step as StepKind] ?? step));

export function DocumentLink({ id, children }: { id: string; children: string }) {
  return (
    <Link to="/documents/$id" params={{ id }}>
      {children}
    </Link>
  );
}

/** The document a step rests on. */
export function RestsOn({ of }: { of: CaseStep['paper'] }) {
  if (!of) return null;
  return (
    <div className="muted">
      依据 <DocumentLink id={of.document}>{of.number ?? of.document}</DocumentLink>
      {of.delivered_on && `，${of.delivered_on} 送达`}
      {of.sm3 && (
        <div>
          SM3 <code className="digest">{of.sm3}</code>
        </div>
      )}
    </div>
  );
}

function Receipt({ paper, of }: { paper: Paper; of: Delivery }) {
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      style={{ marginBottom: 16 }}
      items={[
        { key: 'd', label: '文书', children: `${paper.name}　${paper.number ?? ''}` },
        ...(paper.sm3 ? [{ key: 'x', label: '摘要', children: <code className="digest">{paper.sm3}</code> }] : []),
        { key: 'w', label: '送达', children: `${wayOf(of)}　${of.on}${of.effective === of.on ? '' : `，视为 ${of.effective} 送达`}` },
        { key: 'a', label: '受送达人', children: paper.addressee_name },
        ...(of.receiver ? [{ key: 'r', label: of.way === 'left' ? '见证人' : '签收人', children: of.receiver }] : []),
        ...(of.place ? [{ key: 'p', label: '地点', children: of.place }] : []),
        { key: 'e', label: '登记', children: <LedgerEntry entry={of.entry} /> },
      ]}
    />
  );
}

function DeliveryLine({ view, paper, of, may }: { view: Case; paper: Paper; of: Delivery; may: boolean }) {
  const over = of.effective <= day(beijingNow());
  return (
    <div>
      {wayOf(of)}　{of.effective}
      {of.receiver && `　签收 ${of.receiver}`}
      {of.step !== undefined && (
        <div>
          <Tag color="green">已登记为步骤</Tag>
        </div>
      )}
      {of.step === undefined && paper.delivered_as && !over && <div className="muted">届时可以登记为步骤</div>}
      {of.step === undefined && paper.delivered_as && over && may && (
        <div>
          <StepForm
            view={view}
            taken={{
              kind: paper.delivered_as,
              on: of.effective,
              text: `${wayOf(of)}《${paper.name}》${paper.number ?? ''}，见送达回执。`,
              paper: { document: paper.id, delivery: of.entry },
              says: <Receipt paper={paper} of={of} />,
            }}
          />
        </div>
      )}
    </div>
  );
}

function PaperLine({ view, step, of }: { view: Case; step: string; of: Paper }) {
  const decided = view.decision?.document;
  return (
    <div>
      <DocumentLink id={of.id}>{of.number ?? of.name}</DocumentLink> <Tag color={stageWords[of.stage].color}>{stageWords[of.stage].label}</Tag>
      {step === 'decision' && of.number && decided && of.number !== decided && <Tag color="orange" style={{ whiteSpace: 'normal' }}>与登记的决定文号（{decided}）不同</Tag>}
      {of.despite && (
        <div>
          <Tag color="orange">越过提示签发</Tag>
          {of.despite}
        </div>
      )}
    </div>
  );
}

function columnsFor(view: Case, may: boolean): Column<StepPapers>[] {
  return [
    {
      title: '步骤',
      width: 170,
      render: (row) => (
        <>
          <strong>{stepName(row.step)}</strong>
          <div className="muted">{row.on ?? '还没有记录'}</div>
        </>
      ),
    },
    { title: '应有的文书', width: 220, render: (row) => row.kinds.map((one) => one.name).join('，或者') },
    {
      title: '文书',
      render: (row) => (
        <div className="stacked">
          {row.papers.map((one) => (
            <PaperLine key={one.id} view={view} step={row.step} of={one} />
          ))}
          {row.written.map((one) => (
            <div key={`${one.kind} ${one.number}`} className="muted">
              {one.kind}　{one.number}（登记的）
            </div>
          ))}
          {row.missing && (
            <div>
              <Tag color="orange">缺少</Tag>
            </div>
          )}
          {may &&
            row.papers.every((one) => one.stage === 'voided') &&
            row.written.length === 0 &&
            row.kinds.map((one) => (
              <div key={one.kind}>
                <Link to="/documents/new" search={{ subject: `case:${view.summary.id}`, kind: one.kind } as never}>
                  制作{one.name}
                </Link>
              </div>
            ))}
        </div>
      ),
    },
    {
      title: '送达',
      width: 240,
      render: (row) =>
        row.papers.flatMap((paper) => paper.deliveries.map((one) => <DeliveryLine key={one.entry} view={view} paper={paper} of={one} may={may} />)),
    },
  ];
}

export function CasePapers({ view, may }: { view: Case; may: boolean }) {
  const { id } = view.summary;
  const found = useQuery({ queryKey: ['case-papers', id], queryFn: () => papersOf(id) });
  return (
    <div className="panel">
      <h2>各步骤的文书</h2>
      <Rows
        label="各步骤的文书"
        columns={columnsFor(view, may)}
        rows={found.data?.steps ?? []}
        rowKey={(row) => row.step}
        pending={found.isPending}
        empty={found.error ? '没有读到文书，请刷新。' : '没有。'}
        least={900}
      />
      {found.data && found.data.others.length > 0 && (
        <p>
          其他文书：
          {found.data.others.map((one) => (
            <span key={one.id}>
              <DocumentLink id={one.id}>{`${one.name} ${one.number ?? ''}`}</DocumentLink>　
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
