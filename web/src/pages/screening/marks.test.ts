// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Passage } from '../../api/findings';
import { across, disjoint, lastBetween, markedIn, nextBetween, passageAt, piecesOf, spansOf, step } from './marks';

const passage = (a_from: number, a_to: number, b_from: number, b_to: number, pieces: Passage['pieces'] = []): Passage => ({
  ...{ a_from, a_to, b_from, b_to, characters: a_to - a_from, identity: 1000, score: 90 },
  pieces,
});

test('of two that overlap the first keeps what it has, and what lies inside another is not drawn', () => {
  const spans = [{ from: 10, to: 20, id: 1 }, { from: 0, to: 12, id: 0 }, { from: 13, to: 15, id: 2 }];
  expect(disjoint(spans)).toEqual([{ from: 0, to: 12, id: 0 }, { from: 12, to: 20, id: 1 }]);
});

test('a line is cut where anything begins or ends, and each stretch knows what lies over it', () => {
  const marked = markedIn({ from: 5, to: 25 }, { passage: [{ from: 0, to: 10, id: 0 }, { from: 15, to: 40, id: 1 }], quoted: [{ from: 8, to: 18, id: 7 }] });
  expect(marked).toEqual([
    { from: 5, to: 8, ids: { passage: 0 } },
    { from: 8, to: 10, ids: { passage: 0, quoted: 7 } },
    { from: 10, to: 15, ids: { quoted: 7 } },
    { from: 15, to: 18, ids: { passage: 1, quoted: 7 } },
    { from: 18, to: 25, ids: { passage: 1 } },
  ]);
});

test('a line is cut where hidden text is put in, and a bare line is one stretch', () => {
  expect(markedIn({ from: 0, to: 9 }, {}, [4, 9, 12]).map(({ from, to }) => [from, to])).toEqual([[0, 4], [4, 9]]);
  expect(markedIn({ from: 3, to: 3 }, { passage: [{ from: 0, to: 10, id: 0 }] })).toHaveLength(1);
});

test('without pieces a place corresponds in proportion', () => {
  expect(across(passage(100, 200, 1000, 1200), 'a', 150)).toBe(1100);
  expect(across(passage(100, 200, 1000, 1200), 'b', 1200)).toBe(200);
});

test('with pieces what is the same corresponds exactly, and own words between them in proportion', () => {
  const pieces = [{ a_from: 100, a_to: 140, b_from: 1000, b_to: 1040 }, { a_from: 150, a_to: 200, b_from: 1060, b_to: 1110 }];
  const one = passage(100, 200, 1000, 1110, pieces);
  expect(across(one, 'a', 139)).toBe(1039);
  expect(across(one, 'a', 145)).toBe(1050);
  expect(across(one, 'a', 160)).toBe(1070);
  expect(across(one, 'b', 1070)).toBe(160);
});

test('passages may stand in another order in the source', () => {
  const passages = [passage(0, 10, 500, 510), passage(20, 30, 100, 110)];
  expect(spansOf('b', passages).map((span) => span.id)).toEqual([1, 0]);
  expect(passageAt(passages, 'b', 105)).toBe(1);
  expect(passageAt(passages, 'a', 15)).toBe(-1);
  expect(nextBetween(passages, 'b', 0, 600)).toBe(passages[1]);
  expect(nextBetween(passages, 'b', 100, 499)).toBeUndefined();
  expect(lastBetween(passages, 'b', 0, 200)).toBe(passages[1]);
  expect(lastBetween(passages, 'a', 10, 15)).toBeUndefined();
});

test('a passage that does not tell its pieces has none, the others do', () => {
  const told = passage(20, 30, 100, 110, [{ a_from: 20, a_to: 24, b_from: 100, b_to: 104 }]);
  expect(piecesOf('a', [passage(0, 10, 500, 510), told])).toEqual([{ from: 20, to: 24, id: 1 }]);
  expect(piecesOf('b', [passage(0, 10, 500, 510, [])])).toEqual([]);
});

test('the next passage is the one after, at first the next from what is being read, and none after the last', () => {
  const passages = [passage(0, 10, 0, 10), passage(50, 60, 20, 30), passage(90, 99, 40, 49)];
  expect(step(passages, -1, 1, 20)).toBe(1);
  expect(step(passages, -1, -1, 70)).toBe(1);
  expect(step(passages, -1, 1, 500)).toBe(2);
  expect(step(passages, 1, 1, 0)).toBe(2);
  expect(step(passages, 2, 1, 0)).toBeUndefined();
  expect(step(passages, 0, -1, 0)).toBeUndefined();
  expect(step([], -1, 1, 0)).toBeUndefined();
});
