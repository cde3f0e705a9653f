// SPDX-License-Identifier: Apache-2.0
// What institution and enterprise settle about the site, in words.
import type { Checklist, Finding, Measure } from './api/site';
import type { Tagged } from './registry-words';

export const findingWords: Record<Finding, string> = { meets: '符合', fails: '不符合', not_applicable: '不适用' };

// "符合 9 项，不符合 1 项": what there is none of is left out.
export function findingCounts(answers: Checklist['answers']): string {
  const findings = Object.keys(findingWords) as Finding[];
  const counted = findings.map((finding) => [findingWords[finding], answers.filter((one) => one.finding === finding).length] as const);
  return counted
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count} 项`)
    .join('，');
}

// The last that happened to it: a re-check counts more than the answer before it.
export function measureState({ adopted, done }: Pick<Measure, 'adopted' | 'done'>): Tagged {
  if (done === true) return { label: '已复核', color: 'green' };
  if (done === false) return { label: '复核未完成', color: 'red' };
  if (adopted === undefined) return { label: '待答复', color: 'orange' };
  return adopted ? { label: '已采纳', color: 'blue' } : { label: '不采纳', color: 'default' };
}

// How dark a tile of the grid is, 0 to 4; whatever is there is seen.
export function shadeOf(count: number, most: number): number {
  return count === 0 || most === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 4));
}
