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
