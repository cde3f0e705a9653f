// SPDX-License-Identifier: Apache-2.0
// A cloned report: a tip, kept from the institution until its archive is sealed; told, asked, answered; determined element by
// element; a case in the enforcement system; the permit that relied on it; the credit record. And an innocent look-alike.
import assert from 'node:assert/strict';
import { day, Person } from './browser.mjs';
import { officers, takes } from './cases.mjs';
import { reportOfTheAromatics } from './clue-reports.mjs';
import { judges, opens } from './determination.mjs';
import { drawer } from './inspections.mjs';
import { own, receives } from './permit.mjs';
import { permitOffices } from './program.mjs';
import { filesReport, opensProject, publishes, reviews } from './projects.mjs';

const original = '芳烃储罐区安全现状评价';
const cloned = '对二甲苯储罐区安全现状评价';
const permit = '对二甲苯储罐区安全生产许可证延期';
const expert = '顾专家（演示）';
const situation = '在周边环境、建（构）筑物、工艺、装置、设备设施等重要内容上弄虚作假，影响结论';
const elements = ['重要内容与评价期间实际不符', '弄虚作假所致', '影响评价结论'];
const forgeryCase = '龙江安评照抄报告案';
const decision = '（昌）应急罚〔2026〕9号';
const copied = '与其他报告文字相同';

const signsIn = (world, login) => Person.signIn(world.browser, world.address, login);
const leader = (world) => Person.signIn(world.browser, world.address, permitOffices.leader, own);
const clue = (person, of) => person.page.getByRole('table', { name: '线索' }).getByRole('row', { name: of }).filter({ hasText: copied });

async function anInstitutionFilesAReport(world) {
  const person = await signsIn(world, 'tianshan-leader');
  world.original = await opensProject(person, { title: original, site: '芳烃储罐区', number: 'TS-2026-191' });
  await filesReport(person, world.original, reportOfTheAromatics('芳烃储罐区'));
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function aTipIsHeldBack(world) {
  const person = await signsIn(world, 'longjiang-leader');
  world.clone = await opensProject(person, { title: cloned, site: '对二甲苯储罐区', number: 'LJ-2026-019' });
  await person.leave();
  const head = await signsIn(world, 'changji-head');
  await head.goto(world.clone);
  await head.button('暂不告知');
  await head.date('截止日', day(20));
  await head.fill('理由', '举报现场没有人来过，防止改动材料');
  await head.picture('finding-hold');
  await head.send();
  await head.page.getByRole('button', { name: '告知机构' }).waitFor();
  assert.deepEqual(head.complaints, []);
  await head.leave();
}

async function theCloneIsSeenByTheOfficerAlone(world) {
  const institution = await signsIn(world, 'longjiang-leader');
  await filesReport(institution, world.clone, reportOfTheAromatics('对二甲苯储罐区'));
  const person = await signsIn(world, 'changji');
  await person.goto('/desk/findings');
  await person.until(clue(person, cloned), () => person.page.reload(), 10);
  await clue(person, cloned).first().getByRole('link', { name: copied }).click();
  await person.says(/^暂不告知机构，至 /);
  world.clue = new URL(person.page.url()).pathname;
  await person.page.getByRole('link', { name: '并排查看' }).click();
  await person.page.getByRole('region', { name: '来源的文本' }).getByText('装车鹤管的静电接地夹锈蚀').waitFor();
  await person.picture('cloned-side-by-side');
  await person.button('记一条线索');
  await person.fill('说了什么、看到了什么', '举报：评价期间没有人到过现场');
  await person.fill('编号（举报、检查的，可不填）', 'JB-2026-07');
  await person.send();
  await person.page.getByRole('heading', { name: '看到了什么' }).waitFor();
  await person.says('举报：评价期间没有人到过现场');
  world.tip = new URL(person.page.url()).pathname;
  await person.picture('finding-of-tip');
  assert.deepEqual(person.complaints, []);
  await person.leave();
  for (const path of [world.clue, world.tip]) {
    await institution.goto(path);
    await institution.says('没有这条线索，或您不能查看');
  }
  await institution.goto('/desk/findings');
  await institution.page.getByRole('heading', { name: '报告核查', exact: true }).waitFor();
  assert.equal(await institution.page.getByRole('row', { name: cloned }).count(), 0);
  await institution.leave();
}

async function theArchiveIsSealed(world) {
  for (const [login, label] of [['longjiang-review', '内部审核'], ['longjiang-tech', '技术负责人审核'], ['longjiang-process', '过程控制负责人审核']])
    await reviews(world, world.clone, login, label);
  const person = await signsIn(world, 'longjiang');
  await person.goto(world.clone);
  await publishes(person);
  await person.goto(world.clue);
  await person.page.getByRole('heading', { name: '看到了什么' }).waitFor();
  await person.page.getByRole('button', { name: '作出说明' }).waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function itIsAskedAnsweredAndAccepted(world) {
  const person = await signsIn(world, 'changji');
  await person.goto(world.clue);
  await person.button('要求说明');
  await person.fill('要求说明什么', '第二章与另一份报告相同，请说明现场情况从何而来。');
  await person.send();
  await person.says('已要求机构说明');
  const institution = await signsIn(world, 'longjiang-leader');
  await institution.goto(world.clue);
  await institution.button('作出说明');
  await institution.fill('说明', '参考了同类报告，没有重新到现场。');
  await institution.send();
  await institution.says('说明已提交');
  await institution.leave();
  await person.page.reload();
  await person.says('没有重新到现场');
  await person.button('采纳为证据');
  await person.fill('采纳的理由', '机构承认没有到现场。');
  await person.send();
  await person.page.getByText('已采纳', { exact: true }).first().waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function listsAnExpert(person) {
  await person.goto('/desk/experts');
  await person.button('登记专家');
  await person.fill('姓名', expert);
  await person.fill('职称', '高级工程师');
  await person.fill('专业', '化工工艺、');
  await person.fill('工作单位', '演示石化设计院');
  await person.date('聘期至', day(300));
  await person.send();
  await person.says('专家已入库');
}

async function itIsDeterminedWithAnExpert(world) {
  const person = await signsIn(world, 'changji');
  await listsAnExpert(person);
  world.forgery = await opens(person, world.clue, situation);
  for (const element of elements) await judges(person, element, '成立');
  await person.button('附专家意见');
  await person.pick('专家', expert, '石化设计院');
  await drawer(person).getByText('支持认定', { exact: true }).click();
  await person.fill('意见全文', '两处储罐的结构、介质不同，第二章不可能逐字相同。');
  await person.date('出具日期', day(0));
  await person.send();
  await person.says('专家意见已附上');
  await person.button('告知机构');
  await person.page.locator('.ant-popover:visible .ant-btn-primary').last().click();
  await person.says('机构说明的时间到');
  assert.deepEqual(person.complaints, []);
  await person.leave();
  const institution = await signsIn(world, 'longjiang');
  await institution.goto(world.forgery);
  await institution.says('第二章不可能逐字相同');
  await institution.button('作出说明');
  await institution.fill('说明', '已经停止执业并整改，请从轻处理');
  await institution.send();
  await institution.says('请从轻处理');
  await institution.leave();
}

async function leaderEstablishesIt(world) {
  const person = await leader(world);
  await person.goto(world.forgery);
  await person.button('作出结论');
  await person.choose('结论', '认定虚假');
  await drawer(person).getByLabel('理由').last().fill('三个要件均有证据，机构承认没有到现场');
  await person.send();
  await person.says('认定成立：虚假');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// Before the case: an application that rests on the report.
async function aPermitRestsOnIt(world) {
  const person = await Person.signIn(world.browser, world.address, permitOffices.permit_officer, own);
  await receives(person, permit, '危险化学品安全生产许可', day(-1), day(0), cloned);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function runsElsewhere(world) {
  const person = await leader(world);
  await person.page.getByRole('link', { name: '案件', exact: true }).click();
  await person.button('办案方式');
  await drawer(person).getByText(/^在执法系统办理/).click();
  await person.fill('执法系统的名称', '应急管理执法系统');
  await person.send();
  await person.says('本部门的案件在应急管理执法系统办理');
  await person.leave();
}

// From the determination, whose words and project the form brings along.
async function aCaseRunsInTheEnforcementSystem(world) {
  await runsElsewhere(world);
  const person = await signsIn(world, 'changji');
  await person.goto(world.forgery);
  await person.button(/^立\s*案$/);
  await person.page.getByRole('heading', { name: '立案' }).waitFor();
  assert.equal(await person.field('来源说明').inputValue(), `认定虚假：${situation}`);
  await person.fill('案件名称', forgeryCase);
  await person.pick('涉嫌的行为', '出具虚假报告', '出具虚假报告');
  await person.page.keyboard.press('Escape');
  await person.date('行为终了日期', day(-1));
  await person.fill('案情简介', '第二章照抄另一机构的报告，没有到现场');
  await officers(person);
  await person.page.locator('form button[type=submit]').click();
  await person.page.getByRole('heading', { name: forgeryCase }).waitFor();
  world.forgeryCase = new URL(person.page.url()).pathname;
  await takes(person, '线索、证据推送执法系统', day(0), '推送认定、线索、专家意见', () => person.fill('执法系统的案号（可不填）', 'ZF-2026-191'));
  for (const [kind, text] of [['听证告知', '拟吊销资质'], ['当事人要求听证', '书面要求'], ['举行听证', '当事人陈述、质证']]) await takes(person, kind, day(0), text);
  await person.picture('cloned-case');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function itIsDecidedAndReferred(world) {
  const person = await signsIn(world, 'changji');
  await person.goto(world.forgeryCase);
  await person.button('登记处罚决定');
  await person.fill('决定书文号', decision);
  await person.pick('处罚1种类', '吊销资质');
  await person.fill('事实、证据、理由（含情节的理由）', '报告照抄，没有到现场，认定虚假');
  await officers(person);
  await person.send();
  await person.says('决定已登记');
  await takes(person, '送达处罚决定书', day(0), '直接送达，签收');
  await takes(person, '移送（报告）有管辖权的部门', day(0), '资质由黑龙江颁发，提请吊销', async () => {
    await person.region('移送给', '黑龙江省');
    await person.aside();
  });
  const relied = person.page.getByRole('table', { name: '采信本案报告的许可' });
  await relied.getByText('还没有处理').waitFor();
  await relied.getByRole('button', { name: '登记处理结果' }).click();
  await person.fill('怎样处理', '重新审查，申请人另行委托评价');
  await person.send();
  await relied.getByText('另行委托评价').waitFor();
  await person.picture('cloned-case-decided');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function itStandsInTheCreditRecord(world) {
  const person = await signsIn(world, 'longjiang');
  await person.goto('/desk/institution?tab=watch');
  await person.page.getByRole('table', { name: '处罚决定' }).getByRole('row', { name: decision }).getByText('吊销').waitFor();
  await person.picture('credit-record');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// The report that was copied looks the same to whoever tips; its institution wrote it first.
async function theLookAlikeIsClearedWithoutATrace(world) {
  const person = await signsIn(world, 'changji');
  await person.goto(world.clue);
  await person.page.getByRole('link', { name: '并排查看' }).click();
  await person.page.getByRole('region', { name: '来源的文本' }).waitFor();
  const report = new URL(person.page.url()).searchParams.get('source');
  await person.goto(`/desk/reports/${report}/screening`);
  await person.button('记一条线索');
  await person.fill('说了什么、看到了什么', '举报：两份报告相同，这一份也是抄的');
  await person.send();
  await person.page.getByRole('heading', { name: '看到了什么' }).waitFor();
  const tip = new URL(person.page.url()).pathname;
  await person.button(/^排\s*除$/);
  await person.fill('排除的理由', '这一份提交在先，现场勘验记录齐全。');
  await person.send();
  await person.page.getByText('已排除', { exact: true }).first().waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
  const innocent = await signsIn(world, 'tianshan');
  await innocent.goto(tip);
  await innocent.says('这一份提交在先');
  await innocent.goto('/desk/determinations');
  await innocent.page.getByRole('heading', { name: '报告认定', exact: true }).waitFor();
  assert.equal(await innocent.page.getByText(original).count(), 0);
  await innocent.goto('/desk/institution?tab=watch');
  await innocent.page.getByRole('heading', { name: '处罚决定' }).waitFor();
  await innocent.page.waitForLoadState('networkidle');
  assert.equal(await innocent.page.getByText(/举报|芳烃/).count(), 0, 'dismissed: no trace on the record');
  assert.deepEqual(innocent.complaints, []);
  await innocent.leave();
}

export const clonedScenes = [
  ['an institution files a report of its own', anInstitutionFilesAReport],
  ['a tip about another is kept from it by the section head', aTipIsHeldBack],
  ['its report is a clone: the officer reads both beside each other and records the tip, the institution sees nothing', theCloneIsSeenByTheOfficerAlone],
  ['the archive is sealed, and the institution sees the finding', theArchiveIsSealed],
  ['it is asked, answers, and the finding is accepted', itIsAskedAnsweredAndAccepted],
  ['element by element, with an expert, the institution told and heard', itIsDeterminedWithAnExpert],
  ['the leader establishes it', leaderEstablishesIt],
  ['a permit rests on the report', aPermitRestsOnIt],
  ['the case runs in the enforcement system, with a hearing', aCaseRunsInTheEnforcementSystem],
  ['the decision is recorded, the revocation referred to the home province, the permit examined again', itIsDecidedAndReferred],
  ['it stands in the credit record of the institution', itStandsInTheCreditRecord],
  ['an innocent look-alike is cleared without a trace', theLookAlikeIsClearedWithoutATrace],
];
