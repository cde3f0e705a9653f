// SPDX-License-Identifier: Apache-2.0
// One draw: what was fixed before, what the seed is made of, who was drawn.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Descriptions, Result, Space, Spin, Tag } from 'antd';
import { Problem } from '../api/client';
import { type Draw, drawOf } from '../api/draw';
import { drawnOf, formWords, nextOf, scopeWords, splitFromWords, stageWords, strataOf, type StratumRow } from '../draw-words';
import { BureauCheckForm, type Chosen } from '../forms/bureau-check';
import { BeginRevealing, Commit, HoldEveryday, HoldWithoutNumber, NumberForm, Publish, Reveal, VoidForm } from '../forms/draw-acts';
import { LedgerEntry } from '../parts/findings';
import { type Column, Rows } from '../parts/rows';
import { mayHoldDraws, useSession } from '../parts/session';
import { time } from '../words';

type Candidate = Draw['plan']['candidates'][number];
type Drawn = Draw['outcome'][number]['drawn'][number];

const missing = (pool: { each: number }, members: string[]) => members.length > 0 && members.length < pool.each && `（缺 ${pool.each - members.length} 人）`;

const Digest = ({ of }: { of?: string | null }) => (of ? <code className="digest">{of}</code> : <span className="muted">还没有</span>);

function Facts({ draw }: { draw: Draw }) {
  const { summary, plan } = draw;
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'b', label: '部门', children: summary.bureau_name },
        { key: 'g', label: '依据', children: draw.basis },
        { key: 'f', label: '方式', children: formWords[summary.form] },
        { key: 's', label: '名单', children: `${scopeWords(draw)}，${drawnOf(summary.scope, plan.candidates.length, summary.take)}` },
        { key: 'p', label: '立方案', children: <span>{draw.planned_by}　{time(summary.planned_at)}　<LedgerEntry entry={summary.entry} /></span> },
        { key: 'h', label: '抽取', children: summary.held_at ? `${draw.held_by ?? ''}　${time(summary.held_at)}` : '尚未抽取' },
        ...(plan.source ? [{ key: 'n', label: '公开号码', children: summary.stage === 'held' ? `${draw.numbers.at(-1)?.number ?? ''}（${plan.source}）` : plan.source }] : []),
        ...(summary.held_at ? [{ key: 'o', label: '向社会公布', children: summary.published_at ? time(summary.published_at) : '还没有公布结果' }] : []),
        { key: 'd', label: '名单摘要', children: <Digest of={draw.plan_digest} /> },
      ]}
    />
  );
}

function Outcome({ draw, may }: { draw: Draw; may: boolean }) {
  const names = new Map(draw.plan.candidates.map((one) => [one.id, one.name]));
  const bureaus = draw.scope === 'bureaus';
  const what = bureaus ? '抽中的部门' : '抽中的机构';
  const pools = draw.plan.pools;
  const nameIn = (pool: Draw['plan']['pools'][number], id: string) => pool.members.find((one) => one.id === id)?.name ?? id;
  const columns: Column<Drawn>[] = [
    { title: bureaus ? '部门' : '机构', render: (row) => <strong>{names.get(row.candidate) ?? row.candidate}</strong> },
    {
      title: '编号',
      width: 140,
      render: (row) => (
        <>
          {row.candidate}
          {may && !bureaus && (
            <div>
              <Link to="/inspections/new" search={{ institution: row.candidate, origin: 'draw', ref: draw.summary.id } as never}>
                安排检查
              </Link>
            </div>
          )}
        </>
      ),
    },
    ...pools.map((pool): Column<Drawn> => ({
      title: pool.id,
      render: (row) => {
        const sent = row.sent.find((one) => one.pool === pool.id);
        return (
          <>
            {sent?.members.map((id) => nameIn(pool, id)).join('、') || '无人可派'}
            {sent && missing(pool, sent.members)}
            {sent?.skipped.map((one) => (
              <div key={one.member} className="muted">
                跳过 {nameIn(pool, one.member)}：{one.reason}
              </div>
            ))}
          </>
        );
      },
    })),
  ];
  return (
    <div className="panel">
      <h2>抽取结果</h2>
      {draw.outcome.map((stratum) => (
        <div key={stratum.stratum}>
          {draw.outcome.length > 1 && <h3>{stratum.stratum}（{stratum.drawn.length} 家）</h3>}
          <Rows label={draw.outcome.length > 1 ? `${what}：${stratum.stratum}` : what} columns={columns} rows={stratum.drawn} rowKey={(row) => row.candidate} pending={false} empty="这一层没有抽中的。" least={600} />
          {stratum.reserve.length > 0 && <p className="muted">依次递补：{stratum.reserve.map((id) => names.get(id) ?? id).join('、')}</p>}
        </div>
      ))}
    </div>
  );
}

type Checked = Draw['checks'][number];

const checkColumns = (names: Map<string, string>): Column<Checked>[] => [
  { title: '部门', width: 180, render: ({ check }) => names.get(check.bureau) ?? check.bureau },
  { title: '抽查日期', width: 120, render: ({ check }) => check.on },
  { title: '看了什么', render: ({ check }) => check.looked_at },
  {
    title: '发现了什么',
    render: ({ check }) => (
      <>
        {check.finding}
        {check.notice && <div className="muted">通报：{check.notice}</div>}
        {check.file && <div className="muted">{check.file.file_name}　<Digest of={check.file.sm3} /></div>}
      </>
    ),
  },
  { title: '登记', width: 170, render: (row) => <>{row.recorded_by}<div className="muted">{time(row.recorded_at)}　<LedgerEntry entry={row.entry} /></div></> },
];

const kNamed = 8; // of the bureaus that wait: a province draws a hundred

// Of bureaus that were drawn: what was recorded, and of whom nothing is so far. One in reserve may have come in another's place.
function BureauChecks({ draw, may }: { draw: Draw; may: boolean }) {
  const names = new Map(draw.plan.candidates.map((one) => [one.id, one.name]));
  const checked = new Set(draw.checks.map((one) => one.check.bureau));
  const chosen = (ids: string[], reserve: boolean): Chosen[] => ids.map((id) => ({ id, name: names.get(id) ?? id, reserve }));
  const drawn = chosen(draw.outcome.flatMap((stratum) => stratum.drawn.map((one) => one.candidate)), false);
  const reserve = chosen(draw.outcome.flatMap((stratum) => stratum.reserve), true);
  const open = drawn.filter((one) => !checked.has(one.id));
  return (
    <div className="panel">
      <div className="card-head">
        <h2>抽查结果</h2>
        {may && <BureauCheckForm draw={draw} of={[...drawn, ...reserve]} />}
      </div>
      {open.length > 0 && (
        <p className="muted">
          已抽中、还没有登记结果的 {open.length} 个：{open.slice(0, kNamed).map((one) => one.name).join('、')}
          {open.length > kNamed && '等，见上面的结果'}
        </p>
      )}
      <Rows label="抽查结果" columns={checkColumns(names)} rows={draw.checks} rowKey={(row) => String(row.entry)} pending={false} empty="还没有登记结果。" least={900} />
    </div>
  );
}

function Shares({ draw, may }: { draw: Draw; may: boolean }) {
  const { stage } = draw.summary;
  const columns: Column<Draw['participants'][number]>[] = [
    { title: '参加方', width: 140, render: (row) => row.by },
    { title: '承诺', render: (row) => (row.commitment || !may || stage !== 'planned' ? <Digest of={row.commitment} /> : <Commit draw={draw} one={row} />) },
    { title: '份额', render: (row) => (row.share || !may || stage !== 'revealing' || !row.commitment ? <Digest of={row.share} /> : <Reveal draw={draw} one={row} />) },
  ];
  return (
    <div className="panel">
      <h2>各方的承诺与份额</h2>
      <Rows label="各方的承诺与份额" columns={columns} rows={draw.participants} rowKey={(row) => String(row.number)} pending={false} empty="没有参加方。" least={700} />
      {draw.numbers.length > 0 && stage !== 'held' && <p>已录入的号码：{draw.numbers.map((one) => `${one.number}（${one.by}）`).join('、')}</p>}
    </div>
  );
}

function Seed({ draw }: { draw: Draw }) {
  return (
    <div className="panel">
      <h2>种子</h2>
      <Descriptions
        column={1}
        items={[
          ...(draw.announced ? [{ key: 'a', label: '事先公布的摘要', children: <Digest of={draw.announced} /> }] : []),
          { key: 'h', label: '账本首部', children: <Digest of={draw.head} /> },
          { key: 's', label: '种子', children: <Digest of={draw.seed} /> },
        ]}
      />
    </div>
  );
}

function Tickets({ weight, why, suggested }: { weight: number; why?: string; suggested?: Draw['suggested'][number] }) {
  return (
    <>
      {weight}
      {suggested && <div className="muted">规则书建议 {suggested.weight}：{suggested.reason}（{suggested.clause}）</div>}
      {why && <div className="muted">{suggested ? '改变的理由：' : ''}{why}</div>}
    </>
  );
}

function List({ draw }: { draw: Draw }) {
  const drawn = new Set(draw.outcome.flatMap((stratum) => stratum.drawn.map((one) => one.candidate)));
  const why = new Map(draw.weights.map((one) => [one.institution, one.reason]));
  const suggested = new Map(draw.suggested.map((one) => [one.institution, one]));
  const columns: Column<Candidate>[] = [
    { title: draw.scope === 'bureaus' ? '部门' : '机构', render: (row) => row.name },
    { title: '编号', width: 140, render: (row) => row.id },
    ...(draw.plan.strata.length > 1 ? [{ title: '分层', width: 160, render: (row: Candidate) => row.stratum }] : []),
    { title: '签数', width: 260, render: (row) => <Tickets weight={row.weight} why={why.get(row.id)} suggested={suggested.get(row.id)} /> },
    { title: '', width: 90, render: (row) => drawn.has(row.id) && <Tag color="green">抽中</Tag> },
  ];
  return (
    <div className="panel">
      <h2>名单</h2>
      <Rows label="名单" columns={columns} rows={draw.plan.candidates} rowKey={(row) => row.id} pending={false} empty="名单是空的。" least={600} />
      {draw.plan.left_out.length > 0 && (
        <>
          <h3>事先排除</h3>
          <ul>
            {draw.plan.left_out.map((one) => (
              <li key={one.id}>
                {one.name}：{one.reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const strataColumns: Column<StratumRow>[] = [
  { title: '分层', render: (row) => row.stratum },
  { title: '名单', width: 110, render: (row) => `${row.candidates} 家` },
  { title: '抽取', width: 110, render: (row) => `${row.take} 家` },
  { title: '递补', width: 110, render: (row) => `${row.reserve} 家` },
];

// Of a list that is one stratum there is nothing to say.
function Strata({ draw }: { draw: Draw }) {
  if (!draw.split) return null;
  return (
    <div className="panel">
      <h2>分层</h2>
      <p className="muted">依据：{splitFromWords(draw.split)}。各层分别抽取，随名单公布。</p>
      <Rows label="分层" columns={strataColumns} rows={strataOf(draw.plan)} rowKey={(row) => row.stratum} pending={false} empty="没有分层。" least={480} />
    </div>
  );
}

function Acts({ draw }: { draw: Draw }) {
  const { stage, form } = draw.summary;
  const committed = draw.participants.filter((one) => one.commitment).length;
  const all = draw.participants.every((one) => !one.commitment || one.share);
  return (
    <Space wrap className="no-print">
      {draw.yours_to_hold && <HoldEveryday draw={draw} />}
      {form === 'ceremony' && stage === 'planned' && committed >= 3 && <BeginRevealing draw={draw} />}
      {stage === 'revealing' && !draw.plan.source && all && <HoldWithoutNumber draw={draw} />}
      <VoidForm draw={draw} />
    </Space>
  );
}

export function DrawPage() {
  const session = useSession().data;
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const found = useQuery({ queryKey: ['draw', id], queryFn: () => drawOf(id) });
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const hidden = found.error instanceof Problem && found.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有这次抽取，或您不能查看' : '没有读到抽取，请刷新'} />;
  }
  const draw = found.data;
  const { stage, form, title } = draw.summary;
  const may = mayHoldDraws(session) && session?.unit === draw.summary.bureau;
  const open = stage !== 'held' && stage !== 'voided';
  const numbering = may && draw.plan.source !== '' && (stage === 'revealing' || stage === 'numbered') && draw.participants.some((one) => one.share);
  return (
    <>
      <div className="headline">
        <div>
          <h1>{title}</h1>
          <p>
            {id}　<Tag color={stageWords[stage].color}>{stageWords[stage].label}</Tag>
          </p>
        </div>
        <Space wrap className="no-print">
          {may && open && <Acts draw={draw} />}
          {may && stage === 'held' && !draw.summary.published_at && <Publish draw={draw} />}
          {stage === 'held' && (
            <Button href={`/api/v1/draws/${id}/replay-page`} download>
              下载验算页
            </Button>
          )}
          <Button href={`/api/v1/draws/${id}/exchange`} download>
            导出 JSON
          </Button>
          <Button href={`/api/v1/draws/${id}/exchange-sheet`} download>
            导出 XLSX
          </Button>
        </Space>
      </div>
      {open && <Alert type="info" showIcon title={nextOf(draw)} style={{ marginBottom: 16 }} />}
      {draw.voided && <Alert type="warning" showIcon title={`已作废：${draw.voided}`} style={{ marginBottom: 16 }} />}
      {numbering && (
        <div className="panel">
          <NumberForm draw={draw} />
        </div>
      )}
      <div className="panel">
        <Facts draw={draw} />
      </div>
      {stage === 'held' && <Outcome draw={draw} may={may} />}
      {stage === 'held' && draw.scope === 'bureaus' && <BureauChecks draw={draw} may={may} />}
      {form === 'ceremony' && <Shares draw={draw} may={may && open} />}
      <Seed draw={draw} />
      <Strata draw={draw} />
      <List draw={draw} />
    </>
  );
}
