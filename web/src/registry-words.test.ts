// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { beijingToday, calendarDaysLeft, gradeChoices, knownSpecialties, missingOf, span, staffingLines } from './registry-words';

test('the last day of validity is not past', () => {
  expect(calendarDaysLeft('2026-11-28', '2026-11-28')).toBe('今天到期');
  expect(calendarDaysLeft('2026-11-27', '2026-11-28')).toBe('已过期 1 天');
  expect(calendarDaysLeft('2027-02-28', '2026-11-28')).toBe('剩 92 天');
});

test('today is what it is in Beijing', () => {
  expect(beijingToday(Date.parse('2026-11-27T16:30:00Z'))).toBe('2026-11-28');
});

test('a validity with one end missing is said as such', () => {
  expect(span(undefined, undefined)).toBe('未登记有效期');
  expect(span(undefined, '2027-01-01')).toBe('至 2027-01-01');
  expect(span('2026-01-01', undefined)).toBe('2026-01-01 起');
});

test('a kind of credential offers its own grades only', () => {
  expect(gradeChoices('engineer').map((one) => one.label)).toEqual(['高级', '中级', '初级']);
});

test('each specialty is read with who fills it and what is missing of it', () => {
  const post = (specialty: string, name: string) => ({ specialty, person: 'R-1', name });
  const gap = { specialty: '安全', missing: 2, together: ['安全'], asked: 3, able: 1, text: '安全需3人，有1人' };
  const posts = [post('电气', '甲'), post('安全', '乙'), post('电气', '丙')];
  expect(staffingLines({ posts, gaps: [gap] })).toEqual([
    { specialty: '电气', who: '甲、丙', missing: 0, text: '' },
    { specialty: '安全', who: '乙', missing: 2, text: '安全需3人，有1人' },
  ]);
  expect(missingOf({ gaps: [gap, gap] })).toBe(4);
});

test('without names it is said how many fill a specialty', () => {
  const posts = [{ specialty: '电气', person: 'R-1', name: '' }];
  expect(staffingLines({ posts, gaps: [] })[0]?.who).toBe('1 人');
});

test('what is asked for and what people have is offered once', () => {
  const gap = { specialty: '采矿', missing: 1, together: ['采矿'], asked: 1, able: 0, text: '' };
  const staffing = [{ scope: 'assess.2', clause: '', people: 1, posts: [{ specialty: '安全', person: '', name: '' }], gaps: [gap] }];
  const people = [{ specialties: ['安全', '通风'] }] as never;
  expect(knownSpecialties(people, staffing)).toEqual(['安全', '采矿', '通风']);
});
