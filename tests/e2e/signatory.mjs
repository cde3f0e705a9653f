// SPDX-License-Identifier: Apache-2.0
// A project in testing is checked, reviewed and approved by the authorised signatory, whom the institution appoints itself.
import assert from 'node:assert/strict';
import { day, Person } from './browser.mjs';

const files = new URL('../../../shared/data/files/chinese-docs/', import.meta.url).pathname;
const title = '压力容器检测检验';
const own = 'signatory-own-2026';

async function appointsASignatory(world) {
  const person = await Person.signInAnew(world.browser, world.address, 'tianshan');
  await person.goto('/desk/accounts');
  await person.button('开设账号');
  await person.pick('岗位', '授权签字人');
  await person.fill('姓名', '签字人（演示）');
  await person.fill('账号名', 'tianshan-sign');
  await person.send();
  await person.says('请把初始密码交给本人');
  const first = await person.page.locator('.ant-modal:visible .secret').last().textContent();
  await person.button('已经交给本人');
  assert.deepEqual(person.complaints, []);
  await person.leave();
  const signatory = await Person.knock(world.browser, world.address, 'tianshan-sign', first);
  await signatory.setsOwnPassword(first, own);
  await signatory.leave();
}

async function reportsATest(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await person.goto('/desk/projects/new');
  await person.fill('项目名称', title);
  await person.pick('委托企业', '昌吉演示化工有限公司', '昌吉演示');
  await person.region('项目所在县（市、区）', '新疆维吾尔自治区', '昌吉回族自治州', '昌吉市');
  await person.fill('现场地点', '装置区');
  await person.pick('业务范围', '石油加工业');
  await person.pick('法定项目种类', '危险化学品安全生产');
  await person.pick('服务类型', '检测检验');
  await person.date('分析日期', day(-1));
  await person.choose('是否在资质范围内', '在资质范围内');
  await person.choose('现有人员专业是否满足', '满足');
  await person.choose('是否聘请外部专家', '不需要');
  await person.fill('分析结论', '可以承接。');
  await person.fill('合同编号', 'TS-2026-188');
  await person.fill('合同价款（万元）', '6.5');
  await person.date('签订日', day(-1));
  await person.date('合同截止日', day(60));
  await person.fill('服务内容', '对压力容器作检测检验。');
  await person.choose('是否约定以取得许可为条件', '没有约定');
  await person.attach(`${files}安全生产法(2021-06-10).docx`);
  await person.pick('项目组组长', '王组长');
  await person.date('计划首次现场', day(20));
  await person.button('下一步：核对标记和期限');
  await person.says('提交前请核对');
  await person.page.locator('.ant-modal:visible .ant-btn-primary').click();
  await person.page.getByRole('heading', { name: title }).waitFor();
  world.test = new URL(person.page.url()).pathname;
  await person.button('提交报告');
  await person.fill('评价结论', '合格。');
  await person.attach(`${files}安全生产许可证条例(2014-07-29).pdf`);
  await person.send();
  await person.says('报告已提交');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function confirms(world, login, label, password) {
  const person = await Person.signInAnew(world.browser, world.address, login, password);
  await person.says(`审核报告：${title}报告`);
  await person.goto(world.test);
  await person.button(label);
  await person.confirmsReview('同意。');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function approves(world) {
  await confirms(world, 'tianshan-review', /^校\s*核$/);
  await confirms(world, 'tianshan-tech', /^审\s*核$/);
  await confirms(world, 'tianshan-sign', '授权签字人批准', own);
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto(world.test);
  await person.page.getByRole('button', { name: '公开报告' }).waitFor();
  await person.leave();
}

export const signatoryScenes = [
  ['an institution appoints its authorised signatory', appointsASignatory],
  ['a project in testing is opened and its report filed', reportsATest],
  ['it is checked, reviewed and approved, each by its own office', approves],
];
