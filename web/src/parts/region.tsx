// SPDX-License-Identifier: Apache-2.0
import { Cascader } from 'antd';
import { useEffect, useState } from 'react';
import { regionsBelow } from './catalogue';

interface Option {
  value: string;
  label: string;
  isLeaf: boolean;
  children?: Option[];
}

interface RegionPickerProps {
  id?: string;
  value?: string;
  onChange?: (code: string) => void;
  anyLevel?: boolean;
}

async function options(parent: string): Promise<Option[]> {
  return (await regionsBelow(parent)).map((region) => ({
    value: region.code,
    label: region.name,
    isLeaf: region.level === 'county',
  }));
}

// Province, prefecture, county; only a county can be chosen, unless any level will do.
export function RegionPicker({ id, onChange, anyLevel = false }: RegionPickerProps) {
  const [tree, setTree] = useState<Option[]>([]);
  useEffect(() => void options('000000').then(setTree), []);
  const load = async (chosen: Option[]) => {
    const last = chosen[chosen.length - 1]!;
    last.children = await options(last.value);
    setTree((now) => [...now]);
  };
  return (
    <Cascader
      id={id}
      options={tree}
      changeOnSelect={anyLevel}
      loadData={(chosen) => void load(chosen as Option[])}
      onChange={(codes) => onChange?.(((codes ?? []) as string[]).at(-1) ?? '')}
      placeholder={anyLevel ? '省，或者市、县（市、区）' : '省 / 市 / 县（市、区）'}
    />
  );
}
