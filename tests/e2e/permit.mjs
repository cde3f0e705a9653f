// SPDX-License-Identifier: Apache-2.0
// The permit desk: an application, the report it rests on, a correction by the institution, the agenda, the decision.
import assert from 'node:assert/strict';
import { day, newPage, Person } from './browser.mjs';
import { firstPassword, permitOffices } from './program.mjs';

const project = '年产二十万吨甲醇装置安全现状评价';
const title = '甲醇装置安全生产许可证延期';
const late = '甲醇装置安全条件审查';
export const own = 'the permit desk is mine 26';

const officer = (world) => Person.signIn(world.browser, world.address, permitOffices.permit_officer, own);
const leader = (world) => Person.signInAnew(world.browser, world.address, permitOffices.leader, own);

async function officersSetTheirPasswords(world) {
  for (const login of Object.values(permitOffices)) {
    const person = await Person.knock(world.browser, world.address, login, firstPassword);
    await person.setsOwnPassword(firstPassword, own);
    await person.leave();
  }
}

// The to-do of an application on the home page, and where it leads.
function todo(person, called, kind) {
  return person.page.getByRole('table', { name: '我的待办' }).getByRole('row', { name: called }).filter({ hasText: kind });
}

async function takesUp(person, called, kind) {
  await person.goto('/desk/');
  await todo(person, called, kind).getByRole('button', { name: '去办理' }).click();
}

export async function receives(person, called, kind, received, accepted, report = project) {
  await person.page.getByRole('link', { name: '许可申请' }).click();
  await person.button('登记申请');
  await person.pick('申请人', '昌吉演示化工有限公司', '昌吉演示');
  await person.pick('所依据的报告', report, report);
  await person.aside();
  await person.pick('许可种类', kind);
  await person.fill('申请事项', called);
  await person.date('收到日期', received);
  await person.date('受理日期', accepted);
  await person.picture('application-new');
  await person.send();
  await person.says('许可申请已登记');
  await person.page.getByRole('heading', { name: called }).waitFor();
  return new URL(person.page.url()).pathname;
}

async function reviewsAndDemands(person) {
  await person.button('审核报告');
  await person.choose('审核结果', '须补正');
  await person.fill('审核意见', '合同和票据没有上传，不能核对服务内容。');
  await person.send();
  await person.says('报告已审核');
  await person.says('下一步（许可经办）：向机构发出补正通知');
  await person.button('发出补正通知');
  await person.page.getByRole('checkbox', { name: '还没有上传委托服务合同。请上传合同扫描件', checked: true }).waitFor();
  await person.fill('其他须补正的内容', '说明评价结论与现场的差异');
  await person.picture('correction-demand');
  await person.send();
  await person.says('补正通知已发出');
}

async function deskAsksForCorrection(world) {
  const person = await officer(world);
  world.application = await receives(person, title, '危险化学品安全生产许可', day(-1), day(0));
  await takesUp(person, title, '许可审核');
  await person.says('下一步（许可经办）：审核所依据的报告，有 1 份未审核');
  await person.says(`受理 ${day(0)} 起第 20 个工作日`);
  await person.page.getByRole('button', { name: '依据：作出许可决定' }).click();
  await person.says('自受理之日起二十日内作出许可决定');
  await person.page.locator('.ant-drawer:visible .ant-drawer-close').click();
  await reviewsAndDemands(person);
  await person.says('下一步（机构）：补正，有 1 份通知未完成');
  await person.says('待机构补正');
  // The decision is the leader's.
  assert.equal(await person.page.getByRole('button', { name: '作出决定' }).count(), 0);
  await person.picture('application');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function applicantReadsItsCopy(world) {
  const person = await Person.signIn(world.browser, world.address, 'enterprise');
  await person.page.getByRole('table', { name: '供您知悉' }).getByRole('row', { name: title }).getByText('补正抄送').waitFor();
  await person.page.getByRole('link', { name: '许可申请' }).click();
  const row = person.page.getByRole('table', { name: '许可申请' }).getByRole('row', { name: title });
  await row.getByText('1 份').waitFor();
  await row.getByRole('link', { name: title }).click();
  await person.says('发给机构的补正通知，抄送您知悉；您不需要办理。');
  await person.says('说明评价结论与现场的差异');
  assert.equal(await person.page.getByRole('button', { name: /^(受理|关联|审核|发出|答复|补正|列入|作出)/ }).count(), 0);
  await person.picture('application-copy');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function anotherCountySeesNothing(world) {
  const person = await Person.signIn(world.browser, world.address, 'fukang');
  await person.goto('/desk/applications');
  await person.says('还没有许可申请。');
  await person.goto(world.application);
  await person.says('没有这件许可申请，或您不能查看');
  await person.leave();
}

async function institutionAnswers(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto('/desk/projects');
  await person.page.getByRole('table', { name: '项目' }).getByRole('link', { name: project }).click();
  await person.says('依据本项目报告的许可');
  await person.picture('project-permits');
  await takesUp(person, title, '补正通知');
  await person.fill('补正情况', '合同扫描件和票据已上传；结论与现场的差异见补充说明。');
  await person.send();
  await person.says('补正已答复');
  await person.says('已答复，待核对');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function deskClosesAndPutsOnTheAgenda(world) {
  const person = await officer(world);
  await person.goto(world.application);
  await person.says('下一步（许可经办）：核对机构的答复，办结补正');
  await takesUp(person, title, '补正已答复');
  await person.fill('核对情况', '逐项核对，已补正。');
  await person.send();
  await person.says('补正已办结');
  await person.says('下一步（许可经办）：列入办公会议议程');
  await putsOnTheAgenda(person);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function putsOnTheAgenda(person) {
  await person.button('列入议程');
  await person.date('会议日期', day(2));
  await person.send();
  await person.says('已列入议程');
}

async function leaderDecides(world) {
  const person = await leader(world);
  await person.goto(world.application);
  await person.says(`下一步（负责人）：${day(2)} 办公会议后作出决定`);
  await person.button('作出决定');
  await person.says('决定以您本人名义作出');
  await person.page.getByRole('radio', { name: '准予许可' }).check();
  await person.fill('许可证编号', '（新）WH安许证字〔2026〕000123');
  await person.fill('理由', '申请材料齐全，报告可以依据，符合法定条件。');
  await person.picture('decision');
  await person.send();
  await person.says('决定已作出');
  await person.says('（新）WH安许证字〔2026〕000123');
  assert.equal(await person.page.getByText('未按时补正、按法定期限决定').count(), 0);
  assert.equal(await person.page.getByRole('button', { name: '作出决定' }).count(), 0);
  const timeline = person.page.getByRole('list', { name: '时间线' });
  await timeline.getByText('决定：准予许可').waitFor();
  for (const said of ['登记许可申请，', '审核所依据的报告：须补正', '向机构发出第 1 份补正通知：', '答复第 1 份补正通知', '第 1 份补正通知办结', '列入 '])
    await timeline.getByText(said).waitFor();
  await person.picture('application-decided');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// A correction that is not overdue holds nothing; a limit that is near goes to the leader all the same.
async function nearTheLimitTheLeaderIsAsked(world) {
  const person = await officer(world);
  const path = await receives(person, late, '建设项目安全条件', day(-41), day(-40));
  await person.says('提请负责人决定');
  await person.button('发出补正通知');
  await person.send();
  await person.says('补正通知已发出');
  await putsOnTheAgenda(person);
  await person.page.getByRole('link', { name: '许可申请' }).click();
  const row = person.page.getByRole('table', { name: '许可申请' }).getByRole('row', { name: late });
  await row.locator('.late').waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
  const head = await leader(world);
  await todo(head, late, '待决定').getByText(/作出决定，法定期限/).waitFor();
  await head.picture('leader-home');
  await takesUp(head, late, '待决定');
  await head.says('决定以您本人名义作出');
  await head.goto(path);
  await head.says(/下一步（负责人）：作出决定，法定期限/);
  await head.says('待机构补正');
  await head.picture('application-escalated');
  assert.equal(await head.page.getByText('暂不提交本部门办公会议').count(), 0);
  assert.deepEqual(head.complaints, []);
  await head.leave();
}

const held = '甲醇装置安全生产许可证变更';
const inSpite = '甲醇罐区安全生产许可证延期';

// Two applications wait for the same institution; days go by.
async function correctionsStayOpen(world) {
  const person = await officer(world);
  world.held = await receives(person, held, '危险化学品安全生产许可', day(-1), day(0));
  await person.button('发出补正通知');
  await person.send();
  await person.says('补正通知已发出');
  world.inSpite = await receives(person, inSpite, '危险化学品安全生产许可', day(-15), day(-14));
  await person.button('发出补正通知');
  await person.send();
  await person.says('补正通知已发出');
  await person.leave();
  await world.later(10);
}

async function heldOffTheAgenda(world) {
  const person = await Person.signInAnew(world.browser, world.address, permitOffices.permit_officer, own);
  await todo(person, held, '补正到期').waitFor();
  await todo(person, inSpite, '临近期限').waitFor();
  await person.picture('permit-home');
  await person.goto(world.held);
  await person.says('有1份补正通知逾期未完成，暂不提交本部门办公会议；法定期限照常计算');
  const turn = person.page.getByRole('list', { name: '时间线' }).getByRole('listitem').filter({ hasText: '暂不提交本部门办公会议' });
  await turn.getByText('按条款，没有人办理').waitFor();
  await turn.getByText('XJ-14.agenda').waitFor();
  await person.page.getByRole('button', { name: /依据：/ }).first().click();
  await person.says('XJ-14');
  await person.page.locator('.ant-drawer:visible .ant-drawer-close').click();
  await person.picture('application-held');
  assert.equal(await person.page.getByRole('button', { name: '列入议程' }).count(), 0);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function correctedAndDecided(world) {
  const institution = await Person.signInAnew(world.browser, world.address, 'tianshan');
  await institution.goto(world.held);
  await institution.button('答复补正');
  await institution.fill('补正情况', '合同扫描件和票据已上传。');
  await institution.send();
  await institution.says('补正已答复');
  await institution.leave();
  const person = await Person.signInAnew(world.browser, world.address, permitOffices.permit_officer, own);
  await person.goto(world.held);
  await person.button('补正完成');
  await person.fill('核对情况', '已补正。');
  await person.send();
  await person.says('补正已办结');
  // It is told in the timeline alone from now on.
  await person.page.getByRole('alert').filter({ hasText: '暂不提交本部门办公会议' }).waitFor({ state: 'hidden' });
  await person.button('列入议程');
  await person.date('会议日期', day(12));
  await person.send();
  await person.says('已列入议程');
  await person.leave();
  await decides(world, world.held, '（新）WH安许证字〔2026〕000124', '补正后材料齐全，符合法定条件。');
}

async function decides(world, path, number, reasons) {
  const head = await leader(world);
  await head.goto(path);
  await head.button('作出决定');
  await head.page.getByRole('radio', { name: '准予许可' }).check();
  await head.fill('许可证编号', number);
  await head.fill('理由', reasons);
  await head.send();
  await head.says('决定已作出');
  await head.says(number);
  assert.deepEqual(head.complaints, []);
  return head;
}

async function decidedInTimeAllTheSame(world) {
  const person = await Person.signInAnew(world.browser, world.address, permitOffices.permit_officer, own);
  await person.goto(world.inSpite);
  await person.says('提请负责人决定');
  await person.leave();
  const head = await decides(world, world.inSpite, '（新）WH安许证字〔2026〕000125', '机构至今没有补正；申请人的条件经现场核查符合，不因他人的过错延误。');
  await head.says('未按时补正、按法定期限决定');
  await head.picture('application-in-spite');
  const counted = await head.page.evaluate(() => fetch('/api/v1/permit-counts').then((answer) => answer.json()));
  assert.equal(counted.items[0].in_spite_of_hold, 1);
  assert.ok(counted.items[0].decided > 1);
  await head.leave();
}

async function thePublicReadsTheCounts(world) {
  const person = new Person(await newPage(world.browser), world.address);
  await person.page.setViewportSize({ width: 360, height: 740 });
  await person.goto('/permits');
  await person.page.getByRole('link', { name: '新疆维吾尔自治区' }).click();
  await person.page.getByRole('link', { name: '昌吉回族自治州' }).click();
  await person.page.getByRole('cell', { name: '昌吉市' }).waitFor();
  await person.says('未按时整改的不提交办公会议');
  await person.picture('permits-phone');
  assert.ok(await person.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  assert.ok(await person.page.evaluate(() => [...document.querySelectorAll('.scroll')].every((box) => box.scrollWidth <= box.clientWidth)));
  await person.page.setViewportSize({ width: 1366, height: 768 });
  await person.picture('permits');
  assert.equal(await person.page.getByText('昌吉演示化工有限公司').count(), 0);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// Last of all: the days that go by here do not come back.
export const heldScenes = [
  ['two applications wait for an institution that does not correct', correctionsStayOpen],
  ['past the day of the correction the first is held off the agenda, with its clause', heldOffTheAgenda],
  ['corrected at last, it comes to the agenda and is decided', correctedAndDecided],
  ['the other is decided in its legal time in spite of the institution, with reasons', decidedInTimeAllTheSame],
  ['anybody reads how many were held and decided all the same, by place and year, on a phone too', thePublicReadsTheCounts],
];

export const permitScenes = [
  ['the permit officer and the leader set passwords of their own', officersSetTheirPasswords],
  ['an application arrives; its report is reviewed and the institution asked to correct what is missing', deskAsksForCorrection],
  ['the applicant reads its copy of the correction and has nothing to do', applicantReadsItsCopy],
  ['a county the application does not concern cannot see it', anotherCountySeesNothing],
  ['the institution finds the application from its project and answers', institutionAnswers],
  ['the desk finds the correction done and puts the application on the agenda', deskClosesAndPutsOnTheAgenda],
  ['the leader decides with reasons', leaderDecides],
  ['near the statutory limit the leader is asked to decide although a correction is open', nearTheLimitTheLeaderIsAsked],
];
