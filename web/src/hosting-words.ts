// SPDX-License-Identifier: Apache-2.0
import type { HostingRow } from './api/hosting';

export const hostedWords: Record<HostingRow['kind'], string> = { key: '重点监管企业', ordinary: '一般企业' };

/** The year's visits against what the law of the place asks for. */
export function visitsTag(row: Pick<HostingRow, 'visits' | 'required' | 'met'>): { label: string; color: string } {
  if (row.required === undefined) return { label: `${row.visits} 次，当地没有规定次数`, color: 'default' };
  return { label: `${row.visits} / ${row.required} 次`, color: row.met ? 'green' : 'orange' };
}

/** Whether it is hosted today, and if not, why. */
export function hostedTag({ from, until, ended_on: ended }: Pick<HostingRow, 'from' | 'until' | 'ended_on'>, today: string): { label: string; color: string } {
  if (ended) return { label: `${ended} 提前结束`, color: 'default' };
  if (today < from) return { label: '未开始', color: 'blue' };
  return today > until ? { label: '已期满', color: 'default' } : { label: '托管中', color: 'green' };
}
