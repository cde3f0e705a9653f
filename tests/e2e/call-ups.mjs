// SPDX-License-Identifier: Apache-2.0
// A report is called up, material handed in, two experts review it without knowing of each other, the county concludes.
import assert from 'node:assert/strict';
import { findings as unreadable } from './axe.mjs';
import { day, Person } from './browser.mjs';
import { tooWide } from './phone.mjs';
import { firstPassword, reviewers } from './program.mjs';

const own = 'two of us and no word 26';
const photo = new URL('../../../shared/data/images/Landscape_1.jpg', import.meta.url).pathname;
const [first, second] = Object.entries(reviewers).map(([login, name]) => ({ login, name }));
const bound = { name: '任评审（演示）' };
const faults = ['失实', '虚假', '重大危险未评', '其他违规'];

const drawer = (person) => person.page.locator('.ant-drawer:visible').last();
const shut = (person) => person.page.locator('.ant-drawer-open').waitFor({ state: 'detached' });
const clerkOf = (world) => Person.signIn(world.browser, world.address, 'changji');
const expertOf = (world, { login }) => Person.signIn(world.browser, world.address, login, own);
const opinions = (person) => person.page.getByRole('table', { name: '专家意见' });
const seats = (person) => person.page.getByRole('table', { name: '评审专家' });

async function expertsSetTheirPasswords(world) {
  for (const { login } of [first, second]) {
    const person = await Person.knock(world.browser, world.address, login, firstPassword);
    await person.setsOwnPassword(firstPassword, own);
    await person.page.getByRole('link', { name: '报告调阅', exact: true }).click();
    await person.says('没有报告调阅。');
    assert.equal(await person.page.getByRole('link', { name: '从业告知', exact: true }).count(), 0, 'an expert is no officer');
    assert.deepEqual(person.complaints, []);
    await person.leave();
  }
}

async function lists(person, name, employer) {
  await person.button('登记专家');
  await person.fill('姓名', name);
  await person.fill('职称', '教授级高级工程师');
  await person.fill('专业', '化工工艺、');
  await person.fill('工作单位', employer);
  await person.date('聘期至', day(400));
  await person.send();
  await person.page.getByRole('row', { name: new RegExp(name) }).waitFor();
  await shut(person);
}

async function clerkListsThem(world) {
  const person = await clerkOf(world);
  const institution = await person.page.evaluate(async () => (await (await fetch('/api/v1/institutions?q=天山演示')).json()).items[0].name);
  await person.goto('/desk/experts');
  await lists(person, first.name, '演示化工设计院');
  await lists(person, second.name, '演示大学');
  await lists(person, bound.name, institution);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function clerkCallsTheReportUp(world) {
  const person = await clerkOf(world);
  await person.goto(world.project);
  await person.tab(/报告/);
  await person.button('调阅报告');
  await person.fill('调阅的理由', '专项整治：抽查本年度报告');
  await person.page.getByText('要机构提交平台上没有的过程控制材料').click();
  await person.fill('要哪些材料', '内部审核记录原件');
  await person.date('提交期限', day(5));
  await person.picture('call-up-form');
  await person.send();
  await person.page.getByRole('heading', { name: /^调阅：/ }).waitFor();
  world.callUp = new URL(person.page.url()).pathname;
  await person.says(`${day(5)} 前提交`);
  await person.says('专项整治：抽查本年度报告');
  await person.goto(world.project);
  await person.tab(/报告/);
  await person.page.getByRole('link', { name: /^DY-\d+/ }).first().waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function institutionHandsInMaterial(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto('/desk/call-ups');
  await person.page.getByRole('table', { name: '报告调阅' }).getByRole('link').first().click();
  await person.says('内部审核记录原件');
  assert.equal(await person.page.getByText('专项整治：抽查本年度报告').count(), 0, 'why is the bureau’s to know');
  await person.button('提交材料');
  await person.fill('说明', '原件扫描，共一页');
  await person.attach(photo);
  await person.send();
  await person.says('原件扫描，共一页');
  await person.says('已提交 1 次');
  await person.picture('call-up-institution');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function seat(person, at, expert, account) {
  await person.pick(`第 ${at} 位专家`, expert, expert);
  await person.pick(`第 ${at} 位的账号`, account, account);
}

async function clerkAssignsTwo(world) {
  const person = await clerkOf(world);
  await person.goto(world.callUp);
  await person.button('请专家评审');
  await seat(person, 1, bound.name, first.name);
  await seat(person, 2, second.name, second.name);
  await person.send();
  await person.says('应当回避：任职于该机构');
  await person.picture('call-up-recusal');
  await seat(person, 1, first.name, first.name);
  await person.send();
  await seats(person).getByRole('row', { name: new RegExp(first.name) }).getByText('未提交意见').waitFor();
  await shut(person);
  assert.deepEqual(await unreadable(person.page), []);
  await person.leave();
}

async function opines(person, world, untrue) {
  await person.goto(world.callUp);
  await person.page.getByRole('heading', { name: '报告和平台上的档案' }).waitFor();
  await person.button('提交意见');
  for (const fault of faults) {
    await person.chooseFor(fault, fault === '失实' ? untrue : '不存在');
    await person.fill(`${fault}的依据`, `${fault}：见报告第三章和内部审核记录`);
  }
  await person.page.getByLabel('我与出具报告的机构、被评价的企业没有利害关系').check();
  await person.picture('call-up-opinion-form');
  await person.send();
  await opinions(person).getByText(untrue, { exact: true }).first().waitFor();
  await shut(person);
}

async function firstExpertOpines(world) {
  const person = await expertOf(world, first);
  await person.goto('/desk/call-ups');
  await person.says('待您评审');
  await opines(person, world, '存在');
  assert.equal(await seats(person).getByText(second.name).count(), 0, 'who else reviews is not shown');
  assert.equal(await person.page.getByRole('button', { name: '提交意见' }).count(), 0, 'what was given is not changed');
  await person.picture('call-up-expert');
  assert.deepEqual(person.complaints, []);
  await person.leave();
  const clerk = await clerkOf(world);
  await clerk.goto(world.callUp);
  await seats(clerk).getByRole('row', { name: new RegExp(first.name) }).getByText('已提交意见').waitFor();
  await clerk.says('意见齐了以前，谁的意见都不显示。');
  assert.equal(await opinions(clerk).count(), 0);
  assert.equal(await clerk.page.getByRole('button', { name: '作出结论' }).count(), 0);
  await clerk.picture('call-up-blind');
  assert.deepEqual(clerk.complaints, []);
  await clerk.leave();
}

async function secondExpertOpines(world) {
  const person = await expertOf(world, second);
  await person.goto(world.callUp);
  await person.page.getByRole('heading', { name: '材料' }).waitFor();
  assert.equal(await person.page.getByText(first.name).count(), 0);
  assert.equal(await opinions(person).count(), 0);
  await opines(person, world, '不存在');
  await opinions(person).getByText('存在', { exact: true }).first().waitFor();
  await seats(person).getByText(first.name).waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function institutionSeesNoExpert(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto(world.callUp);
  await person.page.getByRole('heading', { name: '材料' }).waitFor();
  for (const { name } of [first, second]) assert.equal(await person.page.getByText(name).count(), 0);
  assert.equal(await opinions(person).count(), 0);
  await person.leave();
}

async function clerkConcludes(world) {
  const person = await clerkOf(world);
  await person.goto(world.callUp);
  await opinions(person).waitFor();
  await person.picture('call-up-opinions');
  await seats(person).getByRole('row', { name: new RegExp(second.name) }).getByRole('button', { name: /^解\s*除$/ }).click();
  await person.says('因其他原因解除的，照样计入');
  await person.page.keyboard.press('Escape');
  await shut(person);
  await person.button('作出结论');
  await person.choose('结论', '有问题');
  await drawer(person).getByLabel('失实', { exact: true }).check();
  await person.fill('理由', '储罐容积与现场记录不符');
  await person.fill('与专家意见不一致：失实', '第二位没有核对现场记录');
  await person.send();
  await person.says('结论：有问题（失实）');
  await person.says('失实：与专家 2 的意见相反');
  await shut(person);
  await person.page.getByRole('button', { name: '提请认定' }).waitFor();
  await person.page.getByRole('link', { name: '立案', exact: true }).waitFor();
  await person.picture('call-up-concluded');
  const found = await unreadable(person.page);
  await person.goto('/desk/call-ups?state=concluded');
  await person.page.getByRole('region', { name: '评审的一致程度' }).getByText('件数太少，不计算 kappa').first().waitFor();
  await person.picture('call-ups');
  found.push(...(await unreadable(person.page)));
  await person.page.setViewportSize({ width: 360, height: 740 });
  for (const path of ['/desk/call-ups', world.callUp]) {
    await person.goto(path);
    await person.page.getByText('有问题').first().waitFor();
    found.push(...(await person.page.evaluate(tooWide)));
  }
  await person.picture('phone-call-up');
  await person.page.setViewportSize({ width: 1366, height: 768 });
  assert.deepEqual(found, []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function institutionReadsTheConclusion(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto(world.callUp);
  await person.says('结论：有问题（失实）');
  await opinions(person).getByText(first.name).waitFor();
  const other = await Person.signIn(world.browser, world.address, 'longjiang');
  await other.goto(world.callUp);
  await other.says('没有这次报告调阅，或您不能查看');
  await other.leave();
  await person.leave();
}

export const callUpScenes = [
  ['two experts set passwords of their own and find nothing to review', expertsSetTheirPasswords],
  ['the clerk enters them into the register, and one who works for the institution', clerkListsThem],
  ['the clerk calls a report up and asks for what is not on the platform', clerkCallsTheReportUp],
  ['the institution hands in the material', institutionHandsInMaterial],
  ['the clerk asks two experts; the one bound to the institution is refused', clerkAssignsTwo],
  ['the first expert gives an opinion that nobody sees yet', firstExpertOpines],
  ['the second gives theirs unknowing, and both become known', secondExpertOpines],
  ['the institution sees no expert before the conclusion', institutionSeesNoExpert],
  ['the clerk concludes, naming where an expert said otherwise', clerkConcludes],
  ['the institution reads the conclusion, another institution nothing', institutionReadsTheConclusion],
];
