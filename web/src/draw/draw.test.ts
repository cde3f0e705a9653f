// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { commitment, isSound, outcome, type Paper, type Plan, replay, seedOf } from './draw';

const ids = Array.from({ length: 9 }, (_, at) => `J-${at + 1}`);
const plan: Plan = {
  draw: 'SJ-1',
  title: '分层抽查',
  candidates: ids.map((id, at) => ({ id, name: id, stratum: ['优', '良', '差'][at % 3]!, weight: 1 + (at % 2) })),
  left_out: [],
  strata: [{ id: '优', take: 1, reserve: 1 }, { id: '良', take: 2, reserve: 0 }, { id: '差', take: 0, reserve: 0 }],
  pools: [],
  source: '',
};
const share = '7'.repeat(64);
const inputs: Paper['inputs'] = { head: 'b'.repeat(64), participants: [{ by: '甲', commitment: commitment('SJ-1', '甲', share), share }], number: '' };
const problems = (of: Plan) =>
  replay({ rule: 'DRAW1', plan: of, plan_digest: '', inputs, seed: '', outcome: [] }).flatMap((one) => (one.right ? [] : [one.what]));

describe('a published draw of several strata', () => {
  it('is drawn from each stratum apart', () => {
    const drawn = outcome(plan, seedOf(plan, inputs));
    expect(drawn.map((one) => [one.stratum, one.drawn.length, one.reserve.length])).toEqual([['优', 1, 1], ['差', 0, 0], ['良', 2, 0]]);
    for (const { drawn: some, stratum } of drawn) for (const one of some) expect(plan.candidates.find((each) => each.id === one.candidate)?.stratum).toBe(stratum);
  });
  const lies: [string, Partial<Plan>][] = [
    ['draws fewer than none', { strata: [{ id: '优', take: -1, reserve: 0 }, ...plan.strata.slice(1)] }],
    ['has a reserve below none', { strata: [{ id: '优', take: 1, reserve: -1 }, ...plan.strata.slice(1)] }],
    ['draws half a one', { strata: [{ id: '优', take: 0.5, reserve: 0 }, ...plan.strata.slice(1)] }],
    ['names a stratum twice', { strata: [...plan.strata, plan.strata[0]!] }],
    ['has no stratum', { strata: [] }],
    ['has a candidate of none of its strata', { strata: plan.strata.slice(1) }],
    ['gives more tickets than there are', { candidates: [{ ...plan.candidates[0]!, weight: 1e12 }] }],
    ['lists somebody twice', { candidates: [...plan.candidates, plan.candidates[0]!] }],
    ['lists and leaves out the same', { left_out: [{ id: 'J-1', name: 'J-1', reason: '排除' }] }],
  ];
  it.each(lies)('is not computed where its plan %s', (_, lie) => {
    expect(isSound({ ...plan, ...lie })).toBe(false);
    expect(problems({ ...plan, ...lie })).toEqual(['plan']);
  });
  it('is computed where its plan is sound, even where a stratum is asked for more than it has', () => {
    expect(isSound(plan)).toBe(true);
    const greedy = { ...plan, strata: plan.strata.map((one) => ({ ...one, take: 100 })) };
    expect(isSound(greedy)).toBe(true);
    expect(outcome(greedy, seedOf(greedy, inputs)).map((one) => one.drawn.length)).toEqual([3, 3, 3]);
  });
});
