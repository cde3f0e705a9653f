// SPDX-License-Identifier: Apache-2.0
// A qualification another bureau granted is that bureau's to take away: said before the act, and it holds nothing.
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { Case } from '../api/cases';
import { Why } from './why';

export type Home = Case['homes'][number];

/** Those the case was not referred to so far. */
export const homesAhead = (view: Case): Home[] => view.homes.filter((one) => one.referred_on === undefined);

/** Whether a penalty as the form has it, "revoke unit", is another bureau's to decide. */
export const isHomes = (view: Case, measure: string | undefined): boolean =>
  view.homes.some((home) => home.measures.some((code) => measure === `${code} unit`));

export function HomeNotice({ of, act }: { of: Home; act?: ReactNode }) {
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={
        <>
          {of.institution_name}的资质由{of.bureau_name}认可：吊销、撤销资质由原资质认可机关决定 <Why citation={of.clause} />
        </>
      }
      description={of.referred_on ? `${of.referred_on} 已移送。` : '可以照常处理其他处罚；吊销、撤销资质的，移送该机关并提出建议。'}
      action={of.referred_on ? undefined : act}
    />
  );
}
