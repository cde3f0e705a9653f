// SPDX-License-Identifier: Apache-2.0
// A legal officer vouches for a clause and takes it back; a change of the book is tried; the auditor finds the acts.
import assert from 'node:assert/strict';
import { Person } from './browser.mjs';
import { firstPassword } from './program.mjs';

const clause = 'CN-O1-22.8.watch';

async function confirmsAClause(world) {
  const person = await Person.signInAnew(world.browser, world.address, 'xinjiang-legal');
  await person.says(/正在使用的条款中有/);
  await person.picture('legal-home');
  await person.page.getByRole('link', { name: '去核对' }).click();
  await person.page.getByRole('table', { name: '条款' }).waitFor();
  await person.picture('law');
  await person.goto(`/desk/law?clause=${clause}`);
  await person.says('还没有法制人员确认');
  await person.button('确认条款');
  await person.says(/确认后，这条款在/);
  await person.fill('核对依据', '《安全评价检测检验机构管理办法》（应急管理部令第1号）第二十二条第（八）项，应急管理部网站公布文本');
  await person.picture('law-confirm');
  await person.button('已经核对，确认');
  await person.says('条款已确认');
  await person.says('应急管理部网站公布文本');
  await person.button('撤回确认');
  await person.fill('原因', '对照时看错了公布日期');
  await person.page.locator('.ant-modal:visible .ant-btn-dangerous').click();
  await person.says('确认已撤回');
  await person.says('还没有法制人员确认');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function triesAChange(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang-legal');
  await person.goto('/desk/law?tab=preview&file=XJ-xinjiang/practice.toml');
  await person.says('这里只是试算，什么都不会改变');
  const editor = person.page.locator('textarea.editor');
  const text = await editor.inputValue();
  await editor.fill(`${text}\n# a remark\n`);
  await person.button(/试\s*算/);
  await person.says(/写法没有错误/);
  await person.says('没有条款变化。');
  await editor.fill(`${text}\nnonsense here\n`);
  await person.button(/试\s*算/);
  await person.says(/有 \d+ 处错误/);
  await person.picture('law-preview');
  await person.leave();
}

async function auditorReadsTheLedger(world) {
  const person = await Person.knock(world.browser, world.address, 'auditor', firstPassword);
  await person.setsOwnPassword(firstPassword, 'nothing escapes me 26');
  await person.page.getByRole('link', { name: '审计', exact: true }).click();
  const table = person.page.getByRole('table', { name: '账本条目' });
  await table.waitFor();
  await person.picture('audit');
  assert.doesNotMatch(await table.textContent(), /王组长|审计员（演示）/);
  await person.goto('/desk/audit?type=practice.notice_filed');
  await table.getByRole('row', { name: /从业告知/ }).first().waitFor();
  assert.equal(await table.getByRole('row', { name: /修改密码/ }).count(), 0);
  const receipt = await table.getByRole('link', { name: '下载回执' }).first().getAttribute('href');
  assert.equal((await fetch(world.address + receipt)).status, 200);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

export const lawScenes = [
  ['a legal officer sees what confirming a clause would do, confirms it, and takes it back', confirmsAClause],
  ['a change of the book is tried and applied nowhere', triesAChange],
  ['the auditor reads who did what, without names', auditorReadsTheLedger],
];
