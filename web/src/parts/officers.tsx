// SPDX-License-Identifier: Apache-2.0
// The bureau's officers: asked once for all that show or choose one.
import { useQuery } from '@tanstack/react-query';
import { type Officer, officers } from '../api/officer';
import { officesToAsk } from '../api/circulation';
import type { Choice } from './catalogue';
import { emptyWords, Many } from './many';
import { useSession } from './session';

export function useOfficers() {
  return useQuery({ queryKey: ['officers'], queryFn: officers });
}

export const officerName = (one: Officer) => `${one.name}（${one.facts.certificate}${one.valid ? '' : '，证件已过期'}）`;

// Who of the bureau has an account, oneself among them.
export function useColleagues(): Choice[] {
  const session = useSession().data;
  const found = useQuery({ queryKey: ['offices'], queryFn: officesToAsk });
  const own = (found.data ?? []).filter((one) => one.bureau === session?.unit && one.officer);
  const others = own.map((one) => ({ value: one.officer!, label: one.officer_name }));
  if (!session || others.some((one) => one.value === session.account)) return others;
  return [{ value: session.account, label: session.display_name }, ...others];
}

interface OfficersPickerProps {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}

export function OfficersPicker(props: OfficersPickerProps) {
  const found = useOfficers();
  const options = (found.data ?? [])
    .filter((one) => one.current)
    .map((one) => ({ value: one.id, label: officerName(one) }));
  return (
    <Many {...props} showSearch={{ optionFilterProp: 'label' }} options={options} placeholder="选择执法人员" notFoundContent={emptyWords(found, '执法人员', '还没有登记执法人员，请先在“执法人员”里登记')} />
  );
}
