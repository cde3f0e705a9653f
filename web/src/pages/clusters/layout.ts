// SPDX-License-Identifier: Apache-2.0
// Reports that share text, as a picture: from left to right in the order they were filed, a lane for each institution,
// an arc from each later report to the earlier one. The same reports always give the same picture.
import type { Clusters } from '../../api/findings';

export type Node = Clusters['reports'][number];
export type Edge = Clusters['shares'][number];
export interface Cluster {
  nodes: Node[]; // as they were filed
  edges: Edge[];
  lanes: string[]; // institutions, whoever filed first on top
}

const earlier = (a: Node, b: Node) => Date.parse(a.filed_at) - Date.parse(b.filed_at) || (a.report < b.report ? -1 : 1);

// Reports that are tied, however far round; those that share most first.
export function clustersIn({ reports, shares }: Clusters): Cluster[] {
  const root = new Map(reports.map((one) => [one.report, one.report]));
  const find = (id: string): string => {
    let at = id;
    while (root.get(at) !== at) at = root.get(at)!;
    root.set(id, at);
    return at;
  };
  const known = shares.filter(({ later, earlier: first }) => root.has(later) && root.has(first));
  for (const { later, earlier: first } of known) root.set(find(later), find(first));
  const groups = new Map<string, Cluster>();
  for (const node of [...reports].sort(earlier)) {
    const group = groups.get(find(node.report)) ?? { nodes: [], edges: [], lanes: [] };
    groups.set(find(node.report), group);
    group.nodes.push(node);
    if (!group.lanes.includes(node.institution_name)) group.lanes.push(node.institution_name);
  }
  for (const edge of known) groups.get(find(edge.later))!.edges.push(edge);
  const sum = ({ edges }: Cluster) => edges.reduce((all, one) => all + one.shared, 0);
  return [...groups.values()].filter((one) => one.edges.length > 0).sort((a, b) => sum(b) - sum(a) || earlier(a.nodes[0]!, b.nodes[0]!));
}

export const kLane = 56;
const kStep = 64;
const kSide = 28;

export interface Drawn {
  width: number;
  height: number;
  spots: { node: Node; x: number; y: number }[];
  arcs: { edge: Edge; path: string; width: number }[];
}

// Where an arc meets a circle of this radius.
const kRadius = 13;

export function drawn({ nodes, edges, lanes }: Cluster): Drawn {
  const spots = nodes.map((node, at) => ({ node, x: kSide + at * kStep, y: kLane * (lanes.indexOf(node.institution_name) + 0.5) }));
  const of = new Map(spots.map((spot) => [spot.node.report, spot]));
  const most = Math.max(1, ...edges.map((one) => one.shared));
  const arcs = edges.map((edge) => {
    const [from, to] = [of.get(edge.later)!, of.get(edge.earlier)!];
    // In a lane of its own it bows, that it does not run through what stands between.
    const bow = from.y === to.y ? -Math.min(kLane * 0.42, 10 + Math.abs(from.x - to.x) / 10) : 0;
    const [middleX, middleY] = [(from.x + to.x) / 2, (from.y + to.y) / 2 + 2 * bow];
    const near = (spot: { x: number; y: number }) => {
      const [dx, dy] = [middleX - spot.x, middleY - spot.y];
      const length = Math.hypot(dx, dy) || 1;
      return `${(spot.x + (dx / length) * kRadius).toFixed(1)} ${(spot.y + (dy / length) * kRadius).toFixed(1)}`;
    };
    const path = `M${near(from)} Q${middleX.toFixed(1)} ${middleY.toFixed(1)} ${near(to)}`;
    return { edge, path, width: 1.5 + 4.5 * Math.sqrt(edge.shared / most) };
  });
  return { width: 2 * kSide + Math.max(0, nodes.length - 1) * kStep, height: kLane * lanes.length, spots, arcs };
}
