// SPDX-License-Identifier: Apache-2.0
// Filters live in the address, so that what is seen can be sent to a colleague.
import { useNavigate, useSearch } from '@tanstack/react-router';

export type Filters = Record<string, string | undefined>;

export function useFilters(): [Filters, (changed: Filters) => void] {
  const filters = useSearch({ strict: false });
  const navigate = useNavigate();
  // Replaced, not pushed: "back" leaves the page instead of undoing letters.
  const change = (changed: Filters) =>
    void navigate({ to: '.', search: (now) => ({ ...now, ...changed }), replace: true });
  return [filters, change];
}

// The same filters always read the same.
export function addressOf(filters: Filters | string): string {
  const given = typeof filters === 'string' ? Object.fromEntries(new URLSearchParams(filters)) : filters;
  const kept = Object.entries(given).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== '');
  return new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}

// All filters at once: what stands in the address, and another in its place.
export function useAddress(): [string, (address: string) => void] {
  const filters = useSearch({ strict: false });
  const navigate = useNavigate();
  const go = (address: string) =>
    void navigate({ to: '.', search: () => Object.fromEntries(new URLSearchParams(address)), replace: true });
  return [addressOf(filters), go];
}
