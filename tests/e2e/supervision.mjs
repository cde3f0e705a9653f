// SPDX-License-Identifier: Apache-2.0
// Whom to look at more closely, and what was not looked at: a price that is low among like ones and what an officer makes of it,
// a campaign's two coverages, tickets by the book, a draw given to another platform and one taken from it. After the scenes
// that grade an institution (watching) and hold a draw (draws).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findings as unreadable } from './axe.mjs';
import { day, Person } from './browser.mjs';
import { tooWide } from './phone.mjs';

const cheap = '低价演示项目安全现状评价';
const rated = '天山演示';
const outside = '自治区双随机抽查（演示）';
const row = (person, text) => person.page.getByRole('row', { name: text }).first();
const shut = (person) => person.page.locator('.ant-drawer-open').waitFor({ state: 'detached' });

// As the institution's own page would send them: like the methanol project but for title, number and price.
async function opensLikeProjects(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  const prices = [...Array.from({ length: 11 }, (_, at) => [`同类演示项目${at + 1}`, 9_000_000 + at * 300_000]), [cheap, 1_000_000]];
  const refused = await person.page.evaluate(async (asked) => {
    const get = async (path) => (await fetch(`/api/v1${path}`)).json();
    const { csrf_token: token } = await get('/session');
    const like = await get(`/projects/${(await get('/projects?q=%E7%94%B2%E9%86%87')).items[0].id}`);
    const { enterprise, region, authority, site, scope, statutory, statutory_kind, service_type, leader } = like;
    for (const [title, price] of asked) {
      const contract = { number: title, signed_on: like.contract.signed_on, ends_on: like.contract.ends_on, price };
      const body = { title, enterprise, region, authority, site, scope, statutory, statutory_kind, service_type, leader, contract, site_first_day: like.site_first_day, files: [], acknowledged: [] };
      const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': token, 'Idempotency-Key': crypto.randomUUID() };
      const answer = await fetch('/api/v1/projects', { method: 'POST', headers, body: JSON.stringify(body) });
      if (!answer.ok) return answer.text();
    }
    return '';
  }, prices);
  assert.equal(refused, '');
  await person.leave();
}

async function headConcludesAboutAPrice(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji-head');
  await person.goto('/desk/key-list?tab=prices');
  await row(person, cheap).getByText('价格偏低（待核）').waitFor();
  await person.picture('low-prices');
  await row(person, cheap).getByRole('link', { name: cheap }).click();
  const part = person.page.getByRole('region', { name: '同类项目的价款' });
  await part.getByRole('img', { name: /同类项目的价款/ }).waitFor();
  assert.equal(await part.getByText('同类演示项目').count(), 0, 'like prices have no names');
  await person.picture('like-prices');
  assert.deepEqual(await unreadable(person.page), []);
  await person.button('作出结论');
  await person.choose('结论', '涉嫌低价竞争');
  await person.fill('询问情况', '询问机构报价的构成，未能说明');
  await person.fill('理由', '价款不足以支付约定的现场工作');
  await person.send();
  await shut(person);
  await part.getByText('涉嫌低价竞争').waitFor();
  await part.getByText('询问情况：询问机构报价的构成，未能说明').waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theListIsAskedForIt(world) {
  const clerk = await Person.signIn(world.browser, world.address, 'changji');
  await clerk.goto('/desk/key-list');
  await clerk.page.getByRole('table', { name: '重点监督检查对象' }).waitFor();
  assert.equal(await clerk.page.getByRole('tab', { name: '价格偏低' }).count(), 0, 'a clerk weighs no prices');
  await clerk.button('按评级、处理决定和价格结论核对');
  await row(clerk, '低价竞争扰乱市场').getByText('待确认').waitFor();
  await row(clerk, '低价竞争扰乱市场').getByRole('link').first().click();
  await clerk.says(/只高于 0%，经核查涉嫌低价竞争/);
  await clerk.says(/价格比较结论/);
  assert.deepEqual(clerk.complaints, []);
  await clerk.leave();
}

async function theInstitutionSeesNothingOfOthers(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto(`/desk/projects?q=${encodeURIComponent(cheap)}`);
  await person.page.getByRole('link', { name: cheap }).first().click();
  await person.tab('合同');
  await person.says('合同编号');
  assert.equal(await person.page.getByText('同类项目的价款').count(), 0);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function campaignLeadsToATask(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto('/desk/year-plans?tab=campaign');
  await person.page.getByRole('progressbar', { name: '已覆盖的法定项目' }).waitFor();
  await person.date('项目从哪天起', day(-300));
  await row(person, cheap).getByText('未覆盖').waitFor();
  await person.page.getByRole('heading', { name: '平台上线以前的报告' }).waitFor();
  await person.picture('campaign');
  await row(person, cheap).getByRole('link', { name: '安排检查' }).click();
  await person.page.getByRole('heading', { name: '拟定检查' }).waitFor();
  assert.equal(await person.field('检查名称').inputValue(), '专项全覆盖检查');
  await person.says(new RegExp(`${cheap}（`));
  assert.deepEqual(person.complaints, []);
  await person.goto('/desk/year-plans?tab=enterprises');
  await person.page.getByRole('table', { name: '企业检查次数' }).waitFor();
  await person.says('当地没有公布频次上限');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function bookSuggestsTickets(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto('/desk/draws');
  await person.button('立抽取方案');
  const drawer = person.page.locator('.ant-drawer:visible');
  await drawer.getByText('在本地有项目的机构', { exact: true }).click();
  await person.date('从哪天起有项目', day(-30));
  const suggested = drawer.getByRole('listitem').filter({ hasText: rated });
  await suggested.getByText(/3 签/).waitFor();
  await suggested.getByText(/严重失信主体名单 SX-\d+.*加大检查频次/).waitFor();
  await suggested.getByRole('button', { name: '依据：检查频次' }).first().click();
  await person.says('检查频次');
  await person.picture('draw-tickets');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function aDrawGoesToAnotherPlatformAndBack(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto(world.everyday);
  assert.equal(await person.takes('导出 XLSX'), 'PK');
  const [file] = await Promise.all([person.page.waitForEvent('download'), person.page.getByRole('link', { name: '导出 JSON' }).click()]);
  const exported = readFileSync(await file.path());
  assert.equal(JSON.parse(exported.toString()).format, 'anping-draw-exchange-1');
  await person.goto('/desk/draws');
  await person.button('登记外部平台的抽取');
  await person.page.locator('.ant-drawer:visible input[type=file]').setInputFiles({ name: '抽取.json', mimeType: 'application/json', buffer: exported });
  await person.says(/抽取\.json：名单 \d+ 家，抽中 1 家/);
  await person.fill('名称', outside);
  await person.fill('平台', '自治区双随机平台（演示）');
  await person.picture('outside-draw-form');
  await person.send();
  await person.page.getByRole('heading', { name: outside }).waitFor();
  world.outsideDraw = new URL(person.page.url()).pathname;
  await person.says('这里不能验算');
  await person.page.getByRole('link', { name: '安排检查' }).first().waitFor();
  await person.picture('outside-draw');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theirPagesAreReadableAndFitAPhone(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji-head');
  const found = [];
  for (const [path, heading, name] of [
    ['/desk/key-list?tab=prices', '重点监督检查对象', 'low-prices'],
    ['/desk/year-plans?tab=campaign', '检查计划与全覆盖', 'campaign'],
    ['/desk/year-plans?tab=enterprises', '检查计划与全覆盖', 'enterprise-visits'],
    [world.outsideDraw, '名单和结果', 'outside-draw'],
  ]) {
    await person.goto(path);
    await person.page.getByRole('heading', { name: heading, exact: true }).waitFor();
    await person.page.getByRole('table').first().waitFor();
    found.push(...(await unreadable(person.page)).map((one) => `${path}: ${one}`));
    await person.page.setViewportSize({ width: 360, height: 740 });
    await person.picture(`phone-${name}`);
    found.push(...(await person.page.evaluate(tooWide)).map((one) => `${path}: ${one}`));
    await person.page.setViewportSize({ width: 1366, height: 768 });
  }
  assert.deepEqual(found, []);
  await person.leave();
}

export const supervisionScenes = [
  ['an institution contracts projects like each other, one of them cheap', opensLikeProjects],
  ['the section head sees the price among like ones without names, and concludes', headConcludesAboutAPrice],
  ['the key list is asked for it by the conclusion, and a clerk sees no prices', theListIsAskedForIt],
  ['the institution sees nothing of what others charge', theInstitutionSeesNothingOfOthers],
  ['a campaign shows what is not covered, one click from a task', campaignLeadsToATask],
  ['the book suggests tickets by grade, with its clause', bookSuggestsTickets],
  ['a draw goes to another platform, and one of another is recorded as it was given', aDrawGoesToAnotherPlatformAndBack],
  ['pages of prices, campaign, visits and outside draws are readable and fit a phone', theirPagesAreReadableAndFitAPhone],
];
