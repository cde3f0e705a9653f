// SPDX-License-Identifier: Apache-2.0
// A typical case: written from a closed, published case without names, published by the leader, read by everybody, withdrawn.
import assert from 'node:assert/strict';
import { findings as unreadable } from './axe.mjs';
import { newPage, Person } from './browser.mjs';
import { tooWide } from './phone.mjs';
import { permitOffices } from './program.mjs';

const title = '一家机构未到现场出具虚假报告案';
const leadersOwn = 'the permit desk is mine 26'; // set in the scenes of the permit desk
const kept = (person) => person.page.getByRole('table', { name: '编写的案例' }).getByRole('row', { name: title });

async function theClerkWritesIt(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto(world.case);
  await person.button('编写公开案例');
  await person.fill('标题', title);
  await person.fill('案情', '负责人赵负责授意，没有到现场，报告写已勘验。');
  await person.fill('适用条款', '《安全生产法》第九十二条');
  await person.fill('警示', '勘验须到现场，报告须如实。');
  await person.send();
  await person.says(/公开的文本不写个人姓名/);
  await person.fill('案情', '没有到现场，报告写已勘验，间距与实测不符。');
  await person.picture('typical-draft');
  await person.send();
  await person.says('案例已写好，等负责人决定');
  await person.leave();
}

async function theLeaderPublishesIt(world) {
  const person = await Person.signInAnew(world.browser, world.address, permitOffices.leader, leadersOwn);
  await person.page.getByRole('row', { name: title }).getByText('决定是否发布案例').waitFor();
  await person.goto('/desk/typical-cases');
  await kept(person).getByRole('button', { name: /^发\s*布$/ }).click();
  await person.fill('意见', '同意发布');
  await person.send();
  await person.says('案例已发布');
  await kept(person).getByText('已发布').waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function thePublicReadsIt(world) {
  const page = await newPage(world.browser);
  await page.goto(`${world.address}/typical-cases?q=${encodeURIComponent('间距')}`);
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { name: title }).waitFor();
  await page.getByText('勘验须到现场，报告须如实。').waitFor();
  assert.equal(await page.getByText('赵负责').count(), 0);
  assert.deepEqual(await unreadable(page), []);
  await page.goto(`${world.address}/typical-cases?q=${encodeURIComponent('没有这个词')}`);
  await page.getByText('没有符合条件的典型案例。').waitFor();
  await page.context().close();
}

async function anInstitutionReadsIt(world) {
  const person = await Person.signIn(world.browser, world.address, 'longjiang-leader');
  await person.page.getByRole('link', { name: '执行依据' }).click();
  await person.page.getByRole('link', { name: '典型案例', exact: true }).click();
  await person.page.getByRole('heading', { name: title }).waitFor();
  assert.equal(await person.page.getByRole('table', { name: '编写的案例' }).count(), 0);
  await person.pick('行为', '出具虚假报告');
  await person.page.getByRole('heading', { name: title }).waitFor();
  await person.picture('typical-cases');
  assert.deepEqual(await unreadable(person.page), []);
  await person.page.setViewportSize({ width: 360, height: 740 });
  assert.deepEqual(await person.page.evaluate(tooWide), []);
  await person.page.setViewportSize({ width: 1366, height: 768 });
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theLeaderWithdrawsIt(world) {
  const person = await Person.signInAnew(world.browser, world.address, permitOffices.leader, leadersOwn);
  await person.goto('/desk/typical-cases');
  await kept(person).getByRole('button', { name: /^撤\s*回$/ }).click();
  await person.fill('理由', '文字需要重写');
  await person.send();
  await person.says('案例已撤回');
  await kept(person).getByText('文字需要重写').waitFor();
  await person.picture('typical-withdrawn');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

export const typicalScenes = [
  ['a clerk writes a typical case, which may name nobody of the file', theClerkWritesIt],
  ['the leader finds it among the to-dos and publishes it', theLeaderPublishesIt],
  ['the public finds it by a word and reads it', thePublicReadsIt],
  ['an institution reads it on its desk, by topic', anInstitutionReadsIt],
  ['the leader withdraws it with a reason', theLeaderWithdrawsIt],
];
