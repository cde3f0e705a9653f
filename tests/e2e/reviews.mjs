// SPDX-License-Identifier: Apache-2.0
// A report is questioned, answered, published and withdrawn; the county looks in on the work; lists are taken away.
import assert from 'node:assert/strict';
import { Person } from './browser.mjs';

const photo = new URL('../../../shared/data/images/Portrait_3.jpg', import.meta.url).pathname;
const opinion = '第三章储罐容积与现场记录不一致';

async function reviewerGivesAnOpinion(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-review');
  await person.goto(world.faxProject);
  await person.button('提出意见');
  await person.fill('第 1 条意见', opinion);
  await person.button('再加一条');
  await person.fill('第 2 条意见', '附件缺少检定证书');
  await person.picture('opinions-form');
  await person.send();
  await person.says('审核意见已提出');
  await person.tab(/报告/);
  const table = person.page.getByRole('table', { name: '第 2 版的审核意见' });
  await table.getByRole('row', { name: new RegExp(`${opinion}.*待答复`) }).waitFor();
  await person.button('内部审核');
  await person.says(/^还不能确认：这一级提出的意见有 2 条没有答复/);
  assert.ok(await person.page.getByRole('button', { name: '确认审核' }).isDisabled());
  await person.picture('opinions-open');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function leaderAnswers(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await person.goto(world.faxProject);
  await person.tab(/报告/);
  await person.button('答复意见');
  await person.send();
  await person.says('至少答复一条');
  await person.fill('第 1 条的答复', '已按现场记录核对，容积以设计文件为准。');
  await person.fill('第 2 条的答复', '检定证书已补入附件。');
  await person.picture('opinion-answers');
  await person.send();
  await person.says('审核意见已答复');
  await person.page.getByRole('row', { name: new RegExp(`${opinion}.*容积以设计文件为准`) }).waitFor();
  assert.equal(await person.page.getByRole('button', { name: '答复意见' }).count(), 0);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function confirms(world, login, label) {
  const person = await Person.signInAnew(world.browser, world.address, login);
  await person.goto(world.faxProject);
  await person.button(label);
  await person.confirmsReview('意见已落实，同意。');
  await person.page.getByRole('button', { name: label, exact: true }).waitFor({ state: 'detached' });
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function confirmsInOrder(world) {
  const early = await Person.signIn(world.browser, world.address, 'tianshan-tech');
  await early.goto(world.faxProject);
  await early.page.getByRole('button', { name: /打\s*印/ }).waitFor();
  assert.equal(await early.page.getByRole('button', { name: '技术负责人审核' }).count(), 0);
  await early.leave();
  await confirms(world, 'tianshan-review', '内部审核');
  await confirms(world, 'tianshan-tech', '技术负责人审核');
  await confirms(world, 'tianshan-process', '过程控制负责人审核');
}

async function publishesAndWithdraws(world) {
  const person = await Person.signInAnew(world.browser, world.address, 'tianshan');
  await person.goto(world.faxProject);
  await person.button('公开报告');
  await person.page.locator('.ant-popover:visible .ant-btn-primary').click();
  await person.says('报告已公开');
  await person.tab(/报告/);
  const code = person.page.getByRole('img', { name: /二维码：公开查验 AP\d{4}-\d+/ });
  await code.scrollIntoViewIfNeeded();
  const number = (await code.getAttribute('aria-label')).split(' ').pop();
  await person.picture('report-number');
  await person.button('撤回报告');
  await person.fill('撤回原因', '储罐参数须重新核实。');
  await person.send();
  await person.says('报告已撤回');
  await person.says('已撤回');
  await person.says('储罐参数须重新核实。');
  await person.page.getByRole('button', { name: '撤回报告' }).first().waitFor({ state: 'detached' });
  await person.picture('report-withdrawn');
  await person.goto(`/reports?q=${number}`);
  await person.says(/撤回/);
  await person.picture('public-withdrawn');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function countyChecksOnAPhone(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.page.setViewportSize({ width: 360, height: 740 });
  await person.goto(world.faxProject);
  await person.button('监督抽查');
  await person.send();
  await person.says('请选择');
  await person.choose('是否事先通知', '事先未通知');
  await person.choose('项目组是否在现场作业', '不在现场');
  await person.fill('抽查人员', '张三、李四');
  await person.fill('抽查情况', '抽查时现场没有评价人员，企业称下午到。');
  await person.attach(photo);
  await person.picture('phone-spot-check');
  const wide = await person.page.evaluate(() => document.querySelector('.ant-drawer-body').scrollWidth - document.querySelector('.ant-drawer-body').clientWidth);
  assert.equal(wide, 0);
  await person.send();
  await person.says('监督抽查已记录');
  await person.tab(/现场（/);
  const table = person.page.getByRole('table', { name: '监督抽查' });
  await table.getByText('项目组不在现场').waitFor();
  await table.getByText('抽查时现场没有评价人员，企业称下午到。').waitFor();
  await table.getByRole('link', { name: photo.split('/').pop() }).waitFor();
  await table.scrollIntoViewIfNeeded();
  await person.picture('phone-spot-checks');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function takesListsAway(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto('/desk/projects');
  assert.equal(await person.takes('导出清单'), 'PK');
  await person.goto('/desk/institution');
  await person.button('工作报表');
  await person.picture('work-report');
  assert.equal(await person.takes(/导\s*出/, person.page.locator('.ant-modal:visible')), 'PK');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

export const reviewScenes = [
  ['a reviewer gives opinions, and cannot confirm while they are open', reviewerGivesAnOpinion],
  ['the project leader answers them', leaderAnswers],
  ['the steps of the review are confirmed in their order', confirmsInOrder],
  ['the report is published with a code for its cover, and withdrawn with a reason', publishesAndWithdraws],
  ['the county records a spot check on its phone', countyChecksOnAPhone],
  ['the list of projects and the work report are taken away', takesListsAway],
];
