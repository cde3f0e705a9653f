// SPDX-License-Identifier: Apache-2.0
// The page a draw is published with: one file, no network, computes the draw again before whoever opens it. Before a draw is
// held the same file, without one, is where a party makes its share.
import { canonical, commitment, inOrder, outcome, replay, seedOf, type Check, type Paper, type Pool, type Sent } from './draw';
import { newShare } from './share';

const words: Record<Check['what'], [string, string]> = {
  rule: ['抽取规则为 DRAW1', '抽取规则不是 DRAW1'],
  plan: ['方案可以照着抽：各层的数量、签数都在范围内，没有重复的编号', '方案有误，没有人能照着抽：数量或签数越界、编号重复，或者有对象不属于任何一层'],
  list: ['名单、权重、分层和排除理由与事先公布的摘要一致', '名单与事先公布的摘要不一致：公布之后有人改动过'],
  shares: ['各方揭示的份额与各自事先的承诺一致', '有份额与事先的承诺不一致'],
  seed: ['种子由份额、账本首部和公开号码得出', '种子不是由份额、账本首部和公开号码得出的'],
  outcome: ['结果由名单和种子得出', '结果不是由名单和种子得出的'],
};

function element(name: string, text = '', className = ''): HTMLElement {
  const out = document.createElement(name);
  if (text) out.textContent = text;
  if (className) out.className = className;
  return out;
}

function table(head: string[], rows: (string | HTMLElement)[][]): HTMLElement {
  const out = element('div', '', 'scroll');
  out.tabIndex = 0; // it may be wider than the screen, and a keyboard scrolls what it can reach
  const inner = element('table');
  const first = element('tr');
  for (const text of head) first.append(element('th', text));
  inner.append(first);
  for (const row of rows) {
    const line = element('tr');
    for (const cell of row) {
      const box = element('td');
      box.append(cell);
      line.append(box);
    }
    inner.append(line);
  }
  out.append(inner);
  return out;
}

function sentText(sent: Sent, pool: Pool): string {
  const name = (id: string) => pool.members.find((one) => one.id === id)?.name ?? id;
  const skipped = sent.skipped.map((one) => `${name(one.member)}：${one.reason}`);
  const missing = sent.members.length && sent.members.length < pool.each ? `（缺 ${pool.each - sent.members.length} 人）` : '';
  return `${sent.members.map(name).join('、') || '无人可派'}${missing}${skipped.length ? `（跳过 ${skipped.join('；')}）` : ''}`;
}

function drawnTable(paper: Paper): HTMLElement[] {
  const names = new Map(paper.plan.candidates.map((one) => [one.id, one.name]));
  const pools = [...paper.plan.pools].sort((a, b) => (a.id < b.id ? -1 : 1));
  return paper.outcome.flatMap((stratum) => {
    const rows = stratum.drawn.map((one, at) => [
      String(at + 1),
      element('span', names.get(one.candidate) ?? one.candidate, 'drawn'),
      one.candidate,
      ...pools.map((pool) => {
        const sent = one.sent.find((each) => each.pool === pool.id);
        return sent ? sentText(sent, pool) : '';
      }),
    ]);
    const reserve = stratum.reserve.map((id) => names.get(id) ?? id).join('、');
    return [
      element('h2', `抽中${paper.outcome.length > 1 ? `：${stratum.stratum}` : ''}（${stratum.drawn.length} 家）`),
      table(['序', '对象', '编号', ...pools.map((pool) => pool.id)], rows),
      ...(reserve ? [element('p', `依次递补：${reserve}`, 'soft')] : []),
    ];
  });
}

function inputsOf(paper: Paper): HTMLElement[] {
  const { inputs } = paper;
  const facts = element('dl');
  const fact = (name: string, value: HTMLElement | string) => {
    const box = element('dd');
    box.append(value);
    facts.append(element('dt', name), box);
  };
  for (const one of inputs.participants) {
    if (one.announced !== undefined) fact(`${one.by}：立方案之前公布的摘要`, element('code', one.announced));
    fact(`${one.by}：承诺`, element('code', one.commitment));
    fact(`${one.by}：份额`, one.share === undefined ? '未揭示，不计入' : element('code', one.share));
  }
  fact('公开号码', paper.plan.source ? `${inputs.number}（${paper.plan.source}）` : '未使用');
  fact('账本首部', inputs.head ? element('code', inputs.head) : '无');
  fact('种子', element('code', paper.seed));
  return [element('h2', '种子从何而来'), facts];
}

// By which number each stratum was drawn from: of one there is nothing to say.
function strataOf(paper: Paper): HTMLElement[] {
  const { strata, candidates } = inOrder(paper.plan);
  if (strata.length < 2) return [];
  const rows = strata.map((one) => [one.id, String(candidates.filter((each) => each.stratum === one.id).length), String(one.take), String(one.reserve)]);
  return [element('h2', `分层（${strata.length} 层，各层分别抽取）`), table(['分层', '名单', '抽取', '递补'], rows)];
}

function listOf(paper: Paper): HTMLElement[] {
  const plan = inOrder(paper.plan);
  const drawn = new Set(paper.outcome.flatMap((stratum) => stratum.drawn.map((one) => one.candidate)));
  const all = element('details');
  all.append(element('summary', `全部名单（${plan.candidates.length} 家）`));
  all.append(table(['编号', '名称', '分层', '权重', ''], plan.candidates.map((one) => [one.id, one.name, one.stratum, String(one.weight), drawn.has(one.id) ? '抽中' : ''])));
  if (!plan.left_out.length) return [element('h2', '名单'), all];
  const out = element('details');
  out.append(element('summary', `事先排除（${plan.left_out.length} 家）`));
  out.append(table(['编号', '名称', '理由'], plan.left_out.map((one) => [one.id, one.name, one.reason])));
  return [element('h2', '名单'), all, out];
}

function show(paper: Paper): void {
  const checks = replay(paper);
  const right = checks.every((one) => one.right);
  const list = element('ul', '', 'checks');
  for (const one of checks) list.append(element('li', words[one.what][one.right ? 0 : 1], one.right ? '' : 'wrong'));
  const page = document.getElementById('page')!;
  page.replaceChildren(
    element('h1', paper.plan.title),
    element('p', `抽取编号 ${paper.plan.draw}，名单摘要 ${paper.plan_digest}`, 'soft'),
    element('p', right ? '验算一致：结果就是按公布的名单抽出来的。' : '验算不一致：下列打叉之处与公布的内容不符。', right ? 'verdict' : 'verdict wrong'),
    list,
    ...drawnTable(paper),
    ...strataOf(paper),
    ...inputsOf(paper),
    ...listOf(paper),
    element('p', '本页不联网，所有计算在本机进行。另外两种程序也能验算本文件：anping draw replay 和 tests/draw/replay.py；规则见 docs/draws.md。', 'soft'),
  );
}

// Without a draw the page is where a party makes its share, on a device of its own.
function askForShare(): void {
  const page = document.getElementById('page')!;
  const form = element('form');
  const field = (label: string, hint: string) => {
    const box = element('label', label);
    const input = document.createElement('input');
    input.required = true;
    input.placeholder = hint;
    box.append(input);
    form.append(box);
    return input;
  };
  const draw = field('抽取编号', '例如 SJ-00000001');
  const by = field('参与方', '与方案上的写法完全一致');
  const send = element('button', '生成份额和承诺');
  const made = element('dl');
  form.append(send);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const share = newShare();
    const rows: [string, string][] = [
      ['份额：自己保管，揭示之前不给任何人看', share],
      ['承诺：交给经办人登记', commitment(draw.value.trim(), by.value.trim(), share)],
    ];
    made.replaceChildren(
      ...rows.flatMap(([name, value]) => {
        const box = element('dd');
        box.append(element('code', value));
        return [element('dt', name), box];
      }),
    );
    send.textContent = '重新生成（以前的作废）';
  });
  page.replaceChildren(
    element('h1', '生成自己的份额'),
    element('p', '公开抽取的参与方在自己的设备上打开本页，可以断网。只要有一方的份额不为他人所知，就没有人能左右抽取结果。'),
    form,
    made,
    element('p', '承诺是抽取编号、参与方和份额的 SM3 摘要，由它算不出份额；揭示时份额须与承诺相符。', 'soft'),
  );
}

const kept = JSON.parse(document.getElementById('paper')?.textContent ?? 'null') as Paper | null;
if (kept) show(kept);
else askForShare();

// What the three programs are compared by.
declare global {
  interface Window {
    anpingOutcome: (paper: Paper) => string;
    anpingProblems: (paper: Paper) => string;
  }
}
window.anpingOutcome = ({ plan, inputs }) => {
  const seed = seedOf(plan, inputs);
  return canonical({ seed, outcome: outcome(plan, seed) });
};
window.anpingProblems = (paper) => canonical(replay(paper).flatMap((one) => (one.right ? [] : [one.what])));
