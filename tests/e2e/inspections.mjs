// SPDX-License-Identifier: Apache-2.0
// An inspection nobody was told of: planned, approved, carried out by two officers with a phone that loses its network,
// its problems ordered to be put right, proven, checked again. One that is refused. What is late is seen above.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findings as unreadable } from './axe.mjs';
import { day, Person } from './browser.mjs';
import { own as abovePassword } from './circulation.mjs';
import { deskOfficers } from './program.mjs';
import { tooWide } from './phone.mjs';

const title = '四季度过程控制检查';
const refusedTitle = '四季度资质检查';
const institution = '天山演示';
const phone = { width: 360, height: 740 };
const desktop = { width: 1366, height: 768 };

export const accept = (person) => person.page.locator('.ant-popover:visible .ant-btn-primary').last().click();
export const drawer = (person) => person.page.locator('.ant-drawer-open');
export const item = (person, name) => person.page.getByRole('listitem', { name });
export const shut = (person) => drawer(person).waitFor({ state: 'detached' });

async function clerkRegistersOfficers(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto('/desk/officers');
  await person.says('还没有登记执法人员');
  for (const [name, number, until, account] of [
    ['周执法（演示）', 'XJ-65230001', day(400), '昌吉市经办（演示）'],
    ['郑执法（演示）', 'XJ-65230002', day(400)],
    ['过期执法（演示）', 'XJ-65230003', day(-10)],
  ]) {
    await person.button('登记执法人员');
    await person.fill('姓名', name);
    await person.fill('执法证号', number);
    await person.field('执法证有效期至').fill(until);
    await person.field('执法证有效期至').press('Enter');
    if (account) await person.pick('平台账号', account);
    await person.send();
    await person.page.getByRole('row', { name: new RegExp(number) }).waitFor();
    await shut(person);
  }
  await person.picture('officers');
  assert.deepEqual(await unreadable(person.page), []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// As a draw's page leads here: whom and why stand in the address.
async function plans(person, name, search, officers) {
  await person.goto(`/desk/inspections/new?${search}`);
  await fillsPlan(person, name, officers);
}

export async function fillsPlan(person, name, officers) {
  await person.fill('检查名称', name);
  await person.fill('检查地点', '乌鲁木齐市（机构办公场所）');
  await person.page.getByText('不预先通知', { exact: true }).click();
  await person.fill('不预先通知的理由', '防止事后补做记录');
  for (const officer of officers) await person.pick('执法人员', new RegExp(officer), officer);
  await person.page.getByRole('heading', { name: '拟定检查' }).click();
}

async function clerkPlans(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto('/desk/projects');
  const tianshan = await institutionId(person, institution);
  world.inspected = tianshan;
  await plans(person, title, `institution=${tianshan}&origin=annual_plan&ref=JH-00000001`, ['周执法', '过期执法']);
  await person.says(/检查表 \d+ 项/);
  assert.equal(await person.field('依据的编号').inputValue(), 'JH-00000001');
  await person.picture('inspection-plan');
  const found = await unreadable(person.page);
  await person.button('提请批准');
  await person.page.getByRole('heading', { name: title }).waitFor();
  world.inspection = new URL(person.page.url()).pathname;
  await person.says('执法证件当日无效：过期执法（演示）');
  await person.picture('inspection-planned');
  assert.deepEqual(found, []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function institutionId(person, name) {
  return person.page.evaluate(async (wanted) => {
    const answer = await fetch(`/api/v1/institutions?q=${encodeURIComponent(wanted)}`);
    return (await answer.json()).items[0].id;
  }, name);
}

export async function headApproves(world, called = title) {
  const person = await Person.signIn(world.browser, world.address, 'changji-head');
  await person.page.getByRole('row', { name: new RegExp(called) }).getByRole('button', { name: '去办理' }).click();
  await person.page.getByRole('heading', { name: called }).waitFor();
  await person.button(/^批\s*准$/);
  await person.fill('意见', '同意');
  await person.send();
  await person.says('检查已批准');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function institutionKnowsNothing(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto(world.inspection);
  await person.says('没有这次检查，或您不能查看');
  await person.goto('/desk/inspections');
  await person.says('没有检查');
  await person.leave();
}

async function twoOfficersInspectWithAPhone(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.page.setViewportSize(phone);
  await person.goto(world.inspection);
  await person.button('开始检查');
  await person.send();
  await person.says('须有 2 名执法证件当日有效的执法人员');
  await person.pick('到场的执法人员', /郑执法/, '郑执法');
  await person.field('到场的执法人员').press('Tab');
  await person.page.locator('.ant-select-dropdown:visible').waitFor({ state: 'detached' });
  const present = drawer(person).locator('.ant-form-item', { hasText: '到场的执法人员' });
  for (const name of ['周执法', '郑执法']) assert.ok(await present.getByText(name).first().isVisible(), `Tab takes ${name} away`);
  await person.send();
  await person.page.getByRole('heading', { name: /^检查表/ }).waitFor();
  await shut(person);
  await person.page.context().setOffline(true);
  await person.chooseFor('从业告知及时、真实', '不符合');
  await person.page.getByLabel('情况：从业告知及时、真实').fill('项目开工三日后才告知');
  await person.chooseFor('项目组的专业能力配备', '符合');
  await person.chooseFor('组长和勘验人员到现场', '符合');
  await person.says('3 项还没有发送');
  await person.picture('phone-inspection-offline');
  // A connection by which pages come and nothing is sent: what is kept is still there after the page was loaded anew.
  await person.page.route('**/answers', (route) => route.abort());
  await person.page.context().setOffline(false);
  await person.page.reload();
  await person.says('3 项还没有发送');
  await person.page.unroute('**/answers');
  await person.button('保存检查表');
  await person.says('检查表已保存');
  await person.page.getByText('项还没有发送').waitFor({ state: 'detached' });
  assert.deepEqual(await person.page.evaluate(tooWide), []);
  await item(person, '从业告知及时、真实').getByRole('button', { name: '记录问题' }).click();
  assert.equal(await person.field('事实').inputValue(), '项目开工三日后才告知');
  await person.send();
  await person.says('问题已记录');
  await shut(person);
  await person.picture('phone-inspection-problem');
  await person.leave();
}

const visited = '组长和勘验人员到现场';
const late = '从业告知及时、真实';
const noticed = '告知书所附名单与到场人员不符';
const photo = new URL('../../../shared/data/images/Landscape_8.jpg', import.meta.url).pathname;
const unsent = (person, name) => person.page.getByRole('listitem', { name: `没有发送的${name}` });

// On the page of the visit, without network.
async function notesAProblem(person, fact) {
  await item(person, late).getByRole('button', { name: '记录问题' }).click();
  await person.fill('事实', fact);
  await person.send();
  await shut(person);
  await unsent(person, '问题').getByText(fact).waitFor();
}

async function signsInOnTheSamePhone(person, login) {
  await person.button(/^退\s*出$/);
  await person.fill('账号', login);
  await person.fill('密码', 'anping-demo-2026');
  await person.button(/登\s*录/);
  await person.arrives();
}

// Pages come, and nothing that is kept is sent.
const holdsBack = ['**/api/v1/uploads', '**/inspections/*/problems', '**/inspections/*/answers'];

async function aProblemAndAPhotoWaitForTheNetwork(world) {
  const person = await Person.signInAnew(world.browser, world.address, 'changji');
  await person.page.setViewportSize(phone);
  await person.goto(world.inspection);
  await person.page.getByRole('heading', { name: /^检查表/ }).waitFor();
  await person.page.waitForLoadState('networkidle');
  await person.page.context().setOffline(true);
  await item(person, visited).getByRole('button', { name: '照片、文件' }).click();
  await person.page.locator('.ant-modal input[type=file]').setInputFiles(photo);
  await person.saysUnclassified();
  await person.button(/^归\s*入$/);
  await item(person, visited).getByText('未发送').waitFor();
  await notesAProblem(person, noticed);
  await person.says('有 2 件没有发送');
  await person.picture('phone-inspection-unsent');
  assert.deepEqual(await person.page.evaluate(tooWide), []);
  assert.deepEqual(await unreadable(person.page), []);
  for (const address of holdsBack) await person.page.route(address, (route) => route.abort());
  await person.page.context().setOffline(false);
  await person.page.reload();
  await unsent(person, '问题').getByText(noticed).waitFor();

  await signsInOnTheSamePhone(person, 'changji-head');
  for (const address of holdsBack) await person.page.unroute(address);
  await person.goto(world.inspection);
  await person.page.getByRole('heading', { name: /^检查表/ }).waitFor();
  await person.page.waitForLoadState('networkidle');
  assert.equal(await person.page.getByText('没有发送').count(), 0, 'what another person noted is theirs');
  assert.equal(await person.page.getByText(noticed).count(), 0, 'nor is it sent in this session');

  await signsInOnTheSamePhone(person, 'changji');
  await person.goto(world.inspection);
  await item(person, visited).getByRole('link', { name: 'Landscape_8.jpg' }).waitFor();
  await item(person, '问题 2').getByText(noticed).waitFor();
  await person.page.getByText('没有发送').first().waitFor({ state: 'detached' });
  await person.page.reload();
  await item(person, '问题 2').getByText(noticed).waitFor();
  assert.equal(await person.page.getByRole('listitem', { name: /^问题 \d+$/ }).filter({ hasText: noticed }).count(), 1, 'once');
  assert.equal(await item(person, visited).getByRole('link', { name: 'Landscape_8.jpg' }).count(), 1, 'once');
  await item(person, '问题 2').getByRole('button', { name: /撤\s*销/ }).click();
  await person.fill('理由', '名单已当场核对');
  await person.send();
  await person.says('已撤销');
  await shut(person);
  await person.leave();
}

// As the server answers once the visit is over.
const refused = JSON.stringify({ type: 'urn:anping:problem:inspection.not_now', title: '现在不能办理', detail: '这次检查已经结束，不再变更', status: 409 });

async function whatIsRefusedStaysUntilItsOwnerLetsItGo(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.page.setViewportSize(phone);
  await person.goto(world.inspection);
  await person.page.getByRole('heading', { name: /^检查表/ }).waitFor();
  await person.page.waitForLoadState('networkidle');
  await person.page.route('**/inspections/*/problems', (route) => route.fulfill({ status: 409, contentType: 'application/problem+json', body: refused }));
  await item(person, late).getByRole('button', { name: '记录问题' }).click();
  await person.fill('事实', '离场时补记');
  await person.send();
  await unsent(person, '问题').getByText('没有记入：这次检查已经结束，不再变更').waitFor();
  await shut(person);
  await person.picture('phone-inspection-refused');
  await person.page.reload();
  await unsent(person, '问题').getByText('离场时补记').waitFor();
  const [page] = await Promise.all([person.page.waitForEvent('download'), unsent(person, '问题').getByRole('button', { name: /导\s*出/ }).click()]);
  assert.match(readFileSync(await page.path(), 'utf8'), /离场时补记[\s\S]*这次检查已经结束/);
  await unsent(person, '问题').getByRole('button', { name: '不再保留' }).click();
  await person.button(/^删\s*去$/);
  await unsent(person, '问题').waitFor({ state: 'detached' });
  await person.leave();
}

// One of the two with the account, the other on paper.
export async function bothSign(officer) {
  await officer.button(/^签\s*字$/);
  await accept(officer);
  await officer.says('已签字');
  await officer.button('记录纸上签字或拒签');
  await officer.page.getByText('执法人员 郑执法（演示）', { exact: true }).click();
  await officer.send();
  await officer.says('等被检查单位确认');
}

export async function closes(officer, conclusion) {
  await officer.button('结束检查');
  await officer.fill('结论', conclusion);
  await officer.send();
  await officer.says('检查已结束');
  await shut(officer);
}

async function itIsSignedAndTheInstitutionConfirms(world) {
  const officer = await Person.signIn(world.browser, world.address, 'changji');
  await officer.page.setViewportSize(desktop);
  await officer.goto(world.inspection);
  await bothSign(officer);
  await officer.picture('inspection-signed');

  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto(world.inspection);
  await person.says('项目开工三日后才告知');
  assert.equal(await person.page.getByText('JH-00000001').count(), 0, 'why it was chosen is the bureau’s own');
  await person.button('作出说明');
  await person.fill('说明', '抢险项目，事后当日补报');
  await person.send();
  await person.says('抢险项目，事后当日补报');
  await shut(person);
  await person.button('确认检查结果');
  await person.send();
  await person.says('检查结果已确认');
  await person.picture('inspection-of-institution');
  assert.deepEqual(await unreadable(person.page), []);
  await person.leave();

  await officer.page.reload();
  await officer.says('抢险项目，事后当日补报');
  await closes(officer, '发现问题一个，责令限期整改');
  assert.deepEqual(officer.complaints, []);
  await officer.leave();
}

// On the page of an inspection; the address of the order.
export async function orders(person, number, demand) {
  await person.button('责令整改');
  await person.fill('文号', number);
  await person.fill('整改要求', demand);
  await person.fill('责任人（姓名或职务）', '技术负责人');
  await person.picture('order-form');
  await person.send();
  await person.page.getByRole('heading', { name: /责令限期整改/ }).waitFor();
  return new URL(person.page.url()).pathname;
}

async function anOrderIsIssued(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto(world.inspection);
  world.order = await orders(person, '（昌）应急责改〔2026〕1号', '补报告知，说明原因，完善告知制度');
  await person.says('技术负责人');
  await person.picture('order');
  assert.deepEqual(await unreadable(person.page), []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// From the to-dos of the institution.
export async function proves(person, text, file) {
  await person.page.getByRole('row', { name: /应急责改/ }).getByRole('button', { name: '去办理' }).click();
  await person.page.getByRole('heading', { name: /责令限期整改/ }).waitFor();
  await person.button('提交整改证明');
  await person.fill('整改情况', text);
  await person.attach({ name: file, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await person.send();
  await person.says('整改证明已提交');
  await person.page.getByRole('link', { name: file }).waitFor();
}

async function theInstitutionProves(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await proves(person, '已补报并修订告知制度', '告知制度.txt');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// From the ledger of what is to be checked again.
export async function rechecks(person) {
  await person.goto('/desk/rectifications?state=to_recheck');
  await person.page.getByRole('row', { name: /应急责改/ }).getByRole('link').first().click();
  await person.button(/^复\s*查$/);
  await person.pick('复查的执法人员', /周执法/, '周执法');
  await person.aside();
  await drawer(person).getByText('通过', { exact: true }).click();
  await person.fill('复查意见', '资料齐全，制度已经执行');
  await person.send();
  await person.says('已销号');
}

async function anOfficerRechecks(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await rechecks(person);
  await person.picture('order-closed');
  await person.goto('/desk/rectifications');
  assert.equal(await person.takes('导出台账'), 'PK');
  await person.goto(`/desk/inspections?institution=${world.inspected}`);
  await person.page.getByRole('table', { name: '整改前后' }).getByText(/33\.3%/).waitFor();
  await person.picture('inspections');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function aRefusalIsRecorded(world) {
  const head = await Person.signIn(world.browser, world.address, 'changji-head');
  await plans(head, refusedTitle, `institution=${world.inspected}&origin=tip`, ['周执法', '郑执法']);
  await head.button('提请批准');
  await head.page.getByRole('heading', { name: refusedTitle }).waitFor();
  await head.button('紧急先行检查');
  await head.fill('紧急的理由', '接到举报，正在销毁档案');
  await head.send();
  await head.says('未经批准先行检查，须及时补报');
  await shut(head);
  await head.button('记录拒绝检查');
  await head.fill('怎样拒绝', '出示证件、说明来意后，值班负责人仍不让进入');
  await head.send();
  await head.says('拒绝检查已记录');
  await shut(head);
  await head.button('补报批准');
  await head.send();
  await head.says('检查已批准');
  await shut(head);
  for (const name of ['周执法（演示）', '郑执法（演示）']) {
    await head.button('记录纸上签字或拒签');
    await head.page.getByText(`执法人员 ${name}`, { exact: true }).click();
    await head.send();
    await shut(head);
  }
  await head.button('结束检查');
  await head.fill('结论', '拒绝检查，移送立案');
  await head.send();
  await head.says('检查已结束');
  await head.goto('/desk/inspections?refused=1');
  await head.page.getByRole('link', { name: refusedTitle }).waitFor();
  assert.deepEqual(head.complaints, []);
  await head.leave();
}

async function whatIsLateIsSeenAbove(world) {
  const clerk = await Person.signIn(world.browser, world.address, 'changji');
  await clerk.goto('/desk/rectifications');
  await clerk.button('发出整改文书');
  await clerk.page.getByText('督促函', { exact: true }).click();
  await clerk.pick('机构', new RegExp(institution), institution);
  await clerk.field('发出日期').fill(day(-20));
  await clerk.field('发出日期').press('Enter');
  await clerk.fill('文号', '督促 1 号');
  await clerk.fill('问题', '档案没有归集');
  await clerk.fill('整改要求', '归集档案');
  await clerk.field('期限').fill(day(-5));
  await clerk.field('期限').press('Enter');
  await clerk.send();
  await clerk.page.getByRole('heading', { name: /督促函/ }).waitFor();
  await clerk.leave();
  const above = await Person.signIn(world.browser, world.address, deskOfficers.section_head, abovePassword);
  await above.page.getByRole('row', { name: /督促 1 号/ }).getByText('整改督办').waitFor();
  await above.goto('/desk/rectifications?state=escalated');
  await above.page.getByRole('row', { name: /督促 1 号/ }).getByText('逾期', { exact: true }).waitFor();
  await above.picture('rectifications');
  assert.deepEqual(above.complaints, []);
  await above.leave();
}

async function theirPagesAreReadableAndFitAPhone(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  const found = [];
  for (const [path, name] of [
    ['/desk/inspections', 'inspections'],
    [world.inspection, 'inspection'],
    ['/desk/inspections/new', 'new-inspection'],
    ['/desk/rectifications', 'rectifications'],
    [world.order, 'rectification'],
    ['/desk/officers', 'officers'],
  ]) {
    await person.goto(path);
    await person.page.locator('.panel').first().waitFor();
    await person.page.waitForLoadState('networkidle');
    found.push(...(await unreadable(person.page)).map((one) => `${path}: ${one}`));
    await person.page.setViewportSize(phone);
    await person.picture(`phone-${name}`);
    found.push(...(await person.page.evaluate(tooWide)).map((one) => `${path}: ${one}`));
    await person.page.setViewportSize(desktop);
  }
  assert.deepEqual(found, []);
  await person.leave();
}

export const officerScenes = [
  ['a clerk registers the officers with their certificates', clerkRegistersOfficers],
];

export const inspectionScenes = [
  ['a clerk plans an unannounced inspection from a link, and is warned of an expired certificate', clerkPlans],
  ['the section head approves it from the to-dos', headApproves],
  ['the institution knows nothing of it', institutionKnowsNothing],
  ['two officers inspect with a phone, and what they answer without network is kept and sent', twoOfficersInspectWithAPhone],
  ['a problem and a photo without network wait on the phone for who noted them, and are sent once', aProblemAndAPhotoWaitForTheNetwork],
  ['what the server refuses stays on the phone until it is taken out and let go', whatIsRefusedStaysUntilItsOwnerLetsItGo],
  ['officers sign, the institution states and confirms, and it is closed', itIsSignedAndTheInstitutionConfirms],
  ['what was found is ordered to be put right', anOrderIsIssued],
  ['the institution hands in proof', theInstitutionProves],
  ['an officer checks again, and the order is closed', anOfficerRechecks],
  ['an urgent inspection is refused, and that is recorded', aRefusalIsRecorded],
  ['what is late is seen by the level above', whatIsLateIsSeenAbove],
  ['the pages of inspections have nothing somebody cannot read or use, and fit a phone', theirPagesAreReadableAndFitAPhone],
];
