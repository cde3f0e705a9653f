// SPDX-License-Identifier: Apache-2.0
// The browser's own database. Acts and their bytes are two tables, so that a list does not read every photo.
import { ofAccount, type UnsentAct, type UnsentStore } from './acts';

const kName = 'anping.unsent';
const kActs = 'acts';
const kBytes = 'bytes';

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(kName, 1); // throws where there is none
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(kActs, { keyPath: 'key' });
      asked.result.createObjectStore(kBytes);
    };
    asked.onblocked = () => reject(new Error('blocked'));
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      asked.result.onclose = () => (opened = undefined);
      asked.result.onversionchange = () => asked.result.close();
      resolve(asked.result);
    };
  }).catch((problem: unknown) => {
    opened = undefined;
    throw problem;
  });
  return opened;
}

const answer = <T>(asked: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

// Done when it is on the disk: a store that is full says so only then.
async function write(act: (acts: IDBObjectStore, bytes: IDBObjectStore) => void): Promise<void> {
  const work = (await open()).transaction([kActs, kBytes], 'readwrite');
  const done = new Promise<void>((resolve, reject) => {
    work.oncomplete = () => resolve();
    work.onabort = () => reject(work.error ?? new Error('aborted'));
    work.onerror = () => reject(work.error);
  });
  act(work.objectStore(kActs), work.objectStore(kBytes));
  await done;
}

const read = async <T>(table: string, ask: (store: IDBObjectStore) => IDBRequest<T>) => answer(ask((await open()).transaction(table).objectStore(table)));

export const onDevice: UnsentStore = {
  list: async (account) => ofAccount(await read<UnsentAct[]>(kActs, (acts) => acts.getAll()), account),
  add: (act, files) =>
    write((acts, bytes) => {
      acts.add(act);
      bytes.add(files, act.key);
    }),
  update: (key, change) =>
    write((acts) => {
      const asked = acts.get(key) as IDBRequest<UnsentAct | undefined>;
      asked.onsuccess = () => {
        if (asked.result) acts.put({ ...asked.result, ...change });
      };
    }),
  bytes: async (key) => (await read<Blob[] | undefined>(kBytes, (bytes) => bytes.get(key))) ?? [],
  remove: (key) =>
    write((acts, bytes) => {
      acts.delete(key);
      bytes.delete(key);
    }),
};

const kLeast = 50 * 1024 * 1024;

// Asked before something is to be kept: whether the device keeps anything, and has room for some photos.
export async function roomOnDevice(): Promise<'enough' | 'little' | 'none'> {
  try {
    await open();
  } catch {
    return 'none';
  }
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota !== undefined && usage !== undefined && quota - usage < kLeast ? 'little' : 'enough';
}

// Without it a browser short of room may throw away what a site keeps.
export async function askToStay(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false);
}
