// SPDX-License-Identifier: Apache-2.0
import { Cascader } from 'antd';
import { useEffect, useState } from 'react';
import { regionsBelow } from './catalogue';
import { pathOf } from './region-path';

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
  label?: string; // where no label stands beside it
}

async function options(parent: string): Promise<Option[]> {
  return (await regionsBelow(parent)).map((region) => ({
    value: region.code,
    label: region.name,
    isLeaf: region.level === 'county',
  }));
}

// The tree opened as far as a code that was given, not chosen here: its names are to be shown.
async function opened(code: string): Promise<Option[]> {
  const tree = await options('000000');
  let level = tree;
  for (const above of pathOf(code).slice(0, -1)) {
    const one = level.find((option) => option.value === above);
    if (!one) break;
    level = one.children = await options(above);
  }
  return tree;
}

function holds(tree: Option[], code: string): boolean {
  return tree.some((option) => option.value === code || holds(option.children ?? [], code));
}

// Province, prefecture, county; only a county can be chosen, unless any level will do.
export function RegionPicker({ id, value, onChange, anyLevel = false, label }: RegionPickerProps) {
  const [tree, setTree] = useState<Option[]>([]);
  const missing = value ? !holds(tree, value) : tree.length === 0;
  useEffect(() => {
    if (missing) void opened(value ?? '').then(setTree);
  }, [missing, value]);
  const load = async (chosen: Option[]) => {
    const last = chosen[chosen.length - 1]!;
    last.children = await options(last.value);
    setTree((now) => [...now]);
  };
  return (
    <Cascader
      id={id}
      aria-label={label}
      value={value && !missing ? pathOf(value) : []}
      options={tree}
      changeOnSelect={anyLevel}
      loadData={(chosen) => void load(chosen as Option[])}
      onChange={(codes) => onChange?.(((codes ?? []) as string[]).at(-1) ?? '')}
      placeholder={anyLevel ? '省，或者市、县（市、区）' : '省 / 市 / 县（市、区）'}
    />
  );
}
