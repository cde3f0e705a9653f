// SPDX-License-Identifier: Apache-2.0
// A bureau's figures, each with its rows behind it; filters kept under a name; who is on site, by tiles; what is found.
import assert from 'node:assert/strict';
import { day, Person } from './browser.mjs';

const year = Number(day(0).slice(0, 4));

// The rows of the list that is open, all its pages.
async function rowsShown(person, label) {
  const more = person.page.getByRole('button', { name: '更多' });
  while (await more.isVisible()) await more.click();
  return person.page.getByRole('table', { name: label }).locator('tbody tr').count();
}

async function figuresLeadToTheirRows(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await person.page.getByRole('link', { name: '统计' }).click();
  await person.page.getByRole('heading', { name: '统计', exact: true }).waitFor();
  const links = person.page.locator('.bars a[href*="/projects"]');
  await links.first().waitFor();
  await person.picture('statistics');
  const figures = await links.evaluateAll((all) => all.map((one) => [one.getAttribute('href'), Number(one.textContent)]));
  assert(figures.length >= 8, `${figures.length} figures`);
  for (const [address, count] of figures) {
    await person.goto(address);
    await person.page.getByRole('table', { name: '项目' }).waitFor();
    assert.equal(await rowsShown(person, '项目'), count, address);
  }
  await person.goto('/desk/statistics');
  assert.equal(await person.takes('导出统计表'), 'PK');
  await person.button('下一期');
  await person.says(`${year + 1} 年`);
  await person.page.getByLabel('办理情况').getByText('0').first().waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function keepsAView(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await person.goto('/desk/projects?region=652300');
  await person.button('保存当前筛选');
  await person.fill('视图名称', '昌吉州的项目');
  await person.button(/^保\s*存$/);
  const kept = person.page.getByRole('button', { name: '昌吉州的项目', exact: true });
  await kept.waitFor();
  await person.goto('/desk/projects');
  await kept.click();
  await person.page.waitForURL(/region=652300/);
  await person.says('地区：昌吉回族自治州');
  await person.picture('saved-view');
  await person.button('昌吉州的项目：改名或删除');
  await person.page.getByRole('menuitem', { name: '改名' }).click();
  await person.fill('视图名称', '昌吉州');
  await person.button(/^保\s*存$/);
  await person.page.getByRole('button', { name: '昌吉州', exact: true }).waitFor();
  await person.button('昌吉州：改名或删除');
  await person.page.getByRole('menuitem', { name: '删除' }).click();
  await person.page.getByRole('button', { name: '昌吉州', exact: true }).waitFor({ state: 'detached' });
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function seesWhoIsOnSiteByTiles(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await person.goto('/desk/on-site');
  const tile = person.page.getByRole('button', { name: /^昌吉回族自治州：\d+ 处在场$/ });
  await tile.waitFor();
  await person.picture('on-site-tiles');
  const count = Number(/：(\d+) 处/.exec(await tile.getAttribute('aria-label'))[1]);
  await tile.focus();
  await person.page.keyboard.press('Enter');
  await person.page.waitForURL(/region=652300/);
  assert.equal(await tile.getAttribute('aria-pressed'), 'true');
  if (count > 0) assert.equal(await rowsShown(person, '今日在场'), count);
  else await person.says('今天这个地区没有告知的现场工作。');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function findsAPersonAndAnEnterprise(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  const box = person.page.getByLabel('查找项目、机构、企业、人员、编号');
  const options = person.page.locator('.ant-select-dropdown:visible');
  await box.fill('演示');
  await options.getByText('企业', { exact: true }).waitFor();
  await options.getByText('机构', { exact: true }).waitFor();
  await person.picture('search');
  await box.fill('王组长（演示）');
  await options.getByText('人员', { exact: true }).waitFor();
  await options.locator('.ant-select-item-option').first().click();
  await person.page.waitForURL(/\/institutions\//);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

export const statisticsScenes = [
  ['each figure of the statistics leads to a list of as many rows', figuresLeadToTheirRows],
  ['filters are kept under a name, renamed and deleted', keepsAView],
  ['a tile filters the list of who is on site, with the keyboard', seesWhoIsOnSiteByTiles],
  ['search leads to enterprises and people too', findsAPersonAndAnEnterprise],
];
