// SPDX-License-Identifier: Apache-2.0
// From a finding to a determination: element by element, the institution heard, established or cleared.
import assert from 'node:assert/strict';
import { findings as unreadable } from './axe.mjs';
import { Person } from './browser.mjs';
import { own } from './permit.mjs';
import { tooWide } from './phone.mjs';
import { permitOffices } from './program.mjs';

const drawer = (person) => person.page.locator('.ant-drawer-open');
const element = (person, name) => person.page.locator('section.element', { hasText: name });

export async function opens(person, finding, situation) {
  await person.goto(finding);
  await person.button('提请认定');
  await person.pick('情形', situation, situation);
  await person.fill('为什么引用这一种', '与查到的事实最相符');
  await person.send();
  await person.page.getByRole('heading', { name: '要件', exact: true }).waitFor();
  return new URL(person.page.url()).pathname;
}

export async function judges(person, name, holds) {
  await element(person, name).getByRole('button', { name: /^判\s*断$/ }).click();
  await person.choose('这个要件', holds);
  await drawer(person).getByLabel('事实').last().fill('现场检查所见，见所附材料');
  if (holds === '成立') {
    await drawer(person).getByRole('button', { name: /添加证据/ }).click();
    await drawer(person).getByLabel('证据的种类').fill('现场检查记录');
    await drawer(person).getByLabel('证据的名称').fill('检查记录第三项');
  }
  await person.send();
  await element(person, name).getByText(holds, { exact: true }).waitFor();
  await drawer(person).waitFor({ state: 'detached' });
}

async function clerkOpensFromAFinding(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto('/desk/findings');
  await person.page.getByRole('table', { name: '线索' }).getByRole('row', { name: '天山演示' }).getByRole('link').first().click();
  await person.page.getByRole('heading', { name: '看到了什么' }).waitFor();
  world.cluePage = new URL(person.page.url()).pathname;
  world.determination = await opens(person, world.cluePage, '重大隐患判定标准所列重大隐患漏项未评价');
  await judges(person, '存在行业判定标准所列的重大隐患', '成立');
  await person.says('要件“报告漏项，未评价该隐患”还没有判断');
  await person.picture('determination-open');
  await judges(person, '报告漏项，未评价该隐患', '成立');
  await person.button('告知机构');
  await person.page.locator('.ant-popover:visible .ant-btn-primary').last().click();
  await person.says('机构说明的时间到');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function institutionAnswers(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto(world.determination);
  await person.button('作出说明');
  await person.fill('说明', '该隐患在评价期间不存在，附当时的影像');
  await person.send();
  await person.says('该隐患在评价期间不存在');
  assert.equal(await person.page.getByRole('button', { name: /^判\s*断$/ }).count(), 0);
  await person.picture('determination-institution');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function leaderEstablishes(world) {
  const person = await Person.signIn(world.browser, world.address, permitOffices.leader, own);
  await person.goto(world.determination);
  await person.button('作出结论');
  await person.choose('结论', '认定失实');
  await drawer(person).getByLabel('理由').last().fill('两个要件均有证据，机构的说明与现场记录不符');
  await person.send();
  await person.says('认定成立：失实');
  await person.picture('determination-established');
  const found = await unreadable(person.page);
  await person.page.setViewportSize({ width: 360, height: 740 });
  await person.picture('phone-determination');
  found.push(...(await person.page.evaluate(tooWide)));
  assert.deepEqual(found, []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function anInnocentOneIsCleared(world) {
  const clerk = await Person.signIn(world.browser, world.address, 'changji');
  world.cleared = await opens(clerk, world.cluePage, '对策措施建议与存在问题不符');
  await judges(clerk, '对策措施建议与被评价项目存在的问题不符', '不成立');
  await clerk.leave();
  const leader = await Person.signIn(world.browser, world.address, permitOffices.leader, own);
  await leader.goto(world.cleared);
  await leader.button('作出结论');
  await leader.says('现在还不能认定成立');
  await leader.choose('结论', '不予认定');
  await drawer(leader).getByLabel('理由').last().fill('对策措施与所列问题逐条对应');
  await leader.send();
  await leader.says('不予认定：失实');
  await leader.leave();
  const institution = await Person.signIn(world.browser, world.address, 'tianshan');
  await institution.goto(world.cleared);
  await institution.says('没有这件报告认定，或您不能查看');
  await institution.goto('/desk/determinations');
  await institution.page.getByRole('table', { name: '报告认定' }).waitFor();
  assert.equal(await institution.page.getByRole('row', { name: '对策措施' }).count(), 0, 'cleared before it was told: no trace');
  await institution.leave();
}

export const determinationScenes = [
  ['a clerk opens a determination from a finding and judges its elements', clerkOpensFromAFinding],
  ['the institution is told everything, and answers', institutionAnswers],
  ['the leader establishes it once nothing is in the way', leaderEstablishes],
  ['an innocent look-alike is cleared and leaves no trace', anInnocentOneIsCleared],
];
