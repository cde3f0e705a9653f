// SPDX-License-Identifier: Apache-2.0
// Who may come in, and how: accounts, first passwords, the second factor.
import assert from 'node:assert/strict';
import { Person } from './browser.mjs';
import { totp } from './totp.mjs';

const newcomer = { login: 'changji-new', password: 'a sentence of my own' };

async function administratorOpensAnAccount(world) {
  const person = await Person.knock(world.browser, world.address, 'admin', world.adminPassword);
  await person.says('请先设置自己的密码');
  await person.picture('first-password');
  await person.setsOwnPassword(world.adminPassword, 'the platform is mine 26');
  await person.page.getByRole('link', { name: '账号', exact: true }).click();
  await person.button('开设账号');
  await person.pick('单位类别', '监管部门');
  await person.region('管辖地区', '新疆维吾尔自治区', '昌吉回族自治州', '昌吉市');
  await person.pick('岗位', '经办人');
  await person.fill('姓名', '新经办（演示）');
  await person.fill('账号名', newcomer.login);
  await person.picture('account-new');
  await person.page.locator('.ant-drawer:visible .ant-drawer-extra button').click();
  await person.says('请把初始密码交给本人');
  newcomer.first = await person.page.locator('.ant-modal:visible .secret').last().textContent();
  await person.picture('account-handover');
  await person.button('已经交给本人');
  await person.page.getByRole('row', { name: /新经办/ }).waitFor();
  assert.equal(await person.page.getByText(newcomer.first).count(), 0);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function newcomerSetsAPassword(world) {
  const person = await Person.knock(world.browser, world.address, newcomer.login, newcomer.first);
  await person.says('请先设置自己的密码');
  await person.goto('/desk/notices');
  await person.fill('别人给的密码', newcomer.first);
  await person.fill('新密码', newcomer.password);
  await person.fill('再输入一次新密码', 'something else entirely');
  await person.button('保存并进入');
  await person.says('两次输入的不一样');
  await person.fill('再输入一次新密码', newcomer.password);
  await person.button('保存并进入');
  await person.page.getByRole('heading', { name: '从业告知' }).waitFor();
  await person.leave();
  const late = await Person.knock(world.browser, world.address, newcomer.login, newcomer.first);
  await late.says('不正确');
  await late.leave();
  await (await Person.signInAnew(world.browser, world.address, newcomer.login, newcomer.password)).leave();
}

async function turnsTheSecondFactorOn(world) {
  const person = await Person.signInAnew(world.browser, world.address, 'changji-head');
  await person.page.locator('a.who').click();
  await person.button('启用动态口令');
  world.seed = (await person.page.getByTestId('totp-secret').textContent()).replaceAll(' ', '');
  await person.picture('totp');
  await person.fill('动态口令', totp(world.seed));
  await person.button(/启\s*用/);
  await person.says('动态口令已启用');
  await person.leave();
}

async function signsInWithACode(world) {
  const person = await Person.knock(world.browser, world.address, 'changji-head', 'anping-demo-2026');
  const near = [-1, 0, 1, 2].map((ahead) => totp(world.seed, ahead));
  await person.fill('动态口令', ['000000', '111111', '222222', '333333', '444444'].find((code) => !near.includes(code)));
  await person.button(/登\s*录/);
  await person.says('动态口令不正确');
  await person.picture('sign-in-code');
  await person.fill('动态口令', totp(world.seed, 1));
  await person.button(/登\s*录/);
  await person.arrives();
  await person.goto('/desk/me');
  await person.button(/停\s*用/);
  await person.page.locator('.ant-popover:visible .ant-btn-dangerous').last().click();
  await person.says('动态口令已停用');
  await person.leave();
  await (await Person.signInAnew(world.browser, world.address, 'changji-head')).leave();
}

async function institutionDisablesAnAccount(world) {
  const person = await Person.signInAnew(world.browser, world.address, 'tianshan');
  await person.goto('/desk/accounts');
  await person.button('开设账号');
  await person.pick('岗位', '安全评价师');
  await person.fill('姓名', '暂来人（演示）');
  await person.fill('账号名', 'tianshan-brief');
  await person.page.locator('.ant-drawer:visible .ant-drawer-extra button').click();
  await person.says('请把初始密码交给本人');
  const first = await person.page.locator('.ant-modal:visible .secret').last().textContent();
  await person.button('已经交给本人');
  const row = person.page.getByRole('row', { name: /暂来人/ });
  await row.getByRole('button', { name: '调整岗位' }).click();
  await person.page.locator('.ant-modal:visible').waitFor();
  await person.page.locator('.ant-modal:visible .ant-select').click();
  await person.page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '内部审核人' }).click();
  await person.page.locator('.ant-modal:visible .ant-btn-primary').click();
  await row.getByText('内部审核人').waitFor();
  await row.getByRole('button', { name: '重设密码' }).click();
  await person.fill('原因', '忘记了密码，本人当面要求');
  await person.picture('account-reset');
  await person.page.locator('.ant-modal:visible .ant-btn-primary').click();
  await person.says('密码已重设，请交给本人');
  await person.picture('account-reset-handover');
  const second = await person.page.locator('.ant-modal:visible .secret').last().textContent();
  await person.button('已经交给本人');
  const stale = await Person.knock(world.browser, world.address, 'tianshan-brief', first);
  await stale.says('不正确');
  await stale.leave();
  const fresh = await Person.knock(world.browser, world.address, 'tianshan-brief', second);
  await fresh.says('请先设置自己的密码');
  await fresh.leave();
  await row.getByRole('button', { name: /停\s*用/ }).click();
  await person.fill('原因', '今天离职');
  await person.page.locator('.ant-modal:visible .ant-btn-dangerous').click();
  await row.getByText('已停用').waitFor();
  assert.equal(await row.getByRole('button').count(), 0);
  assert.deepEqual(person.complaints, []);
  await person.leave();
  const late = await Person.knock(world.browser, world.address, 'tianshan-brief', second);
  await late.says('不正确');
  await late.leave();
}

export const accountScenes = [
  ['the administrator sets a password of his own, opens an account and is shown its first password once', administratorOpensAnAccount],
  ['the new person must set a password, then sees the page asked for; the first password is void', newcomerSetsAPassword],
  ['an institution moves a person to another office, gives a forgotten password anew, then disables the account, which no longer signs in', institutionDisablesAnAccount],
  ['a section head turns the second factor on with a code from the telephone', turnsTheSecondFactorOn],
  ['a wrong code is refused, a right one lets in, and it can be turned off again', signsInWithACode],
];
