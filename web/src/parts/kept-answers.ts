// SPDX-License-Identifier: Apache-2.0
// Answers of a check-list that are not sent yet: kept in this browser until the server has them, so that neither a lost
// connection nor a closed page loses what was written on site.
import { useState } from 'react';
import type { ItemResult } from '../api/inspection';

export interface Answer {
  result: ItemResult;
  words?: string;
}
export type Answers = Record<string, Answer>;

const place = (inspection: string) => `anping.inspection.${inspection}`;

export function keptOf(store: Pick<Storage, 'getItem'>, inspection: string): Answers {
  try {
    const kept: unknown = JSON.parse(store.getItem(place(inspection)) ?? '{}');
    return kept && typeof kept === 'object' && !Array.isArray(kept) ? (kept as Answers) : {};
  } catch {
    return {};
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

export function useKeptAnswers(inspection: string) {
  const [kept, setKept] = useState(() => keptOf(localStorage, inspection));
  const store = (next: Answers) => {
    if (Object.keys(next).length > 0) localStorage.setItem(place(inspection), JSON.stringify(next));
    else localStorage.removeItem(place(inspection));
    setKept(next);
  };
  return {
    kept,
    answer: (item: string, answer: Answer) => store({ ...keptOf(localStorage, inspection), [item]: answer }),
    forget: () => store({}),
    sent: (answers: Answers) => store(without(keptOf(localStorage, inspection), answers)),
  };
}
