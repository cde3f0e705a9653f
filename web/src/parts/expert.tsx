// SPDX-License-Identifier: Apache-2.0
// An expert of the register, asked once for all that show one.
import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { type Expert, expertOf } from '../api/expert';
import { standing } from '../expert-words';
import { span } from '../registry-words';
import { UntilTag } from './until';

export function useExpert(id: string | undefined) {
  return useQuery({ queryKey: ['expert', id], enabled: Boolean(id), queryFn: () => expertOf(id!) });
}

export function StandingTag({ expert }: { expert: Expert }) {
  const { label, color } = standing(expert);
  return <Tag color={color}>{label}</Tag>;
}

export function Term({ expert: { current, listed_on: from, until } }: { expert: Expert }) {
  return (
    <>
      <span className="whole">{span(from, until)}</span> {current && <UntilTag until={until} quiet />}
    </>
  );
}

export function FieldTags({ fields }: { fields: string[] }) {
  return fields.map((field) => <Tag key={field}>{field}</Tag>);
}
