// SPDX-License-Identifier: Apache-2.0
import type { Draw, DrawRow } from './api/draw';

export const formWords: Record<DrawRow['form'], string> = { everyday: '日常抽取', ceremony: '公开抽取' };

export const stageWords: Record<DrawRow['stage'], { label: string; color: string }> = {
  planned: { label: '名单已定', color: 'blue' },
  revealing: { label: '揭示中', color: 'blue' },
  numbered: { label: '号码录入中', color: 'blue' },
  held: { label: '已抽取', color: 'green' },
  voided: { label: '已作废', color: 'default' },
};

export function scopeWords({ scope, since }: Pick<Draw, 'scope' | 'since'>): string {
  return scope === 'local' ? '在本地登记的全部机构' : `${since ?? ''} 以来在本地有项目的全部机构`;
}

/** What the draw waits for. */
export function nextOf(draw: Draw): string {
  const { stage, form } = draw.summary;
  if (stage === 'held' || stage === 'voided') return '';
  if (form === 'everyday') return draw.yours_to_hold ? '名单已公布，等您点击抽取' : '等立方案部门的另一人点击抽取：立方案的人不能自己抽';
  const committed = draw.participants.filter((one) => one.commitment).length;
  const revealed = draw.participants.filter((one) => one.share).length;
  if (stage === 'planned') return committed < draw.participants.length ? `等各方承诺：${committed} / ${draw.participants.length}` : '各方已承诺，可以开始揭示';
  if (!draw.plan.source) return revealed < committed ? `等各方揭示：${revealed} / ${committed}，缺一不可` : '各方已揭示，可以抽取';
  if (revealed === 0) return '等各方揭示';
  if (stage === 'revealing') return `已揭示 ${revealed} / ${committed}；号码公布后由两人分别录入`;
  return new Set(draw.numbers.map((one) => one.number)).size > 1 ? '两人录入的号码不一致，请核对后重新录入' : '等第二人录入同一号码';
}
