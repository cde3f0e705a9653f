// SPDX-License-Identifier: Apache-2.0
// An applicant and the projects whose reports an application rests on. Enterprises are found through their projects:
// the register of enterprises is not open to the permit desk.
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { ProjectRow } from '../api/client';
import { projectsNamed } from '../api/permit';
import { Many } from '../parts/many';

function useProjects(text: string): ProjectRow[] {
  const named = (q: string) => ({ queryKey: ['projects named', q], queryFn: () => projectsNamed(q) });
  const latest = useQuery(named('')).data ?? [];
  const found = useQuery({ ...named(text), enabled: text !== '' }).data ?? [];
  return [...new Map([...latest, ...found].map((one) => [one.id, one])).values()];
}

interface ApplicantPickerProps {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
}

export function ApplicantPicker({ id, value, onChange }: ApplicantPickerProps) {
  const [text, setText] = useState('');
  const projects = useProjects(text);
  const found = projects.filter(
    (one) => one.enterprise === value || one.enterprise_name.includes(text) || one.title.toLowerCase().includes(text.toLowerCase()),
  );
  const names = new Map(found.map((one) => [one.enterprise, `${one.enterprise_name}（${one.region_name}）`]));
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ onSearch: (typed) => setText(typed.trim()), filterOption: false }}
      placeholder="企业名称或其项目名称的一部分"
      options={[...names].map(([one, label]) => ({ value: one, label }))}
      notFoundContent="没有找到；只列出在平台有项目的企业"
    />
  );
}

interface ProjectsPickerProps<Value> {
  enterprise: string | undefined;
  without?: string[];
  id?: string;
  value?: Value;
  onChange?: (chosen: Value) => void;
}

function useChoices(enterprise: string | undefined, without: string[] = []) {
  const [text, setText] = useState('');
  const projects = useProjects(text).filter((one) => one.enterprise === enterprise && !without.includes(one.id));
  const options = projects.map((one) => ({ value: one.id, label: `${one.title}（${one.institution_name}）` }));
  const search = { onSearch: (typed: string) => setText(typed.trim()), optionFilterProp: 'label' };
  return { options, search };
}

const empty = (enterprise: string | undefined) => (enterprise ? '没有这家企业的其他项目' : '请先选择申请人');

export function ProjectsPicker({ enterprise, without, ...field }: ProjectsPickerProps<string[]>) {
  const { options, search } = useChoices(enterprise, without);
  return <Many {...field} showSearch={search} options={options} notFoundContent={empty(enterprise)} />;
}

export function ProjectPicker({ enterprise, without, ...field }: ProjectsPickerProps<string>) {
  const { options, search } = useChoices(enterprise, without);
  return <Select {...field} showSearch={search} options={options} notFoundContent={empty(enterprise)} />;
}
