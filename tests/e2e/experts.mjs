// SPDX-License-Identifier: Apache-2.0
// The register of experts: a county keeps it, an institution takes one from it into its team.
import assert from 'node:assert/strict';
import { day, Person } from './browser.mjs';

const name = '沈专家（演示）';
const search = '专业或工作单位的一部分，或完整姓名';
const two = (word) => new RegExp(`^${word[0]}\\s*${word[1]}$`);
const history = (person) => person.page.getByRole('table', { name: '变更记录' }).getByRole('row');
const expert = (person) => person.page.getByRole('table', { name: '专家' }).getByRole('row', { name: new RegExp(name) });

async function opensTheRegister(person) {
  await person.page.getByRole('link', { name: '专家库', exact: true }).click();
  await person.page.getByRole('heading', { name: '专家库' }).waitFor();
}

async function finds(person, text) {
  await person.fill(search, text);
  await person.field(search).press('Enter');
}

async function clerkListsAnExpert(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await opensTheRegister(person);
  await person.button('登记专家');
  await person.fill('姓名', name);
  await person.send();
  await person.says('必填');
  await person.fill('职称', '教授级高级工程师');
  await person.fill('专业', '自动化、化工工艺、');
  await person.fill('工作单位', '演示化工设计院');
  await person.fill('曾任职单位', '演示安全评价公司、');
  await person.says('抽取和评审时据此回避');
  await person.date('聘期至', day(400));
  await person.picture('expert-form');
  await person.send();
  await person.says('专家已入库');
  await expert(person).getByText('化工工艺', { exact: true }).waitFor();
  await expert(person).getByText('曾任职：演示安全评价公司').waitFor();
  await expert(person).getByText('在库').waitFor();
  await person.picture('experts');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function clerkChangesTheEmployer(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await opensTheRegister(person);
  await person.page.getByRole('link', { name }).click();
  await person.page.getByRole('heading', { name }).waitFor();
  world.expert = new URL(person.page.url()).pathname;
  await person.button(two('更新'));
  await person.fill('工作单位', '演示石化工程公司');
  await person.send();
  await person.says('必填，至少 2 个字');
  await person.fill('更新原因', '调动工作');
  await person.send();
  await person.says('专家信息已更新');
  await person.page.locator('.ant-descriptions').getByText('演示石化工程公司').waitFor();
  await history(person).nth(2).waitFor(); // with the heads of the columns
  assert.equal(await history(person).count(), 3);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function institutionFindsAndTakesHim(world) {
  const person = await Person.signIn(world.browser, world.address, 'longjiang-leader');
  await opensTheRegister(person);
  await finds(person, '石化工程');
  await expert(person).getByText('演示石化工程公司').waitFor();
  assert.equal(await person.page.getByRole('button', { name: '登记专家' }).count(), 0);
  await finds(person, '没有这个单位');
  await person.says('在库专家里没有找到');
  await person.goto(world.expert);
  await person.page.getByRole('heading', { name }).waitFor();
  assert.equal(await person.page.getByRole('button', { name: two('更新') }).count(), 0);
  await takesHimIntoTheTeam(person, world.branchProject);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// In the place of the expert who was typed.
async function takesHimIntoTheTeam(person, project) {
  await person.goto(project);
  await person.button('变更项目组');
  await person.pick('从专家库选', name, '石化工程');
  assert.equal(await person.field('专家姓名').inputValue(), name);
  assert.equal(await person.field('专家专业').inputValue(), '自动化');
  assert.equal(await person.field('专家工作单位').inputValue(), '演示石化工程公司');
  await person.fill('变更原因', '改从专家库外聘');
  await person.field('专家工作单位').scrollIntoViewIfNeeded();
  await person.picture('team-expert');
  await person.send();
  await person.says('项目组已变更');
  await person.tab('项目组');
  const line = person.page.getByRole('row', { name: new RegExp(`外聘专家.*${name}.*演示石化工程公司`) });
  await line.getByRole('link', { name: '专家库' }).waitFor();
  await person.picture('team-with-expert');
}

async function clerkRemovesHim(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto(world.expert);
  await person.button(two('出库'));
  await person.fill('出库原因', '本人提出不再担任');
  await person.send();
  await person.says('专家已出库');
  await person.says('本人提出不再担任');
  await history(person).nth(3).waitFor();
  assert.equal(await history(person).count(), 4);
  assert.equal(await person.page.getByRole('button', { name: two('更新') }).count(), 0);
  await person.picture('expert');
  await opensTheRegister(person);
  await person.says('没有在库的专家');
  await person.page.getByText('不在库', { exact: true }).click();
  await expert(person).getByText('已出库').waitFor();
  assert.equal(new URL(person.page.url()).search, '?state=former');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

export const expertScenes = [
  ['the county clerk enters an expert into the register, with fields and a former employer', clerkListsAnExpert],
  ['the employer is changed, with a reason', clerkChangesTheEmployer],
  ['an institution finds the expert by a part of the employer and takes them into its team', institutionFindsAndTakesHim],
  ['the clerk removes the expert: three acts in the history, found among the former ones', clerkRemovesHim],
];
