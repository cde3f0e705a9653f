// SPDX-License-Identifier: Apache-2.0
// A choice of several. antd's own takes Tab in an open list for Enter: the entry the list stands on, at first the first one,
// is chosen, or taken away when it was chosen before. Here Tab goes to the next field and changes nothing.
import { Select, type SelectProps } from 'antd';
import type { KeyboardEvent } from 'react';

export function goesOn(event: Pick<KeyboardEvent, 'key' | 'stopPropagation'>): void {
  if (event.key === 'Tab') event.stopPropagation();
}

// What was typed and not chosen yet is taken by a choice of tags when the field is left.
export function Many(props: Omit<SelectProps, 'mode'> & { mode?: 'multiple' | 'tags' }) {
  return (
    <div onKeyDownCapture={goesOn}>
      <Select mode="multiple" {...props} />
    </div>
  );
}

// What an empty list of choices says: it may be on its way, or not have been read.
export function emptyWords({ isPending, error }: { isPending: boolean; error: unknown }, what: string, none: string): string {
  if (error) return `没有读到${what}，请刷新`;
  return isPending ? '正在读取…' : none;
}
