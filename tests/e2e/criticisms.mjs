// SPDX-License-Identifier: Apache-2.0
// A bureau that lets its own days pass is criticised by the level above, answers, and the nation is told.
import assert from 'node:assert/strict';
import { findings as unreadable } from './axe.mjs';
import { day, Person } from './browser.mjs';
import { own } from './circulation.mjs';
import { tooWide } from './phone.mjs';
import { deskOfficers } from './program.mjs';

const title = '关于许可逾期的通报批评';
const county = '昌吉回族自治州昌吉市应急管理局';
const row = (person) => person.page.getByRole('table', { name: '通报批评' }).getByRole('row', { name: title });

async function thePrefectureCriticises(world) {
  const person = await Person.signIn(world.browser, world.address, deskOfficers.section_head, own);
  await person.page.getByRole('link', { name: '流转督办' }).click();
  await person.page.getByRole('link', { name: '通报批评', exact: true }).click();
  await person.button('通报批评下级部门');
  await person.pick('被通报的部门', county, '昌吉市');
  await person.page.getByRole('checkbox', { name: /积压的安全条件审查.*作出许可决定/ }).check();
  await person.fill('名称', title);
  await person.fill('文号（可不填）', '昌州应急通〔2026〕3号');
  await person.fill('依据', '自治区工作措施');
  await person.fill('事由', '法定期限已过，仍未作出决定。');
  await person.fill('要求（可不填）', '一周内办结并说明原因');
  await person.date('答复期限（可不填）', day(0));
  await person.picture('criticise');
  await person.send();
  await person.says('通报批评已作出');
  await row(person).getByRole('link', { name: /积压的安全条件审查/ }).waitFor();
  await row(person).getByText(/^待答复/).waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theCountyAnswers(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.page.getByRole('row', { name: title }).getByText('被通报批评：答复整改情况').waitFor();
  await person.page.getByRole('row', { name: title }).getByRole('link', { name: title }).click();
  assert.equal(await person.page.getByRole('button', { name: '登记上报国家主管部门' }).count(), 0);
  await row(person).getByRole('button', { name: /^答\s*复$/ }).click();
  await person.fill('整改情况', '材料补正拖延，今天已提请决定。');
  await person.send();
  await person.says('答复已提交');
  await row(person).getByText('材料补正拖延，今天已提请决定。').waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theNationIsTold(world) {
  const person = await Person.signIn(world.browser, world.address, deskOfficers.section_head, own);
  await person.goto('/desk/criticisms');
  await row(person).getByText('材料补正拖延').waitFor();
  await row(person).getByRole('button', { name: '登记上报国家主管部门' }).click();
  await person.fill('上报文号', '昌州应急报〔2026〕1号');
  await person.send();
  await person.says('上报已登记');
  await row(person).getByText('昌州应急报〔2026〕1号').waitFor();
  await person.picture('criticisms');
  assert.deepEqual(await unreadable(person.page), []);
  await person.page.setViewportSize({ width: 360, height: 740 });
  assert.deepEqual(await person.page.evaluate(tooWide), []);
  await person.page.setViewportSize({ width: 1366, height: 768 });
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function anotherCountyReadsNothingOfIt(world) {
  const person = await Person.signIn(world.browser, world.address, 'fukang');
  await person.goto('/desk/criticisms');
  await person.says('没有通报批评。');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

export const criticismScenes = [
  ['the prefecture criticises a county for what it is late with', thePrefectureCriticises],
  ['the county finds it among its to-dos and answers', theCountyAnswers],
  ['the prefecture records that the nation was told, by which document', theNationIsTold],
  ['another county reads nothing of it', anotherCountyReadsNothingOfIt],
];
