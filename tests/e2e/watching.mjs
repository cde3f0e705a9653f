// SPDX-License-Identifier: Apache-2.0
// Whom to watch more closely: a grade, the list it leads to and an objection, the plan of the year, and what is covered.
import assert from 'node:assert/strict';
import { findings as unreadable } from './axe.mjs';
import { day, Person } from './browser.mjs';
import { own } from './permit.mjs';
import { tooWide } from './phone.mjs';
import { permitOffices } from './program.mjs';

const rated = '天山演示';
const objection = '评级所依据的项目不是本机构承担的';
const accept = (person) => person.page.locator('.ant-popover:visible .ant-btn-primary').last().click();
const row = (person, text) => person.page.getByRole('row', { name: text }).first();

async function clerkEntersAGrade(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await person.goto('/desk/grades');
  await person.button('录入评级');
  await person.pick('机构', rated, rated);
  await person.pick('等级', '不合格');
  await person.fill('评定机构', '新疆信评所（演示）');
  await person.date('评定日期', day(-5));
  await person.fill('依据', '按公布的年度评定结果');
  await person.fill('与机构的利害关系', '无');
  await person.send();
  await row(person, rated).getByText('待确认').waitFor();
  await person.picture('grades');
  assert.equal(await row(person, rated).getByRole('button', { name: /^确\s*认$/ }).count(), 0, 'who enters does not confirm');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function headConfirmsTheGrade(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang-head');
  await person.goto('/desk/grades');
  await row(person, rated).getByRole('button', { name: /^确\s*认$/ }).click();
  await accept(person);
  await row(person, rated).getByText('已确认').waitFor();
  await person.leave();
}

async function theLowestGradeLeadsToAnInterviewAndALetter(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang-head');
  const drawer = person.page.locator('.ant-drawer:visible');
  await person.goto('/desk/grades');
  await row(person, rated).getByRole('button', { name: '警示约谈' }).click();
  await drawer.getByText(rated).first().waitFor();
  assert.match(await person.field('依据的条款').inputValue(), /信用等级不合格/);
  await person.goto('/desk/grades');
  await row(person, rated).getByRole('button', { name: '督促函' }).click();
  await drawer.getByText(rated).first().waitFor();
  await person.picture('letter-after-grade');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function countyLooksAndConfirms(world) {
  const clerk = await Person.signIn(world.browser, world.address, 'changji');
  await clerk.page.getByRole('link', { name: '重点对象', exact: true }).click();
  await clerk.says('还没有提议过');
  await clerk.button('按评级、处理决定和价格结论核对');
  await row(clerk, rated).getByText('信用评级靠后').waitFor();
  await clerk.picture('key-list');
  await clerk.page.getByRole('link', { name: rated }).first().click();
  await clerk.says('评级为“不合格”');
  world.listing = new URL(clerk.page.url()).pathname;
  assert.equal(await clerk.page.getByRole('button', { name: '确认列入', exact: true }).count(), 0, 'a clerk proposes');
  assert.deepEqual(clerk.complaints, []);
  await clerk.leave();
  const head = await Person.signIn(world.browser, world.address, 'changji-head');
  await head.goto(world.listing);
  await head.button('确认列入');
  await head.fill('理由', '评级结果已经公布');
  await head.send();
  await head.page.locator('.headline').getByText('已列入').waitFor();
  assert.deepEqual(head.complaints, []);
  await head.leave();
}

async function institutionObjects(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto('/desk/institution?tab=watch');
  await person.page.getByRole('table', { name: '重点监督检查对象' }).getByRole('link', { name: rated }).click();
  await person.button('提出异议');
  await person.fill('异议和理由', objection);
  await person.send();
  await person.says('应于');
  await person.picture('listing-objected');
  assert.deepEqual(await unreadable(person.page), []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function headAnswers(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji-head');
  await person.goto(world.listing);
  await person.page.locator('.headline').getByText('已列入，有异议').waitFor();
  await person.says(objection);
  await person.button('答复异议');
  await person.choose('结论', '异议不成立，维持');
  await person.fill('理由', '评定报告载明的项目由该机构承担');
  await person.send();
  await person.says('异议不成立，维持');
  await person.leave();
}

async function clerkPlansTheYear(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.page.getByRole('link', { name: '检查计划', exact: true }).click();
  await row(person, rated).getByText('未覆盖').waitFor();
  await person.picture('coverage');
  await person.button('立年度计划');
  await person.fill('依据', '本级年度执法检查计划');
  await person.fill('许可审查的比例', '100');
  await person.fill('许可审查比例的理由', '许可报告是今年的重点');
  await person.picture('year-plan-form');
  await person.send();
  await person.page.getByRole('table', { name: '计划的机构' }).waitFor();
  await row(person, rated).getByText('重点监督检查对象：信用评级靠后').waitFor();
  await row(person, rated).getByText('0 / 3 次').waitFor();
  world.yearPlan = new URL(person.page.url()).pathname;
  assert.equal(await person.page.getByRole('button', { name: /^批\s*准$/ }).count(), 0);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function leaderApproves(world) {
  const person = await Person.signIn(world.browser, world.address, permitOffices.leader, own);
  await person.goto(world.yearPlan);
  await person.button(/^批\s*准$/);
  await accept(person);
  await person.page.locator('.headline').getByText('已批准').waitFor();
  await person.says('许可审查 100%：许可报告是今年的重点');
  await person.picture('year-plan');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function aSettingThatLagsIsOneClickFromATask(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto('/desk/year-plans?tab=shares');
  const line = person.page.getByRole('table', { name: '各场景检查的比例' }).getByRole('row', { name: '许可审查' });
  await line.getByText('年度计划', { exact: true }).waitFor();
  await person.picture('set-proportions');
  await line.getByRole('link', { name: '安排检查' }).click();
  await person.page.getByRole('heading', { name: '拟定检查' }).waitFor();
  assert.ok(await person.page.getByRole('radio', { name: '许可审查' }).isChecked());
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theirPagesAreReadableAndFitAPhone(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  const found = [];
  for (const [path, heading, name] of [
    ['/desk/key-list', '重点监督检查对象', 'key-list'],
    [world.listing, '情形和事实', 'listing'],
    ['/desk/year-plans', '检查计划与全覆盖', 'coverage'],
    [world.yearPlan, '批准和变更', 'year-plan'],
    ['/desk/grades', '信用评级', 'grades'],
  ]) {
    await person.goto(path);
    await person.page.getByRole('heading', { name: heading, exact: true }).waitFor();
    found.push(...(await unreadable(person.page)).map((one) => `${path}: ${one}`));
    await person.page.setViewportSize({ width: 360, height: 740 });
    await person.picture(`phone-${name}`);
    found.push(...(await person.page.evaluate(tooWide)).map((one) => `${path}: ${one}`));
    await person.page.setViewportSize({ width: 1366, height: 768 });
  }
  assert.deepEqual(found, []);
  await person.leave();
}

export const watchingScenes = [
  ['a clerk enters a published grade and cannot confirm it', clerkEntersAGrade],
  ['the section head of the region confirms it', headConfirmsTheGrade],
  ['the lowest grade is one click from an interview and a letter', theLowestGradeLeadsToAnInterviewAndALetter],
  ['the county looks whom the list asks for, and its section head confirms', countyLooksAndConfirms],
  ['the institution sees why, and objects', institutionObjects],
  ['the section head answers the objection', headAnswers],
  ['a clerk plans the year by coverage, grade and list', clerkPlansTheYear],
  ['the leader approves the plan', leaderApproves],
  ['a setting that lags behind its share is one click from a task', aSettingThatLagsIsOneClickFromATask],
  ['pages of list, plan, coverage and grades are readable and fit a phone', theirPagesAreReadableAndFitAPhone],
];
