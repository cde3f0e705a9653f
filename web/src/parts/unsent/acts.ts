// SPDX-License-Identifier: Apache-2.0
// What was done on a visit and has not reached the server: problems found, photos of an item. Each belongs to one person and
// one inspection, and carries the key by which the server does it once, however often it is sent.
import { Problem } from '../../api/client';

export interface UnsentFile {
  name: string;
  kind: string;
  size: number;
  sha256: string; // as it was when it was chosen
  taken: string;
  upload?: string; // begun with the server
}

export type Said = { to: 'problems'; item?: string; fact: string; clause: string } | { to: 'answers'; item: string };

export interface UnsentAct {
  key: string; // the Idempotency-Key
  account: string;
  inspection: string;
  noted: string;
  said: Said;
  files: UnsentFile[];
  refused?: { text: string; at: string };
  fleeting?: boolean; // the device could not keep it: it is gone with the page
}

// Whole acts with their bytes, or nothing: no call leaves half of one.
export interface UnsentStore {
  list(account: string): Promise<UnsentAct[]>; // the oldest first
  add(act: UnsentAct, bytes: Blob[]): Promise<void>;
  update(key: string, change: Partial<UnsentAct>): Promise<void>; // one that is gone stays gone
  bytes(key: string): Promise<Blob[]>;
  remove(key: string): Promise<void>;
}

const byAge = (a: UnsentAct, b: UnsentAct) => a.noted.localeCompare(b.noted) || a.key.localeCompare(b.key);

export const ofAccount = (acts: UnsentAct[], account: string): UnsentAct[] => acts.filter((one) => one.account === account).sort(byAge);

export function inMemory(): UnsentStore {
  const kept = new Map<string, { act: UnsentAct; bytes: Blob[] }>();
  return {
    list: async (account) => ofAccount([...kept.values()].map(({ act }) => act), account),
    add: async (act, bytes) => void kept.set(act.key, { act, bytes }),
    update: async (key, change) => {
      const one = kept.get(key);
      if (one) kept.set(key, { ...one, act: { ...one.act, ...change } });
    },
    bytes: async (key) => kept.get(key)?.bytes ?? [],
    remove: async (key) => void kept.delete(key),
  };
}

// What the device does not take stays with the page and says so; what the device has is read from there.
export function withFallback(device: UnsentStore, page: UnsentStore = inMemory()): UnsentStore {
  const fleeting = new Set<string>();
  const holder = (key: string) => (fleeting.has(key) ? page : device);
  return {
    list: async (account) => {
      const kept = await device.list(account).catch((): UnsentAct[] => []);
      return ofAccount([...kept, ...(await page.list(account))], account);
    },
    add: async (act, bytes) => {
      try {
        await device.add(act, bytes);
      } catch {
        await page.add({ ...act, fleeting: true }, bytes);
        fleeting.add(act.key);
      }
    },
    update: (key, change) => holder(key).update(key, change),
    bytes: (key) => holder(key).bytes(key),
    remove: (key) => holder(key).remove(key),
  };
}

// What a failed attempt means. Only the server's own refusal of this act stands; a hot-spot's page, a lost session or a
// server that is busy leaves it waiting.
export type Meaning = 'refused' | 'done' | 'later' | 'cut off';

const passing = new Set(['api.csrf_token', 'vault.busy', 'vault.offset', 'vault.quota']);

export function meaningOf(failure: unknown): Meaning {
  if (!(failure instanceof Problem) || failure.status === 401) return 'cut off';
  if (failure.key === 'ledger.key_reused') return 'done'; // recorded before, sent from another page with other uploads
  if (failure.key === '' || failure.status >= 500 || failure.status === 408 || failure.status === 429 || passing.has(failure.key)) return 'later';
  return 'refused';
}

export const refusalText = (failure: unknown): string => {
  if (!(failure instanceof Problem)) return String(failure);
  return [failure.message, ...failure.fields.map((one) => one.text).filter((text) => text !== failure.message)].join('；');
};
