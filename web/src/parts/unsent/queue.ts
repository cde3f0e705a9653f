// SPDX-License-Identifier: Apache-2.0
// Sends what is kept, one act after the other, the oldest first. Only the acts of who is signed in are seen and sent.
import type { Receipt } from '../../api/client';
import { meaningOf, refusalText, type UnsentAct, type UnsentStore } from './acts';

export interface Snapshot {
  acts: readonly UnsentAct[];
  sending?: { key: string; part: number };
}

export interface Told {
  sent: (act: UnsentAct, receipt: Receipt | null | undefined) => void;
  refused: (act: UnsentAct, text: string) => void;
}

interface QueueParts {
  store: UnsentStore;
  // Resolves when the server has it. `note`: what is to be remembered for the next attempt.
  deliver: (act: UnsentAct, bytes: Blob[], progress: (part: number) => void, note: (change: Partial<UnsentAct>) => Promise<void>) => Promise<Receipt | null | undefined>;
  signedIn: () => Promise<string>; // the account, asked of the server
  alone: (work: () => Promise<void>) => Promise<void>; // one page of the browser at a time
  now: () => string;
}

export class Queue {
  private seen: Snapshot = { acts: [] };
  private account = '';
  private running: Promise<void> | undefined;
  private asked = false;
  private readonly listeners = new Set<() => void>();
  told: Told | undefined;

  constructor(private readonly parts: QueueParts) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly snapshot = (): Snapshot => this.seen;

  // Whose acts are shown and sent from now on; '' for nobody's.
  async open(account: string): Promise<void> {
    this.account = account;
    await this.look();
  }

  // Whether the device kept it; otherwise it lives as long as the page.
  async keep(act: UnsentAct, bytes: Blob[]): Promise<boolean> {
    await this.parts.store.add(act, bytes);
    await this.look();
    return this.seen.acts.some((one) => one.key === act.key && !one.fleeting);
  }

  bytes(key: string): Promise<Blob[]> {
    return this.parts.store.bytes(key);
  }

  async discard(key: string): Promise<void> {
    if (this.seen.sending?.key === key) return;
    await this.parts.store.remove(key);
    await this.look();
  }

  // One that was refused, once more.
  async again(key: string): Promise<void> {
    await this.parts.store.update(key, { refused: undefined });
    await this.look();
    await this.send();
  }

  // Whoever asks while it runs waits for the same run, which then looks once more for what was kept meanwhile.
  send(): Promise<void> {
    this.asked = true;
    this.running ??= this.parts
      .alone(async () => {
        while (this.asked) {
          this.asked = false;
          await this.sendAll(this.account);
        }
      })
      .finally(() => {
        this.running = undefined;
        return this.look();
      });
    return this.running;
  }

  private show(seen: Snapshot): void {
    this.seen = seen;
    for (const listener of this.listeners) listener();
  }

  private async look(): Promise<void> {
    const account = this.account;
    const acts = account === '' ? [] : await this.parts.store.list(account);
    if (account === this.account) this.show({ ...this.seen, acts });
  }

  private async sendAll(account: string): Promise<void> {
    const tried = new Set<string>();
    while (account !== '') {
      const next = (await this.parts.store.list(account)).find((one) => !one.refused && !tried.has(one.key));
      if (!next) return;
      tried.add(next.key);
      const who = await this.parts.signedIn().catch(() => '');
      if (who !== account || this.account !== account) return;
      if (!(await this.sendOne(next))) return;
    }
  }

  // False when nothing can be sent at the moment.
  private async sendOne(act: UnsentAct): Promise<boolean> {
    const { store, deliver } = this.parts;
    const progress = (part: number) => this.show({ ...this.seen, sending: { key: act.key, part } });
    progress(0);
    try {
      const receipt = await deliver(act, await store.bytes(act.key), progress, (change) => store.update(act.key, change));
      await store.remove(act.key);
      this.told?.sent(act, receipt);
    } catch (failure) {
      return await this.failed(act, failure);
    } finally {
      this.show({ acts: this.seen.acts });
      await this.look();
    }
    return true;
  }

  private async failed(act: UnsentAct, failure: unknown): Promise<boolean> {
    const meaning = meaningOf(failure);
    if (meaning === 'refused') {
      const text = refusalText(failure);
      await this.parts.store.update(act.key, { refused: { text, at: this.parts.now() } });
      this.told?.refused(act, text);
    }
    if (meaning === 'done') {
      await this.parts.store.remove(act.key);
      this.told?.sent(act, undefined);
    }
    return meaning !== 'cut off';
  }
}
