// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Expert } from '../api/expert';
import { factsOf, givenOf } from './expert-given';

const expert: Expert = {
  id: 'E-1',
  name: '甲',
  title: '教授级高级工程师',
  fields: ['化工工艺', '自动控制'],
  employer: '设计院',
  employers_before: ['评价公司'],
  interests: ['某安评'],
  listed_on: '2026-01-05',
  until: '2028-01-04',
  bureau: 'B-652301',
  bureau_name: '某市应急管理局',
  region: '652301',
  authority: 'government',
  version: 1,
  current: true,
};

test('an update begins with what is registered, and sends it as it was when nothing is touched', () => {
  const { title, fields, employer, employers_before, interests, listed_on, until } = expert;
  expect(factsOf(givenOf(expert))).toEqual({ title, fields, employer, employers_before, interests, listed_on, until });
});

test('a term that was cleared is not sent', () => {
  const facts = factsOf({ ...givenOf(expert), until: null });
  expect(facts).not.toHaveProperty('until');
  expect(facts.listed_on).toBe('2026-01-05');
});

test('an item loses the spaces around it, empty ones and repetitions are left out', () => {
  const facts = factsOf({ ...givenOf(expert), fields: [' 消防 ', '', '消防'], employers_before: undefined });
  expect(facts.fields).toEqual(['消防']);
  expect(facts.employers_before).toEqual([]);
});
