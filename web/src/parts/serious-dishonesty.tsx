// SPDX-License-Identifier: Apache-2.0
// Whoever is on the list of serious dishonesty, where somebody deals with them: since when, until when, and what that brings with it
// there, with its clause and how sure it is. It holds nothing, and is gone when the listing is.
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { type ListingInForce, listingsInForce } from '../api/listings';
import { markWords } from '../words';
import { Why } from './why';

export type Place = 'supervision' | 'licensing' | 'choosing';

export const useListingsInForce = (institutions: string[]) =>
  useQuery({ queryKey: ['listings-in-force', ...institutions], queryFn: () => listingsInForce(institutions), enabled: institutions.length > 0 });

export function effectsAt(of: ListingInForce, place: Place): string {
  return of.effects
    .filter((one) => one.places.includes(place))
    .map((one) => `${one.name}（${markWords[one.mark] ?? one.mark}）`)
    .join('；');
}

export function termOf(of: ListingInForce): string {
  return `${of.listed_on} 列入${of.ends_on ? `，至 ${of.ends_on}` : ''}`;
}

export function DishonestyNotice({ institutions, place }: { institutions: string[]; place: Place }) {
  const found = useListingsInForce(institutions);
  if (found.error) return <p role="alert">没有读到严重失信主体名单，请刷新。</p>;
  return (
    <>
      {found.data?.map((one) => (
        <Alert
          key={one.id}
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={
            <>
              {one.institution_name}
              {one.person && `的人员 ${one.person}`}在严重失信主体名单上　{one.id}
            </>
          }
          description={
            <>
              {one.bureau_name}　{termOf(one)}。管理措施：{effectsAt(one, place) || '没有'}
              {one.clause && <Why citation={one.clause} />}
              {one.clause && !one.clause.binding && <div>条款未经核实，只作提示，不据以限制。</div>}
            </>
          }
        />
      ))}
    </>
  );
}
