// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Draw } from './api/draw';
import { nextOf, splitFromWords, strataOf, stratumProblem, sumOf } from './draw-words';

const draw = (over: Partial<Draw>, summary: Partial<Draw['summary']> = {}): Draw =>
  ({
    summary: { stage: 'planned', form: 'ceremony', ...summary },
    participants: [{ number: 1, by: '执法科' }, { number: 2, by: '法制科' }, { number: 3, by: '机构代表' }],
    numbers: [],
    plan: { source: '双色球第 2026138 期' },
    ...over,
  }) as unknown as Draw;
const three = (...revealed: boolean[]) =>
  revealed.map((is, at) => ({ number: at + 1, by: String(at), commitment: 'c', ...(is ? { share: 's' } : {}) }));

describe('what a draw waits for', () => {
  it('is the second person in the everyday form', () => {
    expect(nextOf(draw({ yours_to_hold: true }, { form: 'everyday' }))).toContain('等您点击');
    expect(nextOf(draw({ yours_to_hold: false }, { form: 'everyday' }))).toContain('另一人');
  });
  it('is commitments, then reveals, then a number of two people', () => {
    expect(nextOf(draw({}))).toContain('0 / 3');
    expect(nextOf(draw({ participants: three(false, false, false) }))).toContain('可以开始揭示');
    expect(nextOf(draw({ participants: three(false, false, false) }, { stage: 'revealing' }))).toBe('等各方揭示');
    expect(nextOf(draw({ participants: three(true, true, false) }, { stage: 'revealing' }))).toContain('2 / 3');
    expect(nextOf(draw({ participants: three(true, true, true), numbers: [{ by: 'A', number: '1' }] }, { stage: 'numbered' }))).toContain('第二人');
  });
  it('says when two people entered different numbers', () => {
    const numbers = [{ by: 'A', number: '1' }, { by: 'B', number: '2' }];
    expect(nextOf(draw({ participants: three(true, true, true), numbers }, { stage: 'numbered' }))).toContain('不一致');
  });
  it('is every share where no number is used', () => {
    const without = { plan: { source: '' } as Draw['plan'] };
    expect(nextOf(draw({ ...without, participants: three(true, false, true) }, { stage: 'revealing' }))).toContain('缺一不可');
    expect(nextOf(draw({ ...without, participants: three(true, true, true) }, { stage: 'revealing' }))).toContain('可以抽取');
  });
  it('is nothing when it is over', () => {
    expect(nextOf(draw({}, { stage: 'held' }))).toBe('');
    expect(nextOf(draw({}, { stage: 'voided' }))).toBe('');
  });
});

describe('the strata of a list', () => {
  const plan = {
    candidates: [{ stratum: '优' }, { stratum: '优' }, { stratum: '差' }],
    strata: [{ id: '优', take: 1, reserve: 1 }, { id: '差', take: 1, reserve: 0 }],
  } as unknown as Draw['plan'];
  it('are counted with their candidates', () => {
    expect(strataOf(plan).map((one) => one.candidates)).toEqual([2, 1]);
    expect(sumOf(strataOf(plan), 'take')).toBe(2);
  });
  it('say what is too much of them', () => {
    expect(stratumProblem({ stratum: '优', candidates: 2, take: 1, reserve: 1 })).toBe('');
    expect(stratumProblem({ stratum: '优', candidates: 2, take: 3, reserve: 0 })).toContain('只有 2 家');
    expect(stratumProblem({ stratum: '优', candidates: 2, take: 2, reserve: 1 })).toContain('只剩 0 家');
  });
  it('name what they were made by', () => {
    expect(splitFromWords(undefined)).toBe('');
    expect(splitFromWords({ by: 'region' })).toBe('登记地');
    expect(splitFromWords({ by: 'sheet', column: '类别', source: { file_name: '名单.xlsx', sm3: '0' } })).toContain('“类别”列');
  });
});
