// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bodyOf, byDuty, givenOf, type Team } from './team-given';

const team: Team = {
  edition: 1,
  entry: 9,
  formed_at: '2026-11-28T10:00:00+08:00',
  leader: 'R-1',
  leader_name: '甲',
  leader_years: 8,
  members: [
    { person: 'R-2', name: '乙', duty: 'survey' },
    { person: 'R-3', name: '丙', duty: 'survey' },
    { person: 'R-2', name: '乙', duty: 'writing' },
  ],
  experts: [],
  supports: [{ name: '测绘院', work: '测绘' }],
  instruments: [{ instrument: 'Y-1', name: '测厚仪' }],
};

test('a team that is changed begins with what it was, without the old reason', () => {
  const body = bodyOf(givenOf({ leader: 'R-9', team: { ...team, reason: '旧的' } }) as never);
  expect(body.leader).toBe('R-1');
  expect(body.members).toEqual(team.members.map(({ person, duty }) => ({ person, duty })));
  expect(body.instruments).toEqual(['Y-1']);
  expect(body).not.toHaveProperty('reason');
});

test('an expert of the register stays that one when the team is changed', () => {
  const expert = { name: '丁', specialty: '消防', employer: '设计院', listed: 'E-1' };
  const body = bodyOf(givenOf({ leader: 'R-9', team: { ...team, experts: [expert] } }) as never);
  expect(body.experts).toEqual([expert]);
});

test('a first team begins with the leader of the contract', () => {
  expect(givenOf({ leader: 'R-9' })).toEqual({ leader: 'R-9', duties: {} });
});

test('members are read by what they do', () => {
  expect(byDuty(team.members)).toEqual([
    ['survey', ['乙', '丙']],
    ['writing', ['乙']],
  ]);
});
