// SPDX-License-Identifier: Apache-2.0
// One order: its items, each with its deadline, proof and re-checks.
import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Alert, Descriptions, Result, Space, Spin, Tag } from 'antd';
import { Problem } from '../api/client';
import { type Order, type OrderItem, orderOf } from '../api/rectification';
import { ExtensionForm, ProofForm, RecheckForm, WithdrawOrderForm } from '../forms/order-acts';
import { checkedName, itemStageWords, orderState, orderWords, warningWords } from '../inspection-words';
import { DocumentLinks } from '../parts/document-links';
import { Exhibits } from '../parts/exhibits';
import { Acts } from '../parts/inspection-history';
import { OpenCase } from '../parts/open-case';
import { isBureau, mayAnswerInspections, mayInspect, useSession } from '../parts/session';
import { Why } from '../parts/why';
import { daysLeft, time } from '../words';

interface ItemProps {
  of: Order;
  item: OrderItem;
  may: boolean;
  party: boolean;
}

function Past({ of, item }: { of: Order; item: OrderItem }) {
  const at = `rectifications/${of.summary.id}` as const;
  return (
    <>
      {item.extensions.map((one) => (
        <p key={one.at} className="muted">
          延期至 {one.due}：{one.reason}　{time(one.at)}
        </p>
      ))}
      {item.proofs.map((one) => (
        <blockquote key={one.at} className="typed">
          {one.words}
          <div className="muted">
            整改证明{one.responsible && `　责任人 ${one.responsible}`}　{time(one.at)}
            {one.recheck && `　复查期限 ${one.recheck.due}`} {one.recheck && <Why citation={one.recheck.citation} count={one.recheck.count} calendar={one.recheck.calendar} facts={one.recheck.facts} />}
          </div>
          <Exhibits of={at} files={one.files} />
        </blockquote>
      ))}
      {item.rechecks.map((one) => (
        <div key={one.at}>
          <Tag color={one.passed ? 'green' : 'red'}>{one.passed ? '复查通过' : '复查未通过'}</Tag>
          {one.words}{' '}
          <span className="muted">
            {one.on}　{one.officers.map((officer) => `${officer.name}（${officer.certificate}）`).join('、')}
          </span>
          {one.warnings.map((warning) => (
            <div key={`${warning.kind}${warning.officer ?? ''}`} className="late">
              {warningWords[warning.kind]}
            </div>
          ))}
          <Exhibits of={at} files={one.files} />
        </div>
      ))}
    </>
  );
}

function Item({ of, item, may, party }: ItemProps) {
  const open = of.summary.stage === 'open' && item.stage !== 'passed';
  const { label, color } = item.overdue ? { label: '逾期', color: 'red' } : itemStageWords[item.stage];
  return (
    <section className="panel" aria-label={`第 ${item.number} 项`}>
      <h2>
        第 {item.number} 项 <Tag color={color}>{label}</Tag>
      </h2>
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'f', label: '问题', children: <span className="typed">{item.fact}</span> },
          { key: 'd', label: '整改要求', children: <span className="typed">{item.demand}</span> },
          ...(item.citation
            ? [
                {
                  key: 'c',
                  label: '依据',
                  children: (
                    <span>
                      {item.citation.title} <span className="muted">{item.citation.source}</span> <Why citation={item.citation} />
                    </span>
                  ),
                },
              ]
            : []),
          {
            key: 'u',
            label: '期限',
            children: (
              <span>
                {item.due} {open && <span className={item.overdue ? 'late' : 'muted'}>{daysLeft(item.working_days_left)}</span>}{' '}
                {item.counted && <Why citation={item.counted.citation} count={item.counted.count} calendar={item.counted.calendar} facts={item.counted.facts} />}
              </span>
            ),
          },
          { key: 'r', label: '责任人', children: item.responsible ?? <span className="muted">没有写明</span> },
        ]}
      />
      <Past of={of} item={item} />
      {open && (
        <Space wrap className="no-print" style={{ marginTop: 8 }}>
          {party && <ProofForm order={of.summary.id} item={item} />}
          {may && <RecheckForm order={of.summary.id} item={item} />}
          {may && <ExtensionForm order={of.summary.id} item={item} />}
        </Space>
      )}
    </section>
  );
}

export function RectificationPage() {
  const session = useSession().data;
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const found = useQuery({ queryKey: ['rectification', id], queryFn: () => orderOf(id) });
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const hidden = found.error instanceof Problem && found.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有这份整改文书，或您不能查看' : '没有读到整改，请刷新'} />;
  }
  const of = found.data;
  const { summary } = of;
  const state = orderState(summary);
  const may = mayInspect(session) && session?.unit === summary.bureau;
  const party = !isBureau(session) && mayAnswerInspections(session);
  return (
    <>
      <div className="headline">
        <div>
          <h1>
            {orderWords[summary.kind]} {summary.number}
          </h1>
          <p>
            {id}　<Tag color={state.color}>{state.label}</Tag>
          </p>
        </div>
        {may && (
          <Space wrap className="no-print">
            {summary.stage === 'open' && <WithdrawOrderForm order={id} />}
            <DocumentLinks kind="rectification" id={id} />
            {summary.escalated && <OpenCase source="rectification" id={id} institution={summary.institution} enterprise={summary.checked === 'enterprise' ? summary.enterprise : undefined} project={of.project} text={`逾期未整改或者整改不合格：${summary.number ?? id}`} />}
          </Space>
        )}
      </div>
      {of.withdrawn && <Alert type="warning" showIcon title={`已撤销：${of.withdrawn}`} style={{ marginBottom: 16 }} />}
      <div className="panel">
        <Descriptions
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'w', label: '整改单位', children: checkedName(summary) },
            { key: 'b', label: '发出部门', children: summary.bureau_name },
            { key: 'i', label: '发出日期', children: summary.issued_on },
            { key: 'p', label: '进展', children: `通过 ${summary.passed} / ${summary.items} 项${summary.closed_on ? `，${summary.closed_on} 销号` : ''}` },
            ...(summary.campaign ? [{ key: 'c', label: '专项', children: summary.campaign }] : []),
            ...(summary.inspection
              ? [
                  {
                    key: 'j',
                    label: '检查',
                    children: (
                      <Link to="/inspections/$id" params={{ id: summary.inspection }}>
                        {summary.inspection}
                      </Link>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
      {of.items.map((item) => (
        <Item key={item.number} of={of} item={item} may={may} party={party} />
      ))}
      <Acts acts={of.history} />
    </>
  );
}
