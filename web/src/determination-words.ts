// SPDX-License-Identifier: Apache-2.0
import type { Determination, DeterminationRow, Situation } from './api/determination';
import type { TagWords } from './planning-words';

export const faultWords: Record<DeterminationRow['fault'], string> = { untrue: '失实', falsified: '虚假', omission: '重大疏漏' };

export const stageWords: Record<DeterminationRow['stage'], TagWords> = {
  open: { label: '办理中', color: 'blue' },
  told: { label: '已告知机构', color: 'blue' },
  established: { label: '认定成立', color: 'red' },
  not_established: { label: '不予认定', color: 'green' },
  annulled: { label: '认定已撤销', color: 'default' },
};

export const partWords: Record<Situation['elements'][number]['part'], string> = {
  scope: '适用范围',
  mismatch: '与实际不符',
  effect: '影响结论',
  intent: '主观故意',
};

export const stanceWords: Record<Determination['opinions'][number]['stance'], TagWords> = {
  supports: { label: '支持认定', color: 'red' },
  opposes: { label: '反对认定', color: 'green' },
  unclear: { label: '不能判断', color: 'default' },
};

/** "CN-99-1 7": one situation of one clause. */
export const keyOf = (one: Pick<Situation, 'clause' | 'code'>) => `${one.clause} ${one.code}`;

export function progressOf({ judged, elements }: Pick<DeterminationRow, 'judged' | 'elements'>): string {
  return judged === 0 ? `${elements} 个要件，尚未判断` : `${elements} 个要件，已判断 ${judged} 个`;
}
