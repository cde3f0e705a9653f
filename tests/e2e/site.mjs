// SPDX-License-Identifier: Apache-2.0
// What comes on paper, what is put right afterwards, and what institution and enterprise settle about the site.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { day, Person } from './browser.mjs';

const shared = new URL('../../../shared/data/', import.meta.url).pathname;
const photo = `${shared}images/Landscape_1.jpg`;
const paperTitle = '酒精储罐区安全现状评价';

// A file taken from the page by a link: what it begins with.
async function takes(person, name) {
  const [file] = await Promise.all([
    person.page.waitForEvent('download'),
    person.page.getByRole('link', { name }).first().click(),
  ]);
  return readFileSync(await file.path()).subarray(0, 2).toString('latin1');
}

async function clerkEntersAPaperNotice(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto('/desk/notices');
  await person.button('录入纸质告知');
  await person.date('收到日期', day(-1));
  await person.says('新疆维吾尔自治区 / 昌吉回族自治州 / 昌吉市');
  await person.button('记录新机构');
  await person.fill('机构名称', '河西演示安全评价有限公司');
  await person.fill('机构统一社会信用代码', '91620102MADEM0337A');
  await person.region('机构登记地', '甘肃省', '兰州市', '城关区');
  await person.fill('机构电话', '0931-0000000');
  await person.fill('资质证书编号', 'APJ-(演示)-033');
  await person.pick('资质证书上的业务范围', '石油加工业');
  await person.page.locator('.ant-modal-title:visible').click();
  await person.span('资质证书有效期', day(-300), day(700));
  await person.picture('noted-institution');
  await person.page.locator('.ant-modal:visible .ant-btn-primary').click();
  await person.says('机构已记录');
  await person.pick('委托企业', '昌吉演示化工有限公司', '昌吉演示');
  await person.fill('项目名称', paperTitle);
  await person.fill('现场地点', '酒精储罐区');
  await person.pick('业务范围', '石油加工业');
  await person.pick('法定项目种类', '危险化学品安全生产');
  await person.span('现场日期', day(20), day(21));
  await person.fill('现场人员', '陆评价（演示）、梁评价（演示）');
  await person.fill('联系人', '陆评价（演示）');
  await person.fill('联系电话', '0931-1111111');
  await person.attach(photo);
  await person.picture('enter-notice');
  await person.button('录入并开具回执');
  await person.says(/告知已录入，回执 HZ-\d+-652301/);
  await person.picture('notice-entered');
  assert.equal(await takes(person, '打印回执'), 'PK');
  await person.button('查看项目');
  await person.page.getByRole('heading', { name: paperTitle }).waitFor();
  world.paperProject = new URL(person.page.url()).pathname;
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function clerkPrintsReceiptsAndTheLedger(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto('/desk/notices');
  const row = person.page.getByRole('row', { name: paperTitle });
  await row.getByText('纸质').waitFor();
  await row.getByText(day(-1)).waitFor();
  await person.page.getByLabel('全选').check();
  assert.equal(await takes(person, /打印回执（\d+ 件）/), 'PK');
  await person.picture('notices-chosen');
  await person.button('导出台账');
  await person.picture('notice-ledger');
  assert.equal(await takes(person, /导\s*出/), 'PK');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

export const siteScenes = [
  ['a clerk enters a paper notice of an institution nobody registered, and prints its receipt', clerkEntersAPaperNotice],
  ['receipts are printed by the batch and the ledger is exported', clerkPrintsReceiptsAndTheLedger],
];
