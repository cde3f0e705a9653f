// SPDX-License-Identifier: Apache-2.0
// Two stories of oversight: from the key list to a problem put right, and a bureau that lets its own day pass. The third, of a
// cloned report, is cloned.mjs.
import assert from 'node:assert/strict';
import { day, newPage, Person } from './browser.mjs';
import { files as filesCase, own as disciplinePassword } from './cases.mjs';
import { accept as acceptIn, opensTheForm } from './draws.mjs';
import { bothSign, closes, drawer, fillsPlan, headApproves, item, orders, proves, rechecks, shut } from './inspections.mjs';
import { own as leadersPassword } from './permit.mjs';
import { caseOfficers, permitOffices } from './program.mjs';

const watched = '龙江演示';
const facts = '举报反映组长没有到现场，经核实属实';
const drawn = '重点对象专项抽查';
const visit = '重点对象不预先通知检查';
const seen = '组长和勘验人员到现场';
const late = '龙江安评超期未告知案';
const row = (person, text) => person.page.getByRole('row', { name: text }).first();

async function aTipThatProvedTrueLeadsToTheKeyList(world) {
  const clerk = await Person.signIn(world.browser, world.address, 'changji');
  await clerk.page.getByRole('link', { name: '重点对象', exact: true }).click();
  await clerk.button('提议列入');
  await clerk.pick('机构', watched, watched);
  await clerk.pick('情形', '被举报查实');
  await clerk.date('发生或者查实的日期', day(-3));
  await clerk.fill('事实', facts);
  await clerk.send();
  await clerk.page.getByRole('heading', { name: '情形和事实' }).waitFor();
  const listing = new URL(clerk.page.url()).pathname;
  assert.deepEqual(clerk.complaints, []);
  await clerk.leave();
  const head = await Person.signIn(world.browser, world.address, 'changji-head');
  await head.goto(listing);
  await head.button('确认列入');
  await head.fill('理由', '举报已经查实');
  await head.send();
  await head.page.locator('.headline').getByText('已列入').waitFor();
  await head.leave();
  const institution = await Person.signIn(world.browser, world.address, 'longjiang');
  await institution.goto('/desk/institution?tab=watch');
  await institution.page.getByRole('table', { name: '重点监督检查对象' }).getByRole('link', { name: watched }).click();
  await institution.says(facts);
  assert.deepEqual(institution.complaints, []);
  await institution.leave();
}

async function thePlanOfTheYearIsChanged(world) {
  const clerk = await Person.signIn(world.browser, world.address, 'changji');
  await clerk.goto(world.yearPlan);
  await clerk.button('变更计划');
  const line = drawer(clerk).locator('.plan-line', { hasText: watched });
  await line.getByLabel('次数').fill('2');
  await line.getByLabel('理由').fill('重点监督检查对象：被举报查实');
  await clerk.fill('变更的理由', '新列入一家重点监督检查对象');
  await clerk.send();
  await clerk.says('计划已变更，等负责人批准');
  await clerk.leave();
  const leader = await Person.signIn(world.browser, world.address, permitOffices.leader, leadersPassword);
  await leader.goto(world.yearPlan);
  await leader.button(/^批\s*准$/);
  await acceptIn(leader, '.ant-popover');
  await leader.page.locator('.headline').getByText('已批准').waitFor();
  await row(leader, watched).getByText('0 / 2 次').waitFor();
  assert.deepEqual(leader.complaints, []);
  await leader.leave();
}

// One is left out with its reason, all others are drawn.
async function itIsDrawn(world) {
  const clerk = await Person.signIn(world.browser, world.address, 'changji');
  await clerk.goto('/desk/draws');
  await clerk.button('公布一个种子摘要');
  await clerk.says(/已公布而未用的摘要 \d+ 个/);
  await opensTheForm(clerk, drawn, /^日常抽取/);
  await clerk.button(/添加排除/);
  await clerk.pick('排除的机构', '天山演示', '天山演示');
  await clerk.fill('排除的理由', '本季度已经检查过');
  const [, all] = /今天有 (\d+) 家/.exec(await drawer(clerk).getByText(/今天有 \d+ 家/).innerText());
  await clerk.fill('抽取家数', String(Number(all) - 1));
  await clerk.fill('递补家数', '0');
  await clerk.send();
  await clerk.page.getByRole('heading', { name: drawn }).waitFor();
  world.drawn = new URL(clerk.page.url()).pathname;
  await clerk.leave();
  const head = await Person.signIn(world.browser, world.address, 'changji-head');
  await head.goto(world.drawn);
  await head.button(/^抽\s*取$/);
  await acceptIn(head, '.ant-popover');
  await head.page.getByRole('table', { name: '抽中的机构' }).getByText(watched).waitFor();
  assert.deepEqual(head.complaints, []);
  await head.leave();
}

async function theDrawLeadsToAnInspectionNobodyWasToldOf(world) {
  const clerk = await Person.signIn(world.browser, world.address, 'changji');
  await clerk.goto(world.drawn);
  await row(clerk, watched).getByRole('link', { name: '安排检查' }).click();
  await fillsPlan(clerk, visit, ['周执法', '郑执法']);
  await clerk.button('提请批准');
  await clerk.page.getByRole('heading', { name: visit }).waitFor();
  world.visit = new URL(clerk.page.url()).pathname;
  await clerk.page.getByRole('link', { name: /^SJ-/ }).waitFor();
  await clerk.leave();
  await headApproves(world, visit);
  const institution = await Person.signIn(world.browser, world.address, 'longjiang');
  await institution.goto(world.visit);
  await institution.says('没有这次检查，或您不能查看');
  await institution.leave();
}

async function twoOfficersInspect(world) {
  const officer = await Person.signIn(world.browser, world.address, 'changji');
  await officer.goto(world.visit);
  await officer.button('开始检查');
  await officer.send();
  await officer.page.getByRole('heading', { name: /^检查表/ }).waitFor();
  await shut(officer);
  await officer.chooseFor(seen, '不符合');
  await officer.page.getByLabel(`情况：${seen}`).fill('抽查两个项目，组长均没有到现场');
  await officer.button('保存检查表');
  await officer.says('检查表已保存');
  await item(officer, seen).getByRole('button', { name: '记录问题' }).click();
  await officer.send();
  await officer.says('问题已记录');
  await shut(officer);
  await bothSign(officer);
  const institution = await Person.signIn(world.browser, world.address, 'longjiang');
  await institution.goto(world.visit);
  await institution.says('抽查两个项目，组长均没有到现场');
  await institution.button('确认检查结果');
  await institution.send();
  await institution.says('检查结果已确认');
  await institution.leave();
  await officer.page.reload();
  await closes(officer, '组长不到现场，责令限期整改');
  assert.deepEqual(officer.complaints, []);
  await officer.leave();
}

async function itsRecordIsWrittenFromIt(world) {
  const officer = await Person.signIn(world.browser, world.address, 'changji');
  await officer.goto(world.visit);
  await officer.page.getByRole('link', { name: '制作文书' }).click();
  await officer.pick('文书种类', '现场检查记录', '现场检查记录');
  const said = async (label) => officer.field(label).inputValue();
  await officer.field('被检查单位').waitFor();
  assert.match(await said('被检查单位'), new RegExp(watched));
  assert.match(await said('检查情况'), /抽查两个项目，组长均没有到现场/);
  await officer.picture('document-filled');
  assert.deepEqual(officer.complaints, []);
  await officer.leave();
}

async function itIsOrderedProvenAndClosed(world) {
  const officer = await Person.signIn(world.browser, world.address, 'changji');
  await officer.goto(world.visit);
  await orders(officer, '（昌）应急责改〔2026〕8号', '组长到现场，补做两个项目的勘验');
  const institution = await Person.signIn(world.browser, world.address, 'longjiang');
  await proves(institution, '组长已到现场补做勘验', '勘验记录.txt');
  await institution.leave();
  await rechecks(officer);
  await officer.goto(world.yearPlan);
  await row(officer, watched).getByText('1 / 2 次').waitFor();
  await officer.picture('year-plan-counted');
  assert.deepEqual(officer.complaints, []);
  await officer.leave();
}

async function aBureauLetsItsDayPass(world) {
  const clerk = await Person.signIn(world.browser, world.address, 'changji');
  await filesCase(clerk, late, watched, '未在开展现场技术服务前', day(-100), day(-130));
  await clerk.page.locator('form button[type=submit]').click();
  await clerk.page.getByRole('heading', { name: late }).waitFor();
  await clerk.says(/部门自己逾期：作出处罚决定/);
  await clerk.leave();
  const discipline = await Person.signIn(world.browser, world.address, caseOfficers.discipline_officer, disciplinePassword);
  await discipline.goto('/desk/circulation');
  await row(discipline, late).getByText('作出处罚决定').waitFor();
  assert.deepEqual(discipline.complaints, []);
  await discipline.leave();
}

async function thePublicCountsIt(world) {
  const person = new Person(await newPage(world.browser), world.address);
  await person.goto('/penalties');
  const counted = person.page.getByRole('table').last();
  const bureau = counted.getByRole('row', { name: '昌吉市应急管理局' });
  const [opened, , , overdue] = (await bureau.getByRole('cell').allInnerTexts()).slice(1).map(Number);
  assert.ok(overdue >= 1 && opened >= overdue, `${opened} opened, ${overdue} late`);
  assert.equal(await person.page.getByText(late).count(), 0, 'a case that is open is nobody’s business yet');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theLevelAboveSeesItAll(world) {
  const officer = await Person.signIn(world.browser, world.address, 'xinjiang');
  await officer.goto('/desk/year-plans?tab=coverage');
  await officer.page.getByRole('table', { name: '下级部门覆盖情况' }).getByRole('button', { name: /昌吉回族自治州/ }).click();
  await officer.says(/^下级部门 .*昌吉回族自治州/);
  await row(officer, watched).getByText('已覆盖').waitFor();
  await officer.picture('coverage-below');
  await officer.goto('/desk/year-plans?tab=shares');
  await row(officer, '昌吉市应急管理局').getByText('重点监督检查对象').or(row(officer, '昌吉市应急管理局').getByText(/^\d+ 次，\d+%$/)).first().waitFor();
  await officer.picture('inspection-shares');
  await officer.goto('/desk/draws');
  await officer.says(/其中随机抽取 \d+ 次，\d+%/);
  assert.deepEqual(officer.complaints, []);
  await officer.leave();
}

export const oversightScenes = [
  ['a tip that proved true puts an institution on the key list, which it reads', aTipThatProvedTrueLeadsToTheKeyList],
  ['the plan of the year is changed for it and approved', thePlanOfTheYearIsChanged],
  ['it is drawn from a list with one exclusion', itIsDrawn],
  ['the draw leads to an inspection, approved, of which the institution knows nothing', theDrawLeadsToAnInspectionNobodyWasToldOf],
  ['two officers inspect, sign and close', twoOfficersInspect],
  ['its record is written with what the inspection says', itsRecordIsWrittenFromIt],
  ['what was found is ordered, proven, checked again and closed, and the plan counts the visit', itIsOrderedProvenAndClosed],
  ['the level above sees what is covered, how many were drawn and how many ordered', theLevelAboveSeesItAll],
  ['a bureau lets its own day pass: the discipline officer sees it', aBureauLetsItsDayPass],
  ['so does the public, as a number', thePublicCountsIt],
];
