// SPDX-License-Identifier: Apache-2.0
// Listings of the institution's own: the notice, until when to answer, the decision, its term, how to be removed early.
import { useQuery } from '@tanstack/react-query';
import { Space, Tag } from 'antd';
import { type OwnListing, ownListings } from '../api/listings';
import { listingStepWords } from '../case-words';
import { AnswerListingForm, RepairForm } from '../forms/own-listing';
import { Limits } from './case-parts';
import { useCatalogueName } from './catalogue';
import { Conditions, ListingSteps } from './listing-parts';

function One({ of }: { of: OwnListing }) {
  const situation = useCatalogueName('dishonesty_situations');
  const { summary } = of;
  return (
    <>
      <section className="panel" aria-label={`严重失信主体名单 ${summary.id}`}>
        <h2>
          严重失信主体名单　<Tag color={summary.in_force ? 'red' : 'default'}>{listingStepWords[summary.stage]}</Tag>
        </h2>
        <p className="muted">
          {summary.id}　{summary.bureau_name}　依据案件 {summary.of}
          {summary.person && `　人员：${summary.person}`}
        </p>
        <p>
          {situation(summary.situation)}
          {summary.listed_on && `　${summary.listed_on} 列入`}
          {summary.publicised_on && `　${summary.publicised_on} 公示`}
          {summary.ends_on && `　管理期限至 ${summary.ends_on}`}
          {summary.removed_on && `　${summary.removed_on} 移出`}
        </p>
        <ListingSteps view={of} files="own-listings" />
        <Conditions view={of} />
        <Space wrap className="no-print" style={{ marginTop: 16 }}>
          {of.may_answer && <AnswerListingForm of={of} />}
          {of.may_ask && <RepairForm of={of} />}
        </Space>
      </section>
      <Limits of={of.limits} />
    </>
  );
}

export function OwnListings() {
  const list = useQuery({ queryKey: ['own-listings'], queryFn: ownListings });
  if (list.error) return <p role="alert">没有读到名单事项，请刷新。</p>;
  return <>{list.data?.map((one) => <One key={one.summary.id} of={one} />)}</>;
}
