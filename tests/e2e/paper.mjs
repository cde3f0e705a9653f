// SPDX-License-Identifier: Apache-2.0
// Notices that come on paper, and what is put right afterwards.
import assert from 'node:assert/strict';
import { day, Person } from './browser.mjs';

const shared = new URL('../../../shared/data/', import.meta.url).pathname;
const photo = `${shared}images/Landscape_1.jpg`;
const paperTitle = '酒精储罐区安全现状评价';
const faxTitle = '液氨库安全现状评价';
const demoTitle = '年产二十万吨甲醇装置安全现状评价';

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
  assert.equal(await person.takes('打印回执'), 'PK');
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
  assert.equal(await person.takes(/打印回执（\d+ 件）/), 'PK');
  await person.picture('notices-chosen');
  await person.button('导出台账');
  await person.picture('notice-ledger');
  assert.equal(await person.takes(/导\s*出/), 'PK');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function institutionAmendsItsNotice(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await person.goto('/desk/projects');
  await person.page.getByRole('link', { name: demoTitle }).click();
  await person.page.getByRole('heading', { name: demoTitle }).waitFor();
  world.demoProject = new URL(person.page.url()).pathname;
  await person.tab(/从业告知/);
  assert.equal(await person.takes('下载告知书及回执'), 'PK');
  await person.button('更正告知');
  await person.fill('更正原因', '企业检修推迟');
  await person.send();
  await person.says('上面各项都没有改动');
  await person.span('现场日期', day(4), day(6));
  await person.picture('amendment');
  await person.send();
  await person.says('告知已更正');
  await person.says(`现场日期改为 ${day(4)} 至 ${day(6)}`);
  await person.says('原因：企业检修推迟');
  assert.equal(await person.page.getByText('须重新告知', { exact: true }).count(), 0);
  await person.button('更正告知');
  for (const name of ['王组长', '赵评价', '孙评价'])
    await person.page.locator('.ant-drawer:visible .ant-select-selection-item', { hasText: name }).locator('.ant-select-selection-item-remove').click();
  await person.pick('现场人员', '褚评价');
  await person.aside();
  await person.fill('更正原因', '原班人员另有任务');
  await person.send();
  await person.says('现场人员改为 褚评价（演示）');
  await person.page.getByText('须重新告知', { exact: true }).waitFor();
  await person.picture('amendments');
  await person.tab(/标记/);
  await person.says(/告知之后有实质变更（现场人员全部更换），还没有重新告知/);
  await person.button('从业告知');
  await person.fill('联系电话', '0991-0000000');
  await person.button('提交告知');
  await person.says('已告知，回执已开具');
  await person.says(/已消除：.*实质变更/);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function clerkEntersForAKnownProject(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto('/desk/notices/enter');
  await person.page.getByText('平台上已有的项目').click();
  await person.pick('项目', '罐区扩建项目', '罐区扩建');
  await person.page.getByText('电话', { exact: true }).click();
  await person.span('现场日期', day(15), day(15));
  await person.fill('现场人员', '王组长（演示）');
  await person.fill('联系人', '王组长（演示）');
  await person.fill('联系电话', '0451-0000000');
  await person.button('录入并开具回执');
  await person.says(/告知已录入，回执 HZ-/);
  await person.button('查看项目');
  await person.tab(/从业告知/);
  await person.says('告知方式');
  await person.says(/昌吉市应急管理局　\d{4}/);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function contractFollowsTheNotice(world) {
  const clerk = await Person.signIn(world.browser, world.address, 'changji');
  await clerk.goto('/desk/notices/enter');
  await clerk.pick('机构', '天山演示安全评价有限公司', '天山');
  await clerk.pick('委托企业', '昌吉演示化工有限公司', '昌吉演示');
  await clerk.fill('项目名称', faxTitle);
  await clerk.fill('现场地点', '液氨库');
  await clerk.pick('业务范围', '石油加工业');
  await clerk.pick('法定项目种类', '危险化学品安全生产');
  await clerk.page.getByText('传真', { exact: true }).click();
  await clerk.span('现场日期', day(12), day(12));
  await clerk.fill('现场人员', '王组长（演示）');
  await clerk.fill('联系人', '王组长（演示）');
  await clerk.fill('联系电话', '0991-0000000');
  await clerk.button('录入并开具回执');
  await clerk.says(/告知已录入，回执 HZ-/);
  await clerk.button('查看项目');
  await clerk.page.getByRole('heading', { name: faxTitle }).waitFor();
  world.faxProject = new URL(clerk.page.url()).pathname;
  await clerk.says('登记合同时确定');
  await clerk.leave();
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await person.goto(world.faxProject);
  await person.button('登记合同');
  await person.pick('项目组组长', '王组长');
  await person.choose('签订合同前是否作了风险分析', '没有作分析');
  await person.fill('合同编号', 'TS-2026-101');
  await person.fill('合同价款（万元）', '9');
  await person.date('签订日', day(-2));
  await person.date('合同截止日', day(80));
  await person.fill('服务内容', '液氨库现状评价');
  await person.choose('是否约定以取得许可为条件', '没有约定');
  await person.picture('contract-form');
  await person.send();
  await person.says('合同已登记');
  await person.tab('合同');
  await person.says('TS-2026-101');
  await person.button('变更合同');
  await person.send();
  await person.says('变更合同须写明原因');
  await person.fill('变更原因', '延长工期');
  await person.date('合同截止日', day(81));
  await person.send();
  await person.says('合同已变更');
  await person.says(`${day(-2)} 至 ${day(81)}`);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

export const paperScenes = [
  ['a clerk enters a paper notice of an institution nobody registered, and prints its receipt', clerkEntersAPaperNotice],
  ['receipts are printed by the batch and the ledger is exported', clerkPrintsReceiptsAndTheLedger],
  ['a notice by telephone is entered for a project that is here', clerkEntersForAKnownProject],
  ['a notice is amended with a reason; when everybody is changed a new one is asked for', institutionAmendsItsNotice],
  ['the contract of a project a notice told of first is recorded, then changed with a reason', contractFollowsTheNotice],
];
