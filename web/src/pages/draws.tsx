// SPDX-License-Identifier: Apache-2.0
// Draws of whom to inspect, the bureau's own and those below.
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button, Result, Space, Tag } from 'antd';
import { announceSeed, type DrawRow, drawSeeds, drawsFrom, type OutsideDrawRow, outsideDrawsFrom } from '../api/draw';
import { type BureauShares, inspectionShares } from '../api/inspection';
import { drawnOf, formWords, stageWords } from '../draw-words';
import { DrawPlanForm } from '../forms/draw-plan';
import { OutsideDrawForm } from '../forms/outside-draw';
import { shareWords } from '../inspection-words';
import { useChange } from '../parts/change';
import { LedgerEntry } from '../parts/findings';
import { More, usePages } from '../parts/pages';
import { type Column, Rows } from '../parts/rows';
import { mayHoldDraws, maySeeDraws, useSession } from '../parts/session';
import { time } from '../words';

const columns: Column<DrawRow>[] = [
  {
    title: '抽取',
    render: (row) => (
      <>
        <Link to="/draws/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
        <div className="muted">{row.id}</div>
      </>
    ),
  },
  { title: '部门', width: 180, render: (row) => row.bureau_name },
  { title: '方式', width: 100, render: (row) => formWords[row.form] },
  { title: '名单', width: 130, render: (row) => drawnOf(row.scope, row.candidates, row.take) },
  { title: '立方案', width: 160, render: (row) => time(row.planned_at) },
  {
    title: '进展',
    width: 170,
    render: (row) => (
      <>
        <Tag color={stageWords[row.stage].color}>{stageWords[row.stage].label}</Tag>
        {row.held_at && <div className="muted">{time(row.held_at)}</div>}
      </>
    ),
  },
];

// Announced before any list is fixed: the next everyday draw is made by the oldest of them.
function Seeds() {
  const seeds = useQuery({ queryKey: ['draw-seeds'], queryFn: drawSeeds });
  const change = useChange('种子摘要已公布', () => announceSeed());
  const free = seeds.data?.filter((one) => !one.used_by) ?? [];
  const oldest = free.at(-1);
  return (
    <div className="panel">
      <h2>日常抽取的种子</h2>
      <p className="muted">
        种子由平台生成并保密，先公布它的摘要，再定名单；抽取时公开种子，谁都可以核对它就是事先公布的那一个。
      </p>
      <Space wrap size="large" align="center">
        <span>
          {seeds.error ? '没有读到已公布的摘要，请刷新' : seeds.isPending ? '正在读取…' : free.length ? `已公布而未用的摘要 ${free.length} 个` : '没有已公布而未用的摘要，日常抽取之前请先公布'}
        </span>
        <Button loading={change.isPending} onClick={() => change.mutate(undefined)}>
          公布一个种子摘要
        </Button>
      </Space>
      {oldest && (
        <p className="muted">
          下次使用：<code className="digest">{oldest.digest}</code>　{time(oldest.announced_at)}　<LedgerEntry entry={oldest.entry} />
        </p>
      )}
    </div>
  );
}

const outsideColumns: Column<OutsideDrawRow>[] = [
  {
    title: '抽取',
    render: (row) => (
      <>
        <Link to="/outside-draws/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
        <div className="muted">{row.id}</div>
      </>
    ),
  },
  { title: '平台和编号', render: (row) => <>{row.platform}<div className="muted">{row.number}</div></> },
  { title: '部门', width: 180, render: (row) => row.bureau_name },
  { title: '名单', width: 150, render: (row) => `${row.candidates} 家抽 ${row.drawn} 家` },
  { title: '抽取日期', width: 130, render: (row) => <>{row.drawn_on}{row.withdrawn && <div><Tag>已撤回</Tag></div>}</> },
];

// Held on a province's platform or another, recorded here as it was given.
function Outside({ may }: { may: boolean }) {
  const list = usePages(['outside-draws'], outsideDrawsFrom);
  return (
    <div className="panel">
      <div className="card-head">
        <h2>在其他平台抽取的</h2>
        {may && <OutsideDrawForm />}
      </div>
      <Rows
        label="在其他平台抽取的"
        columns={outsideColumns}
        rows={list.rows}
        rowKey={(row) => row.id}
        pending={list.isPending}
        empty={list.error ? '没有读到，请刷新。' : '没有登记过。'}
        least={900}
      />
      <More list={list} />
    </div>
  );
}

// Drawn beside ordered: what else the bureaus inspected this year.
function Share() {
  const rows = useQuery({ queryKey: ['inspection-shares', ''], queryFn: () => inspectionShares() }).data;
  const sum = (of: (row: BureauShares) => number) => rows?.reduce((all, row) => all + of(row), 0) ?? 0;
  const all = sum((row) => row.inspections);
  if (all === 0) return null;
  return (
    <p>
      今年已开展检查 {all} 次，其中随机抽取 {shareWords(sum((row) => row.drawn), all)}。{' '}
      <Link to="/year-plans" search={{ tab: 'shares' } as never}>
        其余的来源
      </Link>
    </p>
  );
}

export function DrawsPage() {
  const session = useSession().data;
  const list = usePages(['draws'], drawsFrom);
  if (session && !maySeeDraws(session)) return <Result status="403" title="随机抽取由应急管理部门办理" />;
  return (
    <>
      <div className="headline">
        <div>
          <h1>随机抽取</h1>
          <p>先定名单并公布摘要，再产生种子；结果由名单和种子算出，任何人都可以下载验算页重算。</p>
        </div>
        {mayHoldDraws(session) && <DrawPlanForm />}
      </div>
      <div className="panel">
        {mayHoldDraws(session) && <Share />}
        <Rows
          label="随机抽取"
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          pending={list.isPending}
          empty={list.error ? '没有读到抽取，请刷新。' : '还没有抽取过。'}
          least={1000}
        />
        <More list={list} />
      </div>
      <Outside may={mayHoldDraws(session)} />
      {mayHoldDraws(session) && <Seeds />}
    </>
  );
}
