// SPDX-License-Identifier: Apache-2.0
// The prefecture sees which county is slow, sends a group, follows it up item by item and ends that.
import assert from 'node:assert/strict';
import { own } from './circulation.mjs';
import { day, Person } from './browser.mjs';
import { deskOfficers } from './program.mjs';

const county = '昌吉市应急管理局';
const name = '第一督导组';
const item = '积压的安全条件审查';
const answer = '本周内作出决定，并说明逾期的原因';
const finding = '案卷已经理清，决定书待签发';

const signsIn = (world, login, password) => Person.signIn(world.browser, world.address, login, password);

async function theSlowCountyIsFollowedUp(world) {
  const person = await signsIn(world, deskOfficers.section_head, own);
  await person.page.getByRole('link', { name: '流转督办' }).click();
  await person.page.getByRole('link', { name: '督导组和重点跟进' }).click();
  const table = person.page.getByRole('table', { name: '下级部门' });
  await table.getByRole('row', { name: county }).getByText(item).waitFor();
  const late = await table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => Number(row.cells[1].textContent)));
  assert.ok(late[0] > 0, 'somebody is late');
  assert.deepEqual(late, [...late].sort((a, b) => b - a), 'the slowest first');
  await person.button('设立督导组');
  await person.fill('名称', name);
  await person.pick('成员', '昌吉州科长（演示）', '昌吉州科长');
  await person.aside();
  await person.pick('派往的部门', county, county);
  await person.aside();
  await person.span('起止日期', day(0), day(30));
  await person.send();
  await person.page.getByRole('heading', { name, exact: true }).waitFor();
  world.supervisionGroup = new URL(person.page.url()).pathname;
  await person.button('列为重点跟进');
  await person.pick('部门', county);
  await person.fill('理由', '许可决定逾期，进展最慢');
  const drawer = person.page.locator('.ant-drawer:visible').last();
  const asked = await drawer.getByLabel('要求答复的事项').evaluateAll((fields) => fields.map((field) => field.value));
  assert.ok(asked.some((one) => one.includes(item)), 'what is late is asked about');
  while ((await drawer.getByRole('button', { name: '去掉这一项' }).count()) > 1) await drawer.getByRole('button', { name: '去掉这一项' }).last().click();
  await person.date('答复的期限', day(7));
  await person.picture('follow-up-form');
  await person.send();
  await person.page.getByRole('heading', { name: /^重点跟进/ }).waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theCountyAnswersItemByItem(world) {
  const person = await signsIn(world, 'changji-head');
  const todo = person.page.getByRole('table', { name: '我的待办' }).getByRole('row', { name: '被重点跟进，请逐项答复' });
  await todo.getByRole('button', { name: '去办理' }).click();
  await person.page.getByRole('heading', { name, exact: true }).waitFor();
  await person.button('答复第 1 项');
  await person.fill('答复', answer);
  await person.send();
  await person.says('已逐项答复，待核实');
  await person.picture('follow-up-answered');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theGroupSeesForItselfAndEndsIt(world) {
  const person = await signsIn(world, deskOfficers.section_head, own);
  await person.says('已逐项答复，可以督导核实、结束重点跟进');
  await person.goto(world.supervisionGroup);
  await person.says(answer);
  await person.button('记录督导');
  await person.pick('督导的部门', county);
  await person.fill('发现的情况', finding);
  await person.send();
  await person.page.getByRole('table', { name: '督导记录' }).getByText(finding).waitFor();
  await person.button('结束重点跟进');
  await person.fill('结果', '逾期的决定已经作出');
  await person.send();
  await person.says('已结束');
  await person.picture('supervision-group');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function anotherCountySeesNothingOfIt(world) {
  const person = await signsIn(world, 'fukang');
  await person.goto(world.supervisionGroup);
  await person.says('没有这个督导组，或您不能查看');
  await person.leave();
}

export const slowCountyScenes = [
  ['the prefecture sees the slowest county first, sends a group and follows it up', theSlowCountyIsFollowedUp],
  ['the county finds it among its to-dos and answers item by item', theCountyAnswersItemByItem],
  ['the group records its visit and ends the follow-up with a result', theGroupSeesForItselfAndEndsIt],
  ['another county sees nothing of the group', anotherCountySeesNothingOfIt],
];
