// SPDX-License-Identifier: Apache-2.0
import type { Clause, MovedDeadline } from '../api/law';

export interface LawFilters {
  book?: string;
  unconfirmed?: string;
  enforced?: string;
  q?: string;
}

export function fits(clause: Clause, { book, unconfirmed, enforced, q }: LawFilters): boolean {
  const { title, text, source, binding } = clause.citation;
  return (
    (!book || clause.book === book) &&
    (unconfirmed !== '1' || !binding) &&
    (!enforced || clause.enforced === (enforced === '1')) &&
    (!q || [clause.id, title, text, source].some((part) => part.toLowerCase().includes(q.toLowerCase())))
  );
}

// Whether a legal officer whose region the clauses were asked for may vouch for it, where `holds_in` says it would hold.
export function awaitsConfirmation({ confirmable, holds_in, confirmations }: Clause): boolean {
  return confirmable && holds_in !== undefined && !confirmations.some((one) => one.region === holds_in && one.stands);
}

// "2026-12-01 提前到 2026-11-28", in words a person can act on.
export function moveText(moved: Pick<MovedDeadline, 'before' | 'after'>): string {
  const { before, after } = moved;
  if (!before) return `新增，${after ?? ''} 到期`;
  if (!after) return `原 ${before} 到期，不再有`;
  if (before === after) return `仍为 ${after}`;
  return `${before} ${after < before ? '提前到' : '推后到'} ${after}`;
}

// Where a line and column (from 1) stand in the text.
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return Math.min(before + Math.max(column - 1, 0), text.length);
}
