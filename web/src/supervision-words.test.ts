// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { CountyStanding, FollowUp } from './api/supervision';
import { followUpStanding, itemsOf, lateOf } from './supervision-words';

const county = { late: [{ what: '复查整改', matter: { title: '责令限期整改' }, days: 7 }], orders_late: 2, institutions_overdue: 3, institutions: 5, covered: 4 } as CountyStanding;

describe('a slow county', () => {
  it('is late by everything that is late there', () => {
    expect(lateOf(county)).toBe(6);
  });

  it('is asked about each of it', () => {
    expect(itemsOf(county)).toEqual(['复查整改：责令限期整改，逾期 7 个工作日', '整改逾期或者复查不合格 2 件', '机构逾期未办 3 项', '还没有覆盖的机构 1 家']);
    expect(itemsOf({ ...county, late: [], orders_late: 0, institutions_overdue: 0, covered: 5 })).toEqual([]);
  });
});

describe('a key follow-up', () => {
  const asked = { due: '2026-03-10', items: [{ number: 1, text: '一', answer: '已办' }, { number: 2, text: '二' }] } as FollowUp;

  it('says how much is answered, and that the day is past', () => {
    expect(followUpStanding(asked, '2026-03-10').label).toBe('已答复 1 / 2 项');
    expect(followUpStanding(asked, '2026-03-11').label).toBe('逾期未答复，已答复 1 / 2 项');
    expect(followUpStanding({ ...asked, items: asked.items.slice(0, 1) }, '2026-03-11').label).toBe('已逐项答复，待核实');
    expect(followUpStanding({ ...asked, ended_at: '2026-03-12T09:00:00+08:00' }, '2026-03-12').label).toBe('已结束');
  });
});
