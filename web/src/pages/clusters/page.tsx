// SPDX-License-Identifier: Apache-2.0
// Which reports share text: a picture of each cluster, and a table that says the same.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Result, Segmented } from 'antd';
import { useState } from 'react';
import { clustersOf } from '../../api/findings';
import { count } from '../../findings-words';
import { useFilters } from '../../parts/filters';
import { ScreeningLink } from '../../parts/findings';
import { type Column, Rows } from '../../parts/rows';
import { isBureau, useSession } from '../../parts/session';
import { time } from '../../words';
import { type Cluster, clustersIn, drawn, type Edge, kLane, type Node } from './layout';
import './clusters.css';

function Picture({ cluster, name }: { cluster: Cluster; name: string }) {
  const navigate = useNavigate();
  const { width, height, spots, arcs } = drawn(cluster);
  const open = (node: Node) => void navigate({ to: '/reports/$id/screening', params: { id: node.report } });
  return (
    <div className="lanes">
      <div className="lane-names" aria-hidden="true">
        {cluster.lanes.map((lane) => (
          <div key={lane} style={{ height: kLane }} title={lane}>
            <span>{lane}</span>
          </div>
        ))}
      </div>
      <div className="lane-picture" tabIndex={0} role="group" aria-label={`${name}：图，下面的表说的是同样的内容`}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <defs>
            <marker id="earlier" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">
              <path d="M0 0 L8 4 L0 8 z" fill="#8f3008" />
            </marker>
          </defs>
          {arcs.map(({ edge, path, width: thick }) => (
            <path key={path} d={path} fill="none" stroke="#c2410c" strokeOpacity={0.75} strokeWidth={thick} markerEnd="url(#earlier)">
              <title>{`相同 ${count(edge.shared)} 字`}</title>
            </path>
          ))}
          {spots.map(({ node, x, y }, at) => (
            <g key={node.report} className="spot" onClick={() => open(node)}>
              <title>{`${at + 1}　${node.title}，${node.institution_name}，${time(node.filed_at)} 提交`}</title>
              <circle cx={x} cy={y} r={12} />
              <text x={x} y={y + 4}>
                {at + 1}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </div>
  );
}

interface Line {
  edge: Edge;
  later: Node;
  earlier: Node;
  numbers: [number, number];
}

function linesOf({ edges, nodes }: Cluster): Line[] {
  const at = new Map(nodes.map((node, i) => [node.report, i]));
  return edges.map((edge) => {
    const [later, earlier] = [at.get(edge.later)!, at.get(edge.earlier)!];
    return { edge, later: nodes[later]!, earlier: nodes[earlier]!, numbers: [later + 1, earlier + 1] };
  });
}

function ReportName({ number, node }: { number: number; node: Node }) {
  return (
    <>
      <strong>{number}</strong>　<ScreeningLink report={node.report}>{node.title}</ScreeningLink>
      <div className="muted">
        {node.institution_name}，{time(node.filed_at)} 提交
      </div>
    </>
  );
}

const columns: Column<Line>[] = [
  { title: '较晚的报告', render: ({ later, numbers }) => <ReportName number={numbers[0]} node={later} /> },
  { title: '较早的报告', render: ({ earlier, numbers }) => <ReportName number={numbers[1]} node={earlier} /> },
  { title: '相同字数', width: 110, render: ({ edge }) => count(edge.shared) },
  {
    title: '',
    width: 110,
    render: ({ edge }) => (
      <ScreeningLink report={edge.later} source={edge.earlier}>
        并排查看
      </ScreeningLink>
    ),
  },
];

function ClusterPanel({ cluster, at }: { cluster: Cluster; at: number }) {
  const name = `第 ${at + 1} 组`;
  return (
    <div className="panel">
      <h2>
        {name}：{cluster.lanes.length} 家机构的 {cluster.nodes.length} 份报告
      </h2>
      <Picture cluster={cluster} name={name} />
      <Rows label={`${name}的相同文字`} columns={columns} rows={linesOf(cluster)} rowKey={({ edge }) => `${edge.later} ${edge.earlier}`} empty="" least={720} />
    </div>
  );
}

const leasts = ['200', '500', '2000', '5000'].map((value) => ({ value, label: `${count(Number(value))} 字以上` }));
const kShown = 10;

export function ClustersPage() {
  const session = useSession().data;
  const [filters, setFilters] = useFilters();
  const [shown, setShown] = useState(kShown);
  const least = leasts.some((one) => one.value === filters.least) ? filters.least! : '500';
  const found = useQuery({ queryKey: ['clusters', least], queryFn: () => clustersOf(least), enabled: isBureau(session) });
  if (session && !isBureau(session)) return <Result status="403" title="报告之间的相同文字由应急管理部门查看" />;
  const clusters = found.data ? clustersIn(found.data) : [];
  return (
    <>
      <div className="headline">
        <div>
          <h1>报告之间的相同文字</h1>
          <p>每个圆是一份报告，从左到右按提交先后排列，一行是一家机构；线从较晚的报告指向较早的，越粗相同的字越多。只说明文字相同，原因要核实。</p>
        </div>
      </div>
      <div className="filters">
        <Segmented aria-label="至少相同多少字" value={least} onChange={(chosen) => setFilters({ least: chosen })} options={leasts} />
      </div>
      {clusters.length === 0 && (
        <div className="panel">
          <div className="rows-note" role="status">
            {found.isPending ? '正在读取…' : found.error ? '没有读到，请刷新。' : '没有相同这么多字的报告。'}
          </div>
        </div>
      )}
      {clusters.slice(0, shown).map((cluster, at) => (
        <ClusterPanel key={cluster.nodes[0]!.report} cluster={cluster} at={at} />
      ))}
      {clusters.length > shown && <Button onClick={() => setShown(shown + kShown)}>更多（共 {clusters.length} 组）</Button>}
    </>
  );
}
