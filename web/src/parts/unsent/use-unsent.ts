// SPDX-License-Identifier: Apache-2.0
// The one queue of this page of the browser, and how the pages ask it.
import { App } from 'antd';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { fetchSession, useSession } from '../session';
import { type Said, withFallback } from './acts';
import { deliver } from './deliver';
import { askToStay, onDevice, roomOnDevice } from './device';
import { actOf, type Chosen, inBeijing } from './keep';
import { Queue } from './queue';

// Several pages of one browser may be open: one of them sends. Where that cannot be asked, the key keeps a change single.
async function alone(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request('anping.unsent', { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

export const queue = new Queue({
  store: withFallback(onDevice),
  deliver,
  signedIn: async () => (await fetchSession()).account,
  alone,
  now: () => inBeijing(Date.now()),
});

export function useUnsent() {
  const account = useSession().data?.account;
  useEffect(() => {
    if (account) void queue.open(account);
  }, [account]);
  return useSyncExternalStore(queue.subscribe, queue.snapshot);
}

export function useUnsentOf(inspection: string) {
  const { acts, sending } = useUnsent();
  return { acts: acts.filter((one) => one.inspection === inspection), sending };
}

// Keeps, then sends behind the page; `kept` is called once nothing of it can be lost by a broken connection.
export function useKeep(inspection: string) {
  const app = App.useApp();
  const account = useSession().data?.account ?? '';
  const [busy, setBusy] = useState(false);
  const keep = async (said: Said, chosen: Chosen[], kept: () => void) => {
    setBusy(true);
    try {
      const act = await actOf(account, inspection, said, chosen);
      void askToStay(); // a browser may ask its user: nothing waits for that
      if (!(await queue.keep(act, chosen.map(({ file }) => file)))) app.message.warning('这台设备存不下，只在本页保留：发送以前请不要关闭本页', 10);
      kept();
      void queue.send().then(() => {
        const waits = queue.snapshot().acts.some((one) => one.key === act.key && !one.refused);
        if (waits) app.message.info('还没有发送，已留存；网络恢复后自动发送', 6);
      });
    } catch {
      app.message.error('没有读到所选的文件，请重新选择');
    } finally {
      setBusy(false);
    }
  };
  return { keep, busy };
}

export function useRoom() {
  const [room, setRoom] = useState<Awaited<ReturnType<typeof roomOnDevice>>>('enough');
  useEffect(() => void roomOnDevice().then(setRoom), []);
  return room;
}
