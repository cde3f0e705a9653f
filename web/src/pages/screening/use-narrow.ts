// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';

// As in screening.css: there is no room for two texts beside each other.
const narrow = matchMedia('(max-width: 800px)');

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed);
      return () => narrow.removeEventListener('change', changed);
    },
    () => narrow.matches,
  );
}
