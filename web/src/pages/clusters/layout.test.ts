// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { clustersIn, drawn } from './layout';

const node = (report: string, institution_name: string, day: number) => ({
  report,
  institution_name,
  title: report,
  filed_at: `2026-11-${String(day).padStart(2, '0')}T08:00:00+08:00`,
});
const edge = (later: string, earlier: string, shared: number) => ({ later, earlier, shared });

const view = {
  reports: [node('c', '丙', 9), node('a', '甲', 1), node('y', '丁', 4), node('b', '乙', 5), node('x', '甲', 2), node('d', '甲', 11)],
  shares: [edge('b', 'a', 600), edge('c', 'b', 500), edge('y', 'x', 900), edge('d', 'a', 700)],
};

test('reports tied however far round are one cluster, those that share most first', () => {
  const found = clustersIn(view);
  expect(found.map((one) => one.nodes.map((each) => each.report))).toEqual([['a', 'b', 'c', 'd'], ['x', 'y']]);
  expect(found[0]!.edges).toHaveLength(3);
});

test('whoever filed first stands to the left, its institution on top', () => {
  const [first] = clustersIn(view);
  expect(first!.lanes).toEqual(['甲', '乙', '丙']);
  const { spots } = drawn(first!);
  expect(spots.map((one) => one.x)).toEqual([...spots.map((one) => one.x)].sort((a, b) => a - b));
  expect(spots[0]!.y).toBeLessThan(spots[1]!.y);
  expect(spots[3]!.y).toBe(spots[0]!.y);
});

test('the same reports in another order give the same picture', () => {
  const turned = { reports: [...view.reports].reverse(), shares: [...view.shares].reverse() };
  const arcs = (found: typeof view) => clustersIn(found).flatMap((one) => drawn(one).arcs.map((arc) => arc.path)).sort();
  expect(arcs(turned)).toEqual(arcs(view));
});

test('more shared is a thicker line, and a report nobody shares with is not drawn', () => {
  const { arcs } = drawn(clustersIn(view)[0]!);
  const width = (shared: number) => arcs.find((one) => one.edge.shared === shared)!.width;
  expect(width(700)).toBeGreaterThan(width(500));
  expect(clustersIn({ reports: view.reports, shares: [] })).toEqual([]);
});

test('a share with a report the list does not know is left out', () => {
  expect(clustersIn({ reports: [node('a', '甲', 1)], shares: [edge('a', 'gone', 900)] })).toEqual([]);
});
