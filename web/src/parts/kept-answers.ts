// SPDX-License-Identifier: Apache-2.0
// Answers of a check-list that are not sent yet: kept in this browser until the server has them, so that neither a lost
// connection nor a closed page loses what was written on site.
import { useRef, useState } from 'react';
import type { ItemResult } from '../api/inspection';

export interface Answer {
  result: ItemResult;
  words?: string;
}
export type Answers = Record<string, Answer>;

// Of one person: who signs in next on the same device neither sees nor sends them.
const place = (inspection: string, account: string) => `anping.inspection.${inspection}.${account}`;

export function keptOf(store: Pick<Storage, 'getItem'>, inspection: string, account: string): Answers {
  try {
    const kept: unknown = JSON.parse(store.getItem(place(inspection, account)) ?? '{}');
    return kept && typeof kept === 'object' && !Array.isArray(kept) ? (kept as Answers) : {};
  } catch {
    return {};
  }
}

// Whether the device took it: one that is full does not.
export function keepAnswers(store: Pick<Storage, 'setItem' | 'removeItem'>, inspection: string, account: string, answers: Answers): boolean {
  try {
    if (Object.keys(answers).length > 0) store.setItem(place(inspection, account), JSON.stringify(answers));
    else store.removeItem(place(inspection, account));
    return true;
  } catch {
    return false;
  }
}

// What was sent goes; what was written over it since stays.
export function without(kept: Answers, sent: Answers): Answers {
  return Object.fromEntries(
    Object.entries(kept).filter(([item, answer]) => answer.result !== sent[item]?.result || (answer.words ?? '') !== (sent[item]?.words ?? '')),
  );
}

// For people, one line an item: what can be pasted elsewhere when it cannot be sent any more.
export function asText(kept: Answers, nameOf: (item: string) => string, wordOf: (result: ItemResult) => string): string {
  return Object.entries(kept)
    .map(([item, { result, words }]) => `${nameOf(item)}：${wordOf(result)}${words?.trim() ? `　${words.trim()}` : ''}`)
    .join('\n');
}

// While the device is `full` the page alone has them.
export function useKeptAnswers(inspection: string, account: string) {
  const [kept, setKept] = useState(() => keptOf(localStorage, inspection, account));
  const [full, setFull] = useState(false);
  const here = useRef<Answers>(undefined);
  const latest = () => here.current ?? keptOf(localStorage, inspection, account);
  const store = (next: Answers) => {
    const taken = keepAnswers(localStorage, inspection, account, next);
    here.current = taken ? undefined : next;
    setFull(!taken);
    setKept(next);
  };
  return {
    kept,
    full,
    answer: (item: string, answer: Answer) => store({ ...latest(), [item]: answer }),
    forget: () => store({}),
    sent: (answers: Answers) => store(without(latest(), answers)),
  };
}
