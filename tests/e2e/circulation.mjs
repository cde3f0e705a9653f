// SPDX-License-Identifier: Apache-2.0
// The bureau's own desk: passing on, co-signing, the leader's note, giving back, a deputy, what is late seen from above.
import assert from 'node:assert/strict';
import { day, Person } from './browser.mjs';
import { deskOfficers, firstPassword, permitOffices } from './program.mjs';

const project = '年产二十万吨甲醇装置安全现状评价';
export const own = 'whose desk is it on 26';
const clerk = '昌吉市经办（演示）';
const head = '昌吉市科长（演示）';
const colleague = '昌吉市二经办（演示）';

// antd sets a space between the two characters of a button.
const two = (word) => new RegExp(`^${word[0]}\\s*${word[1]}$`);

const signsIn = (world, login, password) => Person.signIn(world.browser, world.address, login, password);
const colleagueOf = (world) => signsIn(world, deskOfficers.clerk, own);

const card = (person) => person.page.locator('.panel', { has: person.page.getByRole('heading', { name: '流转', exact: true }) });
const todo = (person, text) => person.page.getByRole('table', { name: '我的待办' }).getByRole('row', { name: text });

async function opensTheProject(person) {
  await person.goto('/desk/projects');
  await person.page.getByRole('table', { name: '项目' }).getByRole('link', { name: project }).click();
  await card(person).waitFor();
}

async function fills(person, to, text) {
  await person.pick('交给', to, to);
  await person.fill('说明（可不填）', text);
}

async function officersSetTheirPasswords(world) {
  for (const login of Object.values(deskOfficers)) {
    const person = await Person.knock(world.browser, world.address, login, firstPassword);
    await person.setsOwnPassword(firstPassword, own);
    await person.leave();
  }
}

async function passesOn(world) {
  const person = await signsIn(world, 'changji');
  await opensTheProject(person);
  await card(person).getByRole('button', { name: two('转办') }).click();
  await fills(person, colleague, '请核对机构补充的材料');
  await person.fill('几个工作日内（可不填）', '3');
  await person.picture('circulation-form');
  await person.send();
  await person.says('已转办');
  await card(person).getByText('未签收').waitFor();
  await card(person).getByText('剩 3 个工作日').waitFor();
  await person.picture('circulation-card');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function isGivenBack(world) {
  const person = await colleagueOf(world);
  await todo(person, '请核对机构补充的材料').getByRole('button', { name: '去办理' }).click();
  await card(person).getByRole('button', { name: two('签收') }).click();
  await card(person).getByText('已签收，在办').waitFor();
  await card(person).getByRole('button', { name: two('退回') }).click();
  await person.fill('退回的理由', '不在我的片区');
  await person.send();
  await person.says('已退回');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function goesOnToTheHeadWhoFinishesIt(world) {
  const person = await signsIn(world, 'changji');
  await todo(person, '不在我的片区').getByRole('button', { name: '去办理' }).click();
  await card(person).getByRole('button', { name: '转交他人' }).click();
  await fills(person, head, '请科里安排');
  await person.send();
  await person.says('已转办');
  await person.page.getByRole('link', { name: '我的待办' }).click();
  await person.arrives();
  await todo(person, '不在我的片区').waitFor({ state: 'detached' });
  await person.leave();
  const chief = await signsIn(world, 'changji-head');
  await chief.picture('circulation-home');
  await todo(chief, '请科里安排').getByRole('button', { name: '去办理' }).click();
  await card(chief).getByRole('button', { name: two('办结') }).click();
  await chief.fill('办理结果', '材料齐全，已核对');
  await chief.send();
  await chief.says('已办结');
  await chief.says('材料齐全，已核对');
  assert.deepEqual(chief.complaints, []);
  await chief.leave();
}

async function asksForOpinions(world) {
  const person = await signsIn(world, 'changji');
  await opensTheProject(person);
  await card(person).getByRole('button', { name: two('会签') }).click();
  await person.pick('请谁提意见', colleague, colleague);
  await person.aside();
  await person.pick('请谁提意见', head, head);
  await person.aside();
  await person.fill('请对方看什么', '是否与机构约谈');
  await person.send();
  await person.says('已送会签');
  await person.leave();
  const one = await colleagueOf(world);
  await todo(one, '是否与机构约谈').getByRole('button', { name: '去办理' }).click();
  await card(one).getByRole('button', { name: '提出意见' }).click();
  await one.fill('意见', '先核实现场影像');
  await one.send();
  await one.says('已会签');
  await one.leave();
  const chief = await signsIn(world, 'changji-head');
  await todo(chief, '是否与机构约谈').getByRole('button', { name: '去办理' }).click();
  await card(chief).getByRole('button', { name: two('同意') }).click();
  await chief.send();
  await chief.says('已会签');
  await card(chief).getByText('先核实现场影像').waitFor();
  await card(chief).getByText('有意见').waitFor();
  await chief.picture('circulation-cosign');
  assert.deepEqual(chief.complaints, []);
  await chief.leave();
}

async function leaderInstructs(world) {
  const person = await signsIn(world, deskOfficers.leader, own);
  await opensTheProject(person);
  await card(person).getByRole('button', { name: two('批示') }).click();
  await person.pick('由谁办理', clerk, clerk);
  await person.aside();
  await person.fill('批示内容', '从快核查，一周内报结果');
  await person.fill('几个工作日内（可不填）', '5');
  await person.send();
  await person.says('批示已记录');
  await card(person).getByText('从快核查，一周内报结果').waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theDeputyDoesIt(world) {
  const person = await signsIn(world, 'changji');
  await todo(person, '从快核查').waitFor();
  await person.goto('/desk/me');
  await person.button('指定代理');
  await person.pick('由谁代理', colleague, colleague);
  await person.span('代理的日期', day(0), day(5));
  await person.fill('原因', '外出培训');
  await person.picture('deputy-form');
  await person.send();
  await person.says('代理已登记');
  await person.page.getByRole('table', { name: '代理' }).getByText('代理中').waitFor();
  await person.picture('deputies');
  assert.deepEqual(person.complaints, []);
  await person.leave();
  const other = await colleagueOf(world);
  await todo(other, '从快核查').getByText(`代理${clerk}`).waitFor();
  await other.picture('deputy-home');
  await todo(other, '从快核查').getByRole('button', { name: '去办理' }).click();
  await card(other).getByRole('button', { name: two('办结') }).click();
  await other.says(`以“代理${clerk}”的名义记录`);
  await other.fill('办理结果', '已核查，情况属实');
  await other.send();
  await other.says('已办结');
  await card(other).getByText(`代理${clerk}`).waitFor();
  assert.deepEqual(other.complaints, []);
  await other.leave();
}

async function theOfficerIsBackAndEndsIt(world) {
  const person = await signsIn(world, 'changji');
  await person.goto('/desk/me');
  const table = person.page.getByRole('table', { name: '代理' });
  await table.getByRole('button', { name: two('结束') }).click();
  await person.fill('原因', '提前回来');
  await person.send();
  await person.says('代理已结束');
  await table.getByText('提前结束').waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function severalNoticesGoTogether(world) {
  const person = await signsIn(world, 'changji');
  await person.page.getByRole('link', { name: '从业告知' }).click();
  await person.page.getByText('全部', { exact: true }).click();
  await person.page.getByRole('checkbox', { name: '全选' }).check();
  await person.button(/^转办（\d+ 件）$/);
  await fills(person, head, '这些告知请一并查看');
  await person.send();
  await person.says('已转办');
  await person.page.getByRole('link', { name: '流转督办' }).click();
  await person.page.getByRole('table', { name: '我交出去的' }).getByText('这些告知请一并查看').first().waitFor();
  await person.picture('circulation-sent');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function anInstitutionIsPassedOnToo(world) {
  const person = await signsIn(world, 'changji');
  await person.goto('/desk/institutions');
  await person.page.getByRole('link', { name: '天山演示安全评价有限公司' }).first().click();
  await card(person).getByRole('button', { name: two('转办') }).click();
  await fills(person, head, '请核对到期的人员');
  await person.send();
  await person.says('已转办');
  await person.leave();
  const chief = await signsIn(world, 'changji-head');
  await todo(chief, '请核对到期的人员').getByRole('button', { name: '去办理' }).click();
  await chief.page.getByRole('heading', { name: '天山演示安全评价有限公司' }).waitFor();
  await card(chief).getByText('请核对到期的人员').waitFor();
  assert.deepEqual(chief.complaints, []);
  await chief.leave();
}

// A permit whose statutory limit passed more than five working days ago (entered by the permit desk as it came on paper).
async function lateDecisionIsEntered(world) {
  const person = await signsIn(world, permitOffices.permit_officer, 'the permit desk is mine 26');
  await person.page.getByRole('link', { name: '许可申请' }).click();
  await person.button('登记申请');
  await person.pick('申请人', '昌吉演示化工有限公司', '甲醇');
  await person.pick('许可种类', '建设项目安全条件');
  await person.fill('申请事项', '积压的安全条件审查');
  await person.date('收到日期', day(-61));
  await person.date('受理日期', day(-60));
  await person.send();
  await person.says('许可申请已登记');
  await person.leave();
}

async function isSeenByTheHeadAndAbove(world) {
  const person = await signsIn(world, 'changji-head');
  await person.says('督办：部门自己逾期');
  await person.page.getByRole('link', { name: '去查看' }).click();
  const table = person.page.getByRole('table', { name: '部门自己逾期的' });
  await table.getByRole('row', { name: '积压的安全条件审查' }).getByText('作出许可决定').waitFor();
  await person.picture('oversight');
  await person.leave();
  const above = await signsIn(world, deskOfficers.section_head, own);
  await above.page.getByRole('link', { name: '流转督办' }).click();
  const row = above.page.getByRole('table', { name: '部门自己逾期的' }).getByRole('row', { name: '积压的安全条件审查' });
  await row.getByText('提请上一级部门督办').waitFor();
  await row.getByRole('button', { name: '依据：部门自己逾期较久的，提请上一级部门督办' }).click();
  await above.says('逾期的工作日数');
  await above.page.locator('.ant-drawer:visible .ant-drawer-close').click();
  await above.page.getByRole('table', { name: '各部门' }).getByText('昌吉回族自治州昌吉市应急管理局').waitFor();
  await above.picture('oversight-above');
  assert.deepEqual(above.complaints, []);
  await above.leave();
}

async function anotherCountySeesNothing(world) {
  const person = await signsIn(world, 'fukang');
  await person.page.getByRole('link', { name: '流转督办' }).click();
  await person.says('没有交给别人的事项。');
  assert.equal(await person.page.getByText('积压的安全条件审查').count(), 0);
  await person.leave();
}

export const circulationScenes = [
  ['two more officers and the prefecture set passwords of their own', officersSetTheirPasswords],
  ['the clerk passes a project on to a colleague with a day in working days', passesOn],
  ['the colleague receives it and gives it back with a reason', isGivenBack],
  ['the clerk passes it on to the section head, who finishes it', goesOnToTheHeadWhoFinishesIt],
  ['two are asked to co-sign, and both answers are read together', asksForOpinions],
  ['the leader notes what is to be done and by whom', leaderInstructs],
  ['the clerk is away and a deputy does it, in the record as a deputy', theDeputyDoesIt],
  ['the clerk is back and ends the deputy before the day', theOfficerIsBackAndEndsIt],
  ['several notices are passed on together', severalNoticesGoTogether],
  ['an institution is passed on like any other matter', anInstitutionIsPassedOnToo],
  ['a permit is entered whose limit has passed', lateDecisionIsEntered],
  ['the section head and the prefecture see what the bureau itself is late with, and why', isSeenByTheHeadAndAbove],
  ['another county sees nothing of it', anotherCountySeesNothing],
];
