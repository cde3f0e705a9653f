// SPDX-License-Identifier: Apache-2.0
// Whom to inspect: a draw two people make, a draw several parties make, and the page on which anybody computes it again.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findings as unreadable } from './axe.mjs';
import { day, Person } from './browser.mjs';
import { tooWide } from './phone.mjs';

const everyday = '四季度双随机抽查';
const ceremony = '年度公开抽取';
const split = '分层双随机抽查';
const ofBureaus = '专项整治工作抽查';
const leftOut = '龙江演示';
const elsewhere = '黑龙江省哈尔滨市';
const parties = ['执法科', '法制科', '机构代表'];
const number = '03 08 11 15 22 30 + 04';
const clerk = '昌吉市经办（演示）';
const head = '昌吉市科长（演示）';

const announced = /已公布而未用的摘要 1 个/;
const drawer = (person) => person.page.locator('.ant-drawer:visible');
export const accept = (person, box) => person.page.locator(`${box}:visible .ant-btn-primary`).last().click();

export async function opensTheForm(person, title, form) {
  await person.button('立抽取方案');
  await person.fill('名称', title);
  await person.fill('依据', '2026 年度监督检查计划');
  await drawer(person).getByText(form).click();
  await drawer(person).getByText('在本地有项目的机构', { exact: true }).click();
  await person.date('从哪天起有项目', day(-30));
  await person.fill('抽取家数', '1');
}

async function clerkPlans(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.page.getByRole('link', { name: '随机抽取', exact: true }).click();
  await person.says('没有已公布而未用的摘要');
  await person.button('公布一个种子摘要');
  await person.says(announced);
  await opensTheForm(person, everyday, /^日常抽取/);
  await person.button(/添加排除/);
  await person.pick('排除的机构', leftOut, leftOut);
  await person.fill('排除的理由', '上月刚检查过');
  for (const officer of ['周执法', '郑执法']) await person.pick('执法人员', new RegExp(officer), officer);
  await person.aside();
  await person.picture('draw-plan');
  const found = await unreadable(person.page);
  await person.send();
  await person.page.getByRole('heading', { name: everyday }).waitFor();
  world.everyday = new URL(person.page.url()).pathname;
  await person.says('立方案的人不能自己抽');
  await person.says('上月刚检查过');
  assert.equal(await person.page.getByRole('button', { name: /^抽\s*取$/ }).count(), 0);
  await person.picture('draw-planned');
  assert.deepEqual(found, []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function anotherCountySeesNoDraw(world) {
  const person = await Person.signIn(world.browser, world.address, 'fukang');
  await person.goto(world.everyday);
  await person.says('没有这次抽取，或您不能查看');
  await person.goto('/desk/draws');
  await person.says('还没有抽取过');
  await person.leave();
}

async function sectionHeadHolds(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji-head');
  await person.goto(world.everyday);
  await person.says('等您点击抽取');
  await person.button(/^抽\s*取$/);
  await accept(person, '.ant-popover');
  await person.page.getByRole('heading', { name: '抽取结果' }).waitFor();
  await person.page.getByRole('table', { name: '抽中的机构' }).getByText('周执法（演示）').first().waitFor();
  await person.says(new RegExp(head));
  await person.picture('draw-held');
  world.replayPage = await downloads(person);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function thoseDrawnAreSent(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto(world.everyday);
  await person.page.getByRole('table', { name: '抽中的机构' }).getByRole('link', { name: '安排检查' }).first().click();
  await person.says('已填入抽取派出的执法人员');
  for (const officer of ['周执法', '郑执法']) await person.says(new RegExp(officer));
  await person.picture('inspection-from-draw');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function downloads(person) {
  const [file] = await Promise.all([
    person.page.waitForEvent('download'),
    person.page.getByRole('link', { name: '下载验算页' }).click(),
  ]);
  assert.match(file.suggestedFilename(), /^SJ-\d{8}\.html$/);
  return readFileSync(await file.path(), 'utf8');
}

// Opened from the disk of somebody without network: what `looks` makes of it.
async function withoutNetwork(world, html, looks) {
  const folder = mkdtempSync(join(tmpdir(), 'anping-draw-'));
  const path = join(folder, 'draw.html');
  writeFileSync(path, html);
  const context = await world.browser.newContext({ offline: true, viewport: { width: 1366, height: 768 } });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(path).href);
    return await looks(page, path);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true });
  }
}

// What the page says of the draw; `looks` sees it before it is closed.
function computedAgain(world, html, looks = async () => {}) {
  return withoutNetwork(world, html, async (page, path) => {
    await page.locator('.verdict').waitFor();
    await looks(page);
    return { said: await page.locator('.verdict').innerText(), path, page: await page.locator('main').innerText(), program: program(path) };
  });
}

// A share and its commitment, made by a party who has no account.
async function onItsOwnDevice(world, draw, party) {
  const outsider = await world.browser.newContext();
  const portal = await outsider.newPage();
  await portal.goto(`${world.address}/draws`);
  const card = portal.locator('section.card', { hasText: draw });
  const [file] = await Promise.all([portal.waitForEvent('download'), card.getByRole('link', { name: /下载份额页/ }).click()]);
  const html = readFileSync(await file.path(), 'utf8');
  await outsider.close();
  return withoutNetwork(world, html, async (page) => {
    await page.getByLabel('抽取编号').fill(draw);
    await page.getByLabel('参与方').fill(party);
    await page.getByRole('button', { name: '生成份额和承诺' }).click();
    await page.locator('dd code').last().waitFor();
    assert.deepEqual(await unreadable(page), []);
    const [share, commitment] = await page.locator('dd code').allInnerTexts();
    return { share, commitment };
  });
}

function program(path) {
  try {
    return execFileSync(process.env.ANPING_BIN, ['draw', 'replay', path], { encoding: 'utf8' });
  } catch (fault) {
    return fault.stdout;
  }
}

const held = /(<script id="paper" type="application\/json">)(.*?)(<\/script>)/s;

// One candidate more likely than the list said.
function heavier(html) {
  const [, before, text, after] = held.exec(html);
  const paper = JSON.parse(text);
  paper.plan.candidates[0].weight += 1;
  return html.replace(held, () => before + JSON.stringify(paper).replaceAll('<', '\\u003c') + after);
}

async function thePageComputesItAgain(world) {
  const found = [];
  const fine = await computedAgain(world, world.replayPage, async (page) => {
    if (process.env.ANPING_E2E_OUT) await page.screenshot({ path: join(process.env.ANPING_E2E_OUT, 'draw-replay.png'), fullPage: true });
    found.push(...(await unreadable(page)));
    await page.setViewportSize({ width: 360, height: 740 });
    if (process.env.ANPING_E2E_OUT) await page.screenshot({ path: join(process.env.ANPING_E2E_OUT, 'phone-draw-replay.png'), fullPage: true });
    found.push(...(await page.evaluate(tooWide)));
  });
  assert.match(fine.said, /^验算一致/);
  assert.match(fine.page, /上月刚检查过|事先排除（1 家）/);
  assert.match(fine.program, /drawn as it says/);
  const changed = await computedAgain(world, heavier(world.replayPage));
  assert.match(changed.said, /^验算不一致/);
  assert.match(changed.page, /名单与事先公布的摘要不一致/);
  assert.doesNotMatch(changed.program, /drawn as it says/);
  assert.deepEqual(found, []);
}

async function partiesCommitAndReveal(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto('/desk/draws');
  await opensTheForm(person, ceremony, /^公开抽取/);
  for (const party of parties) {
    await person.field('参加的各方').fill(party);
    await person.field('参加的各方').press('Enter');
  }
  await person.aside();
  await person.fill('公开号码的来源', '双色球第 2026138 期');
  await person.send();
  await person.page.getByRole('heading', { name: ceremony }).waitFor();
  world.ceremony = new URL(person.page.url()).pathname;
  const [outsider] = parties.slice(-1);
  const own = await onItsOwnDevice(world, world.ceremony.split('/').at(-1), outsider);
  for (const party of parties)
    await acts(person, party, /^承\s*诺$/, `${party} 的承诺已登记`, async () => {
      if (party !== outsider) return;
      await person.page.getByText('在本方自己的设备上生成').click();
      await person.fill('承诺', own.commitment);
      await person.picture('draw-own-device');
    });
  await person.picture('draw-committed');
  await person.button('开始揭示');
  await accept(person, '.ant-popover');
  for (const party of parties)
    await acts(person, party, /^揭\s*示$/, `${party} 已揭示`, async () => {
      if (party === outsider) await person.fill('份额', own.share);
    });
  await person.fill('公开号码', number);
  await person.button(/^录\s*入$/);
  await person.says('等第二人录入同一号码');
  await person.says(`${number}（${clerk}）`);
  await person.picture('draw-numbered');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function acts(person, party, name, done, fills) {
  await person.page.getByRole('row', { name: party }).getByRole('button', { name }).click();
  await fills();
  await accept(person, '.ant-modal');
  await person.says(done);
  await person.page.locator('.ant-modal:visible').waitFor({ state: 'detached' });
}

async function secondPersonEntersTheNumber(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji-head');
  await person.goto(world.ceremony);
  await person.fill('公开号码', number);
  await person.button(/^录\s*入$/);
  await person.page.getByRole('heading', { name: '抽取结果' }).waitFor();
  await person.picture('draw-ceremony');
  const again = await computedAgain(world, await downloads(person));
  assert.match(again.said, /^验算一致/);
  for (const words of [number, ...parties]) assert.ok(again.page.includes(words), words);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theHeadPublishesIt(world) {
  const outsider = await world.browser.newContext();
  const page = await outsider.newPage();
  await page.goto(`${world.address}/draws`);
  const card = page.locator('section.card', { hasText: everyday });
  await card.getByText('已抽取，检查以后公布结果').waitFor();
  assert.equal(await card.getByText('抽中').count(), 0, 'nobody is warned');
  const person = await Person.signIn(world.browser, world.address, 'changji-head');
  await person.goto(world.everyday);
  await person.button('公布结果');
  await accept(person, '.ant-popover');
  await person.page.getByRole('button', { name: '公布结果' }).waitFor({ state: 'detached' });
  await person.leave();
  await page.reload();
  await card.getByText('结果已公布').waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), card.getByRole('link', { name: /下载验算页/ }).click()]);
  assert.match((await computedAgain(world, readFileSync(await file.path(), 'utf8'))).said, /^验算一致/);
  await outsider.close();
}

// Of those registered in the region's capital and those of another province, each apart.
async function clerkSplitsAList(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto('/desk/draws');
  await person.button('公布一个种子摘要');
  await person.says(announced);
  await opensTheForm(person, split, /^日常抽取/);
  await person.pick('分层依据', '登记地');
  const strata = drawer(person).getByRole('table', { name: '分层' });
  await strata.getByText(elsewhere).waitFor();
  await person.fill(`${elsewhere}的抽取家数`, '900');
  await person.says(/^只有 \d+ 家$/);
  await person.fill(`${elsewhere}的抽取家数`, '1');
  await person.picture('draw-strata');
  const found = await unreadable(person.page);
  await person.send();
  await person.page.getByRole('heading', { name: split }).waitFor();
  world.split = new URL(person.page.url()).pathname;
  await person.page.getByRole('table', { name: '分层' }).getByText(elsewhere).waitFor();
  assert.deepEqual(found, []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function eachStratumIsDrawnApart(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji-head');
  await person.goto(world.split);
  await person.button(/^抽\s*取$/);
  await accept(person, '.ant-popover');
  await person.page.getByRole('table', { name: `抽中的机构：${elsewhere}` }).getByText(leftOut).waitFor();
  await person.picture('draw-strata-held');
  const again = await computedAgain(world, await downloads(person));
  assert.match(again.said, /^验算一致/);
  assert.match(again.page, /各层分别抽取/);
  assert.match(again.program, new RegExp(`stratum ${elsewhere}: 1 of \\d+`));
  assert.deepEqual(person.complaints, []);
  await person.leave();
  const outsider = await world.browser.newContext();
  const portal = await outsider.newPage();
  await portal.goto(`${world.address}/draws`);
  await portal.locator('section.card', { hasText: split }).getByText(new RegExp(`${elsewhere}：\\d+ 家抽 1 家`)).waitFor();
  await outsider.close();
}

// All but one county: the other has it among its to-dos until the province says what it saw there.
async function theProvinceDrawsBureaus(world) {
  const clerkOf = await Person.signIn(world.browser, world.address, 'xinjiang');
  await clerkOf.goto('/desk/draws');
  await clerkOf.button('公布一个种子摘要');
  await clerkOf.says(announced);
  await clerkOf.button('立抽取方案');
  await clerkOf.fill('名称', ofBureaus);
  await clerkOf.fill('依据', '专项整治工作方案');
  await drawer(clerkOf).getByText('下级部门', { exact: true }).click();
  await clerkOf.fill('抽取家数', '900');
  await clerkOf.fill('递补家数', '0');
  await clerkOf.button(/添加排除/);
  await clerkOf.pick('排除的机构', '昌吉市应急管理局', '昌吉市');
  await clerkOf.fill('排除的理由', '上月刚抽查过');
  await clerkOf.pick('分层依据', /部门的层级/);
  await drawer(clerkOf).getByRole('table', { name: '分层' }).getByText('县级应急管理部门').waitFor();
  await clerkOf.picture('draw-bureaus-plan');
  await clerkOf.send();
  await clerkOf.page.getByRole('heading', { name: ofBureaus }).waitFor();
  world.bureausDrawn = new URL(clerkOf.page.url()).pathname;
  assert.deepEqual(clerkOf.complaints, []);
  await clerkOf.leave();
  const headOf = await Person.signIn(world.browser, world.address, 'xinjiang-head');
  await headOf.goto(world.bureausDrawn);
  await headOf.button(/^抽\s*取$/);
  await accept(headOf, '.ant-popover');
  await headOf.page.getByRole('table', { name: '抽中的部门：县级应急管理部门' }).getByText('阜康市应急管理局').waitFor();
  await headOf.leave();
}

async function theBureauIsToldAndTheResultIsRecorded(world) {
  const drawn = await Person.signIn(world.browser, world.address, 'fukang');
  await drawn.says('本部门被抽中，接受上级抽查');
  await drawn.page.getByRole('link', { name: ofBureaus }).first().click();
  await drawn.page.getByRole('heading', { name: '抽查结果' }).waitFor();
  await drawn.picture('draw-bureau-told');
  assert.equal(await drawn.page.getByRole('button', { name: '登记抽查结果' }).count(), 0);
  const province = await Person.signIn(world.browser, world.address, 'xinjiang');
  await province.goto(world.bureausDrawn);
  await province.button('登记抽查结果');
  await province.pick('部门', '阜康市应急管理局', '阜康市');
  await province.date('抽查日期', day(0));
  await province.fill('看了什么', '专项整治方案和台账');
  await province.fill('发现了什么', '两家机构的整改没有复查');
  await province.fill('通报文号', '新应急通报〔2026〕3号');
  await province.send();
  await province.page.getByRole('table', { name: '抽查结果' }).getByText('两家机构的整改没有复查').waitFor();
  await province.picture('draw-bureaus-checked');
  assert.deepEqual(await unreadable(province.page), []);
  assert.deepEqual(province.complaints, []);
  await province.leave();
  await drawn.goto('/desk/');
  await drawn.arrives();
  await drawn.page.getByText('本部门被抽中，接受上级抽查').waitFor({ state: 'detached' });
  assert.deepEqual(drawn.complaints, []);
  await drawn.leave();
}

async function theirPagesAreReadableAndFitAPhone(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  const found = [];
  for (const [path, heading, name] of [['/desk/draws', '随机抽取', 'list'], [world.everyday, '名单', 'held'], [world.ceremony, '名单', 'ceremony'], [world.split, '分层', 'strata'], [world.bureausDrawn, '抽查结果', 'bureaus']]) {
    await person.goto(path);
    await person.page.getByRole('heading', { name: heading, exact: true }).waitFor();
    found.push(...(await unreadable(person.page)).map((one) => `${path}: ${one}`));
    await person.picture(`draws-${name}`);
    await person.page.setViewportSize({ width: 360, height: 740 });
    await person.picture(`phone-draws-${name}`);
    found.push(...(await person.page.evaluate(tooWide)).map((one) => `${path}: ${one}`));
    await person.page.setViewportSize({ width: 1366, height: 768 });
  }
  assert.deepEqual(found, []);
  await person.leave();
}

export const drawScenes = [
  ['a clerk announces a seed and plans a draw, and cannot hold it', clerkPlans],
  ['another county sees no draw of it', anotherCountySeesNoDraw],
  ['the section head holds it and downloads the page', sectionHeadHolds],
  ['an inspection of whom it chose is planned with the officers it sends', thoseDrawnAreSent],
  ['opened without network the page computes the draw again, and tells when one weight was changed', thePageComputesItAgain],
  ['the public sees that it was held, and who was drawn once it is published', theHeadPublishesIt],
  ['three parties, one on a device of its own, commit and reveal, and one person enters the public number', partiesCommitAndReveal],
  ['when a second person enters the same number the draw is held', secondPersonEntersTheNumber],
  ['a clerk splits a list by where institutions are registered and is told before it is fixed of what a stratum has too few', clerkSplitsAList],
  ['each stratum is drawn apart, and page, program and portal show them', eachStratumIsDrawnApart],
  ['the province draws bureaus below it by their level', theProvinceDrawsBureaus],
  ['a bureau that was drawn has it among its to-dos until the result is recorded', theBureauIsToldAndTheResultIsRecorded],
  ['the pages of draws have nothing somebody cannot read or use, and fit a phone', theirPagesAreReadableAndFitAPhone],
];
