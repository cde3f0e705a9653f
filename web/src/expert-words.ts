// SPDX-License-Identifier: Apache-2.0
// What is said of where an expert stands in the register.
import type { Expert } from './api/expert';
import type { Tagged } from './registry-words';

type Standing = Pick<Expert, 'current' | 'struck_on'>;

export function standing({ current, struck_on: struck }: Standing): Tagged {
  if (struck) return { label: '已出库', color: 'default' };
  return current ? { label: '在库', color: 'green' } : { label: '聘期已满', color: 'orange' };
}
