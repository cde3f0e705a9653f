// SPDX-License-Identifier: Apache-2.0
// One institution on the list of those watched more closely: why, until when, what was said against it.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Descriptions, Result, Space, Spin, Tag } from 'antd';
import { Problem } from '../api/client';
import { type Listing, listingOf } from '../api/planning';
import { AnswerForm, ConfirmForm, ListingAct } from '../forms/key-list-acts';
import { LedgerEntry } from '../parts/findings';
import { isInstitution, mayAnswerFindings, mayDecideKeyList, useSession } from '../parts/session';
import { Why } from '../parts/why';
import { listingTag } from '../planning-words';
import { time } from '../words';
import { Branches } from './institution/branches';

function Acts({ listing }: { listing: Listing }) {
  const session = useSession().data;
  const { summary } = listing;
  const decides = mayDecideKeyList(session) && session?.unit === summary.bureau;
  const objects = isInstitution(session) && session?.unit === summary.institution && mayAnswerFindings(session);
  return (
    <Space wrap className="no-print">
      {decides && summary.stage === 'proposed' && <ConfirmForm listing={listing} />}
      {decides && summary.stage === 'proposed' && <ListingAct listing={listing} what="decline" />}
      {decides && summary.objection_open && <AnswerForm listing={listing} />}
      {decides && summary.in_effect && <ListingAct listing={listing} what="remove" />}
      {objects && summary.in_effect && !summary.objection_open && <ListingAct listing={listing} what="object" next />}
    </Space>
  );
}

function Grounds({ listing }: { listing: Listing }) {
  const { summary, citation, references } = listing;
  return (
    <div className="panel">
      <h2>情形和事实</h2>
      <p className="seen">{listing.facts}</p>
      <Descriptions
        size="small"
        bordered
        column={1}
        styles={{ label: { width: 140 } }}
        items={[
          { key: 't', label: '情形', children: <>{summary.trigger_name}<Why citation={citation} /></> },
          { key: 'd', label: '日期', children: summary.happened_on },
          {
            key: 'r',
            label: '依据的材料',
            children: references.length ? references.map((one, at) => <div key={at}>{one.kind}：{one.text}{one.id && `（${one.id}）`}</div>) : '没有另附',
          },
          { key: 'b', label: '部门', children: summary.bureau_name },
          { key: 'p', label: '提议', children: <>{time(summary.proposed_at)}　<LedgerEntry entry={summary.entry} /></> },
          ...(listing.confirm_due && summary.stage === 'proposed'
            ? [{ key: 'c', label: '应于何时确认', children: <>{listing.confirm_due.due}<Why citation={listing.confirm_due.citation} count={listing.confirm_due.count} facts={listing.confirm_due.facts as Record<string, unknown>} /></> }]
            : []),
          ...(summary.until
            ? [{ key: 'u', label: '列入至', children: <>{summary.until}{listing.expiry && <Why citation={listing.expiry.citation} count={listing.expiry.count} facts={listing.expiry.facts as Record<string, unknown>} />}</> }]
            : []),
          ...(listing.reason ? [{ key: 'w', label: summary.stage === 'declined' ? '不予列入的理由' : '列入的理由', children: listing.reason }] : []),
          ...(listing.removed ? [{ key: 'm', label: '移出的理由', children: listing.removed }] : []),
        ]}
      />
    </div>
  );
}

function Objections({ listing }: { listing: Listing }) {
  if (listing.objections.length === 0) return null;
  return (
    <div className="panel">
      <h2>机构的异议</h2>
      {listing.objections.map((one) => (
        <div key={one.at}>
          <div className="muted">
            {time(one.at)} 提出
            {one.answer_due && !one.answer && <>，应于 {one.answer_due.due} 前答复<Why citation={one.answer_due.citation} count={one.answer_due.count} /></>}
          </div>
          <blockquote className="typed">{one.text}</blockquote>
          {one.answer && (
            <p>
              <Tag color={one.upheld ? 'green' : 'default'}>{one.upheld ? '异议成立，移出' : '异议不成立，维持'}</Tag>
              {one.answer}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}

// The list covers the institution's branches and whatever any of them works on (XJ-12).
function Reach({ institution }: { institution: string }) {
  return (
    <div className="panel">
      <h2>及于分支机构和项目</h2>
      <p>
        <Link to="/projects" search={{ institution } as never}>
          该机构及其分支机构的项目
        </Link>
      </p>
      <Branches institution={institution} edits={false} />
    </div>
  );
}

export function KeyListingPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const session = useSession().data;
  const found = useQuery({ queryKey: ['listing', id], queryFn: () => listingOf(id) });
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const hidden = found.error instanceof Problem && found.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有这一重点监督检查对象，或您不能查看' : '没有读到，请刷新'} />;
  }
  const listing = found.data;
  const { label, color } = listingTag(listing.summary);
  return (
    <>
      <div className="headline">
        <div>
          <h1>{listing.summary.institution_name}</h1>
          <p>
            <Tag color={color}>{label}</Tag>重点监督检查对象　{listing.summary.id}
            {!isInstitution(session) && (
              <>
                {'　'}<Link to="/institutions/$id" params={{ id: listing.summary.institution }}>机构的登记</Link>
              </>
            )}
          </p>
        </div>
        <Acts listing={listing} />
      </div>
      <Grounds listing={listing} />
      <Objections listing={listing} />
      {!isInstitution(session) && <Reach institution={listing.summary.institution} />}
    </>
  );
}
