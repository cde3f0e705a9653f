// SPDX-License-Identifier: Apache-2.0
// The rule DRAW1 of src/draw once more, for whoever looks at a published draw: nothing comes from the server but the
// paper itself. Texts are compared as their UTF-8 bytes.
import { sm3 } from 'sm-crypto-v2';

export interface Candidate { id: string; name: string; stratum: string; weight: number }
export interface LeftOut { id: string; name: string; reason: string }
export interface Stratum { id: string; take: number; reserve: number }
export interface Member { id: string; name: string }
export interface Recusal { member: string; candidate: string; reason: string }
export interface Pool { id: string; each: number; most: number; members: Member[]; recusals: Recusal[] }
export interface Plan {
  draw: string; title: string; candidates: Candidate[]; left_out: LeftOut[]; strata: Stratum[]; pools: Pool[]; source: string;
}
export interface Participant { by: string; commitment: string; share?: string; announced?: string }
export interface Sent { pool: string; members: string[]; skipped: { member: string; reason: string }[] }
export interface Drawn { candidate: string; sent: Sent[] }
export interface StratumDrawn { stratum: string; drawn: Drawn[]; reserve: string[] }
export interface Paper {
  rule: string;
  plan: Plan;
  plan_digest: string;
  inputs: { head: string; participants: Participant[]; number: string };
  seed: string;
  outcome: StratumDrawn[];
}

const encoder = new TextEncoder();
const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
const compareTexts = (a: string, b: string) => (a === b ? 0 : compareBytes(encoder.encode(a), encoder.encode(b)));
const byId = (a: { id: string }, b: { id: string }) => compareTexts(a.id, b.id);

/** RFC 8785 of what has no fractions; members that are undefined are left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

const digest = (value: unknown) => sm3(encoder.encode(canonical(value)));
export const fileDigest = (bytes: Uint8Array) => sm3(bytes);
export const announcement = (share: string) => sm3(encoder.encode(share));
export const commitment = (draw: string, by: string, share: string) => digest({ by, draw, share });

export function inOrder(plan: Plan): Plan {
  return {
    ...plan,
    candidates: [...plan.candidates].sort(byId),
    left_out: [...plan.left_out].sort(byId),
    strata: [...plan.strata].sort(byId),
    pools: [...plan.pools].sort(byId).map((pool) => ({
      ...pool,
      members: [...pool.members].sort(byId),
      recusals: [...pool.recusals].sort((a, b) => compareTexts(a.candidate, b.candidate) || compareTexts(a.member, b.member) || compareTexts(a.reason, b.reason)),
    })),
  };
}

/** The lowest of as many tickets as the weight, in hex, which has the order of the bytes. */
function lowest(seed: Uint8Array, label: string, id: string, weight: number): string {
  const before = encoder.encode(`${label}\0${id}\0`);
  let least = '';
  for (let number = 1; number <= weight; number++) {
    const end = encoder.encode(String(number));
    const text = new Uint8Array(seed.length + before.length + end.length);
    text.set(seed);
    text.set(before, seed.length);
    text.set(end, seed.length + before.length);
    const ticket = sm3(text);
    if (least === '' || ticket < least) least = ticket;
  }
  return least;
}

function ranked<T extends { id: string }>(of: T[], ticket: (one: T) => string): string[] {
  const ranks = of.map((one) => ({ id: one.id, ticket: ticket(one) }));
  ranks.sort((a, b) => (a.ticket === b.ticket ? compareTexts(a.id, b.id) : a.ticket < b.ticket ? -1 : 1));
  return ranks.map((one) => one.id);
}

function sending(seed: Uint8Array, pool: Pool): (candidate: string) => Sent {
  const counts = new Map<string, number>();
  const recused = new Map<string, string>();
  for (const one of pool.recusals) {
    const pair = `${one.candidate}\0${one.member}`;
    if (!recused.has(pair)) recused.set(pair, one.reason);
  }
  return (candidate) => {
    const out: Sent = { pool: pool.id, members: [], skipped: [] };
    for (const member of ranked(pool.members, (one) => lowest(seed, `${pool.id}\0${candidate}`, one.id, 1))) {
      if (out.members.length === pool.each) break;
      const full = pool.most > 0 && (counts.get(member) ?? 0) >= pool.most;
      const reason = recused.get(`${candidate}\0${member}`) ?? (full ? '已达每人上限' : '');
      if (reason) {
        out.skipped.push({ member, reason });
        continue;
      }
      counts.set(member, (counts.get(member) ?? 0) + 1);
      out.members.push(member);
    }
    return out;
  };
}

export function outcome(given: Plan, seedHex: string): StratumDrawn[] {
  const plan = inOrder(given);
  const seed = bytesOf(seedHex);
  const out = plan.strata.map((stratum) => {
    const candidates = plan.candidates.filter((one) => one.stratum === stratum.id);
    const ids = ranked(candidates, (one) => lowest(seed, 'candidate', one.id, one.weight));
    return {
      stratum: stratum.id,
      drawn: ids.slice(0, stratum.take).map((candidate): Drawn => ({ candidate, sent: [] })),
      reserve: ids.slice(stratum.take, stratum.take + stratum.reserve),
    };
  });
  for (const pool of plan.pools) {
    const to = sending(seed, pool);
    for (const stratum of out) for (const one of stratum.drawn) one.sent.push(to(one.candidate));
  }
  return out;
}

export function seedOf(plan: Plan, inputs: Paper['inputs']): string {
  const shares = inputs.participants.flatMap((one) => (one.share === undefined ? [] : [one.share]));
  return digest({ rule: 'DRAW1', draw: plan.draw, plan: digest(inOrder(plan)), head: inputs.head, public: inputs.number, shares });
}

export interface Check { what: 'rule' | 'plan' | 'list' | 'shares' | 'seed' | 'outcome'; right: boolean }

const kMostListed = 200_000;
const within = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;
const once = (some: { id: string }[]) => new Set(some.map((one) => one.id)).size === some.length;

function isSoundPool(pool: Pool, candidates: Set<string>): boolean {
  const members = new Set(pool.members.map((one) => one.id));
  return (
    once(pool.members) &&
    within(pool.each, 1, 50) &&
    within(pool.most, 0, kMostListed) &&
    pool.recusals.every((one) => members.has(one.member) && candidates.has(one.candidate))
  );
}

/** Whether anybody can draw by it: a file may say anything of itself. */
export function isSound(plan: Plan): boolean {
  const strata = new Set(plan.strata.map((one) => one.id));
  const candidates = new Set(plan.candidates.map((one) => one.id));
  return (
    candidates.size > 0 &&
    strata.size > 0 &&
    [[...plan.candidates, ...plan.left_out], plan.strata, plan.pools].every(once) &&
    plan.strata.every((one) => within(one.take, 0, kMostListed) && within(one.reserve, 0, kMostListed)) &&
    plan.candidates.every((one) => within(one.weight, 1, 1000) && strata.has(one.stratum)) &&
    plan.pools.every((pool) => isSoundPool(pool, candidates))
  );
}

function isAsPromised(draw: string, { by, share, commitment: promised, announced }: Participant): boolean {
  if (share === undefined) return true;
  return commitment(draw, by, share) === promised && (announced === undefined || announcement(share) === announced);
}

/** Everything a published draw says of itself, computed again. */
export function replay(paper: Paper): Check[] {
  const { plan, inputs } = paper;
  if (!isSound(plan)) return [{ what: 'plan', right: false }];
  const seed = seedOf(plan, inputs);
  return [
    { what: 'rule', right: paper.rule === 'DRAW1' },
    { what: 'plan', right: true },
    { what: 'list', right: digest(inOrder(plan)) === paper.plan_digest },
    { what: 'shares', right: inputs.participants.every((one) => isAsPromised(plan.draw, one)) },
    { what: 'seed', right: seed === paper.seed },
    { what: 'outcome', right: canonical(outcome(plan, seed)) === canonical(paper.outcome) },
  ];
}
