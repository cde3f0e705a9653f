// SPDX-License-Identifier: Apache-2.0
// Several of the register's experts who can be chosen now.
import { useQuery } from '@tanstack/react-query';
import { expertsLike } from '../api/expert';
import { emptyWords, Many } from '../parts/many';

interface ExpertsPickerProps {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}

export function ExpertsPicker(props: ExpertsPickerProps) {
  const found = useQuery({ queryKey: ['experts', '', 'current'], queryFn: () => expertsLike('', 'current') });
  const options = (found.data?.items ?? []).map((one) => ({ value: one.id, label: `${one.name}　${one.fields.join('、')}　${one.employer}` }));
  return <Many {...props} showSearch={{ optionFilterProp: 'label' }} options={options} placeholder="选择专家" notFoundContent={emptyWords(found, '专家', '专家库里没有可选的专家')} />;
}
