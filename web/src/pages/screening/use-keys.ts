// SPDX-License-Identifier: Apache-2.0
// n and p, which can be switched off (WCAG 2.1.4), and which a field that is being typed into keeps.
import { useEffect, useRef, useState } from 'react';

const kSwitch = 'anping.screening.keys';

export function useKeySwitch(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(kSwitch) !== 'off');
  const set = (now: boolean) => {
    localStorage.setItem(kSwitch, now ? 'on' : 'off');
    setOn(now);
  };
  return [on, set];
}

const typing = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], .ant-drawer, .ant-modal') !== null;

export function useKeys(on: boolean, keys: Record<string, () => void>): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
      const act = now.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}
