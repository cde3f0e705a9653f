// SPDX-License-Identifier: Apache-2.0
// A penalty case from filing to closing with hearing right and discussion; one that runs in the enforcement system; what the bureau
// itself is late with, seen by the discipline officer and in public.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { findings as unreadable } from './axe.mjs';
import { day, newPage, Person } from './browser.mjs';
import { tooWide } from './phone.mjs';
import { anping, caseOfficers, firstPassword, permitOffices } from './program.mjs';

const title = '天山安评出具虚假报告案';
const late = '龙江安评未告知案';
const severalParties = '昌吉演示化工使用虚假报告案';
const external = '龙江安评重大疏漏案';
export const own = 'whose case is it now 26';
const leadersOwn = 'the permit desk is mine 26'; // set in the scenes of the permit desk

const drawer = (person) => person.page.locator('.ant-drawer:visible');

async function signsIn(world) {
  return Person.signIn(world.browser, world.address, 'changji');
}

export async function officers(person) {
  for (const [at, [name, number]] of [['马执法', 'XJ-0001'], ['王执法', 'XJ-0002']].entries()) {
    await person.fill(`执法人员${at + 1}姓名`, name);
    await person.fill(`执法人员${at + 1}证号`, number);
  }
}

export async function files(person, called, institution, conduct, opened, acted) {
  await person.page.getByRole('link', { name: '案件', exact: true }).click();
  await person.button(/^立\s*案$/);
  await person.page.getByRole('heading', { name: '立案' }).waitFor();
  await person.fill('案件名称', called);
  await person.pick('案件来源', '监督检查');
  await person.fill('来源说明', '现场检查发现报告与实际不符');
  await person.pick('当事机构', institution, institution);
  await person.pick('涉嫌的行为', conduct, conduct);
  await person.page.keyboard.press('Escape');
  await person.date('行为终了日期', acted);
  await person.fill('案情简介', '报告所写间距与现场实测不符');
  await person.date('立案日期', opened);
  await officers(person);
}

async function officersSetTheirPasswords(world) {
  for (const login of Object.values(caseOfficers)) {
    const person = await Person.knock(world.browser, world.address, login, firstPassword);
    await person.setsOwnPassword(firstPassword, own);
    await person.leave();
  }
}

async function clerkFiles(world) {
  const person = await signsIn(world);
  await files(person, title, '天山演示', '出具虚假报告', day(-1), day(-40));
  await person.button(/添加涉案人员/);
  await person.fill('涉案人员1', '赵负责');
  await person.button(/添加文书/);
  await person.fill('文书种类', 'A1');
  await person.fill('文号', '（昌）应急立〔2026〕1号');
  await person.page.locator('form input[type=file]').setInputFiles({ name: '立案审批表.txt', mimeType: 'text/plain', buffer: Buffer.from('立案审批表') });
  await person.saysUnclassified();
  await person.page.getByRole('button', { name: '换一个文件' }).waitFor();
  await person.picture('case-new');
  await person.page.locator('form button[type=submit]').click();
  await person.page.getByRole('heading', { name: title }).waitFor();
  world.case = new URL(person.page.url()).pathname;
  await person.says('作出处罚决定');
  await person.picture('case-opened');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

export async function takes(person, kind, on, text = '已办理', fills = async () => {}) {
  await person.button('登记步骤');
  await drawer(person).getByLabel('步骤', { exact: true }).waitFor();
  await person.pick('步骤', kind, kind);
  await person.date('日期', on);
  await fills();
  await person.fill('内容', text);
  await officers(person);
  await person.send();
  await person.says('步骤已登记');
  await drawer(person).waitFor({ state: 'detached' });
}

async function clerkTakesTheSteps(world) {
  const person = await signsIn(world);
  await person.goto(world.case);
  await takes(person, '调查取证', day(-1), '现场实测、询问');
  await takes(person, '调查终结、处理建议', day(-1));
  await takes(person, '行政处罚告知', day(-1));
  await person.picture('case-steps');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theInstitutionDefendsItself(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto('/desk/own-cases');
  const own = person.page.getByRole('region', { name: title });
  await own.getByText('还没有陈述、申辩。').waitFor();
  assert.equal(await own.getByRole('button', { name: '要求听证' }).count(), 0, 'not before the right was told');
  await own.getByRole('button', { name: '陈述、申辩' }).click();
  await person.fill('陈述、申辩的内容', '实测之后围堰已经按设计修复');
  await person.send();
  await own.getByRole('list', { name: '已提交' }).getByText('实测之后围堰已经按设计修复').waitFor();
  await person.picture('own-cases');
  assert.deepEqual(await unreadable(person.page), []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function fillsDecision(person, number) {
  await person.button('作出处罚决定');
  await person.fill('决定书文号', number);
  await person.fill('违法所得（元）（第1项）', '120000');
  await person.pick('处罚1种类', '罚款（单位）');
  await person.fill('处罚1金额', '300000');
  await person.button(/添加处罚/);
  await person.pick('处罚2种类', '吊销资质');
  await person.fill('事实、证据、理由（含情节的理由）', '报告所写间距与实测不符，结论定性严重偏离');
  await officers(person);
}

async function leaderCannotDecideBeforeTheHearingRight(world) {
  const person = await Person.signInAnew(world.browser, world.address, permitOffices.leader, leadersOwn);
  await person.goto(world.case);
  await fillsDecision(person, '（昌）应急罚〔2026〕1号');
  await person.picture('case-decision');
  await person.send();
  await person.says(/还没有听证告知/);
  await person.leave();
}

async function hearingIsOfferedAndHeld(world) {
  const person = await signsIn(world);
  await person.goto(world.case);
  await takes(person, '听证告知', day(-1));
  await person.says('要求听证');
  await takes(person, '当事人放弃听证', day(0), '当事人书面放弃');
  await takes(person, '法制审核', day(0), '事实清楚，适用法律正确');
  await takes(person, '集体讨论', day(0), '出席五人，一致同意');
  await person.fill('违法所得（元）', '120000');
  await person.button(/^计\s*算$/);
  await person.says('120000元 × 2 = 240000元');
  await person.says(/应当移送公安机关/);
  await person.picture('case-calculator');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function leaderDecides(world) {
  const person = await Person.signInAnew(world.browser, world.address, permitOffices.leader, leadersOwn);
  await person.goto(world.case);
  await fillsDecision(person, '（昌）应急罚〔2026〕1号');
  await person.fill('处罚1金额', '900000');
  await person.send();
  await person.says(/超过上限 600000元/);
  await person.fill('处罚1金额', '300000');
  await person.send();
  await person.says('处罚决定已作出');
  await person.page.getByRole('heading', { name: '处罚决定', exact: true }).waitFor();
  await person.picture('case-decided');
  await person.leave();
}

async function clerkDeliversPublishesAndCloses(world) {
  const person = await signsIn(world);
  await person.goto(world.case);
  await takes(person, '送达处罚决定书', day(0), '直接送达，签收');
  await takes(person, '公示处罚决定', day(0), '公示系统');
  await takes(person, '缴纳罚款', day(0), '已缴', () => person.fill('金额（元）', '300000'));
  await takes(person, '提请移送公安机关', day(0), '违法所得十二万元');
  await takes(person, '结案', day(0), '执行完毕');
  await person.says('已结案');
  await person.picture('case-closed');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// Handed to the province: a file that is checked without the platform.
async function itsFileIsHandedOver(world) {
  const person = await signsIn(world);
  await person.goto(world.case);
  const [file] = await Promise.all([person.page.waitForEvent('download'), person.page.getByRole('link', { name: '下载材料包' }).click()]);
  const path = await file.path();
  assert.match(anping(world.data, world.database, 'verify-archive', path), /^valid: \d+ entries and [1-9]/);
  const bytes = readFileSync(path);
  assert.ok(bytes.includes('（昌）应急罚〔2026〕1号'), 'an officer can read what is in it');
  const changed = `${path}.changed.zip`;
  bytes[bytes.indexOf('立案审批表')] ^= 1;
  writeFileSync(changed, bytes);
  assert.throws(() => anping(world.data, world.database, 'verify-archive', changed), 'a changed byte is found');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function listedForSeriousDishonesty(world) {
  const clerk = await signsIn(world);
  await clerk.goto(world.case);
  await clerk.button('拟列入失信名单');
  await clerk.pick('情形', '机构及其直接责任人员租借资质');
  await clerk.fill('事由、依据、管理措施', '因出具虚假报告受到行政处罚');
  await clerk.send();
  await clerk.says('列入前告知已登记');
  await clerk.page.getByRole('table', { name: '严重失信主体名单' }).getByRole('link').first().click();
  await clerk.page.getByRole('heading', { name: '经过' }).waitFor();
  world.listing = new URL(clerk.page.url()).pathname;
  await clerk.leave();
  const person = await Person.signInAnew(world.browser, world.address, permitOffices.leader, leadersOwn);
  await person.goto(world.listing);
  await person.button(/^决\s*定$/);
  await person.fill('内容、理由', '性质恶劣，当事人未申辩');
  await person.send();
  await person.says('已决定');
  await person.page.getByRole('table', { name: '期限' }).getByText('录入严重失信主体信息').waitFor();
  await person.picture('listing');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theBureauIsLate(world) {
  const person = await signsIn(world);
  await files(person, late, '龙江演示', '未在开展现场技术服务前', day(-100), day(-130));
  await person.page.locator('form button[type=submit]').click();
  await person.page.getByRole('heading', { name: late }).waitFor();
  await person.says(/部门自己逾期：作出处罚决定/);
  await person.picture('case-late');
  await person.leave();
}

async function seenByTheDisciplineOfficerAndTheLevelAbove(world) {
  const person = await Person.signIn(world.browser, world.address, caseOfficers.discipline_officer, own);
  await person.goto('/desk/circulation');
  const line = person.page.getByRole('row', { name: late }).filter({ hasText: '作出处罚决定' });
  await line.first().waitFor();
  await person.picture('case-oversight');
  await line.first().getByRole('link', { name: late }).click();
  await person.page.getByRole('heading', { name: late }).waitFor();
  assert.equal(await person.page.getByRole('button', { name: '登记步骤' }).count(), 0);
  await person.leave();
}

async function countedInPublic(world) {
  const page = await newPage(world.browser);
  await page.goto(`${world.address}/penalties`);
  await page.getByText('（昌）应急罚〔2026〕1号').waitFor();
  const row = page.getByRole('row', { name: '昌吉市应急管理局' }).last();
  assert.match((await row.innerText()).replaceAll(/\s+/g, ' '), /昌吉市应急管理局 2 1 1 1/);
  if (process.env.ANPING_E2E_OUT) await page.screenshot({ path: `${process.env.ANPING_E2E_OUT}/penalties.png`, fullPage: true });
  assert.deepEqual(await unreadable(page), []);
  await page.context().close();
}

// The enterprise that used a false report, and a firm that assessed without a qualification.
async function oneIsAgainstAnEnterpriseAndAFirmInNoRegister(world) {
  const person = await signsIn(world);
  await person.goto('/desk/cases/new');
  await person.fill('案件名称', severalParties);
  await person.pick('案件来源', '举报');
  await person.fill('来源说明', '举报使用虚假安全评价报告');
  await person.pick('当事人是', '企业');
  await person.pick('当事企业', '昌吉演示化工', '昌吉演示化工');
  await person.button(/添加当事单位/);
  await person.pick('当事人是2', '没有登记的单位');
  await person.fill('单位名称2', '无名安全咨询部');
  await person.fill('地址（可不填）2', '昌吉市演示路七号');
  await person.pick('涉嫌的行为', '出具虚假报告', '出具虚假报告');
  await person.page.keyboard.press('Escape');
  await person.date('行为终了日期', day(-40));
  await person.fill('案情简介', '没有资质的单位出具报告，企业知情并使用');
  await officers(person);
  await person.picture('case-new-parties');
  await person.page.locator('form button[type=submit]').click();
  await person.page.getByRole('heading', { name: severalParties }).waitFor();
  await person.says('昌吉市演示路七号');
  const path = new URL(person.page.url()).pathname;
  await takes(person, '行政处罚告知', day(0));
  await person.leave();
  const enterprise = await Person.signIn(world.browser, world.address, 'enterprise');
  await enterprise.page.getByRole('link', { name: '处罚案件', exact: true }).click();
  const own = enterprise.page.getByRole('region', { name: severalParties });
  await own.getByRole('button', { name: '陈述、申辩' }).click();
  await enterprise.fill('陈述、申辩的内容', '报告系中介提供，企业不知情');
  await enterprise.send();
  await own.getByRole('list', { name: '已提交' }).getByText('企业不知情').waitFor();
  assert.deepEqual(enterprise.complaints, []);
  await enterprise.leave();
  const again = await signsIn(world);
  await again.goto(path);
  await again.says('昌吉演示化工有限公司自己提交');
  await again.leave();
}

async function oneRunsInTheEnforcementSystem(world) {
  const leader = await Person.signInAnew(world.browser, world.address, permitOffices.leader, leadersOwn);
  await leader.page.getByRole('link', { name: '案件', exact: true }).click();
  await leader.button('办案方式');
  await drawer(leader).getByText(/^在执法系统办理/).click();
  await leader.fill('执法系统的名称', '应急管理执法系统');
  await leader.send();
  await leader.says('本部门的案件在应急管理执法系统办理');
  await leader.leave();
  const person = await signsIn(world);
  await files(person, external, '龙江演示', '出具失实报告', day(-5), day(-40));
  await person.page.locator('form button[type=submit]').click();
  await person.page.getByRole('heading', { name: external }).waitFor();
  await takes(person, '线索、证据推送执法系统', day(-4), '推送线索三条、报告一份', () => person.fill('执法系统的案号（可不填）', 'ZF-2026-88'));
  await person.says('ZF-2026-88');
  await person.button('登记处罚决定');
  await person.fill('决定书文号', '（昌）应急罚〔2026〕2号');
  await person.pick('处罚1种类', '罚款（单位）');
  await person.fill('处罚1金额', '50000');
  await person.fill('事实、证据、理由（含情节的理由）', '执法系统的决定');
  await officers(person);
  await person.send();
  await person.says('决定已登记');
  await person.says('（执法系统作出）');
  await person.picture('case-external');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// The enforcement system's own sheet, as Excel writes it in China.
async function itsResultsAreTakenIn(world) {
  const person = await signsIn(world);
  await person.page.getByRole('link', { name: '案件', exact: true }).click();
  await person.button('导入案件结果');
  const lines = (amount) => [
    '执法系统案号,事项,日期,文书种类,文号,金额（元）,结果',
    `ZF-2026-88,送达处罚决定书,${day(-1)},A40,（昌）应急送〔2026〕2号,,邮寄送达`,
    `ZF-2026-88,缴纳罚款,${day(0)},,,${amount},已缴`,
    'ZF-2026-99,结案,昨天,,,,',
  ].join('\r\n');
  const choose = (amount) => drawer(person).locator('input[type=file]').setInputFiles({ name: '执法系统结果.csv', mimeType: 'text/csv', buffer: Buffer.from(lines(amount)) });
  await choose('许多');
  await person.saysUnclassified();
  await person.says('可登记 1 行，已有 0 行，有错误 2 行');
  await person.says('应为金额，例如 300000 或 1234.56');
  await choose('"50,000"');
  await person.says('可登记 2 行，已有 0 行，有错误 1 行');
  await person.picture('case-results');
  await person.button('登记 2 行');
  await person.says('登记了 2 行');
  await choose('"50,000"');
  await person.says('可登记 0 行，已有 2 行，有错误 1 行');
  await person.page.locator('.ant-drawer:visible .ant-drawer-close').click();
  await drawer(person).waitFor({ state: 'detached' });
  await person.page.getByRole('link', { name: external }).click();
  await person.says('罚款合计 50,000 元，已缴 50,000 元');
  const [file] = await Promise.all([person.page.waitForEvent('download'), person.page.getByRole('link', { name: '执法系统结果.csv' }).first().click()]);
  assert.equal(readFileSync(await file.path(), 'utf8'), lines('"50,000"'));
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// Its qualification was granted by another province: whose it is to revoke is said before the act.
async function revocationIsReferredToTheHomeProvince(world) {
  const person = await signsIn(world);
  await person.page.getByRole('link', { name: '案件', exact: true }).click();
  await person.page.getByRole('link', { name: late }).click();
  await person.page.getByRole('heading', { name: late }).waitFor();
  await person.button('登记步骤');
  await drawer(person).getByLabel('步骤', { exact: true }).waitFor();
  await person.pick('步骤', '调查终结、处理建议', '调查终结、处理建议');
  await drawer(person).getByText(/吊销、撤销资质由原资质认可机关决定/).waitFor();
  await person.picture('case-home');
  await person.button('移送该机关');
  await person.fill('内容', '移送，建议吊销资质');
  await officers(person);
  await person.send();
  await person.says('步骤已登记');
  await drawer(person).waitFor({ state: 'detached' });
  await person.page.getByRole('table', { name: '办案步骤' }).getByText('移送（报告）有管辖权的部门').waitFor();
  assert.equal(await person.page.getByRole('button', { name: '移送原资质认可机关' }).count(), 0, 'once');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function anInterviewIsRecorded(world) {
  const person = await signsIn(world);
  await person.page.getByRole('link', { name: '约谈通报', exact: true }).click();
  await person.button('登记约谈、通报');
  await person.fill('名称', '警示约谈龙江安评');
  await person.pick('机构', '龙江演示', '龙江演示');
  await person.aside();
  await person.fill('依据', '自治区工作措施第三条');
  await person.fill('事由', '信用等级不合格');
  await person.fill('要求（可不填）', '一个月内整改');
  await officers(person);
  await person.send();
  await person.page.getByRole('table', { name: '约谈与通报' }).getByText('警示约谈龙江安评').waitFor();
  await person.button(/^办\s*结$/);
  await person.fill('结果', '已整改');
  await person.send();
  await person.says('已办结');
  await person.picture('talks');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theirPagesAreReadableAndFitAPhone(world) {
  const person = await signsIn(world);
  const found = [];
  for (const [path, heading, name] of [['/desk/cases', '案件', 'cases'], [world.case, '办案步骤', 'case'], ['/desk/cases/new', '立案', 'case-new'],
    ['/desk/listings', '严重失信主体名单', 'listings'], [world.listing, '经过', 'listing'], ['/desk/talks', '约谈与通报', 'talks']]) {
    await person.goto(path);
    await person.page.getByRole('heading', { name: heading, exact: true }).waitFor();
    found.push(...(await unreadable(person.page)).map((one) => `${path}: ${one}`));
    await person.picture(`page-${name}`);
    await person.page.setViewportSize({ width: 360, height: 740 });
    await person.picture(`phone-${name}`);
    found.push(...(await person.page.evaluate(tooWide)).map((one) => `${path}: ${one}`));
    await person.page.setViewportSize({ width: 1366, height: 768 });
  }
  assert.deepEqual(found, []);
  await person.leave();
}

export const caseScenes = [
  ['the discipline officer sets a password', officersSetTheirPasswords],
  ['a clerk files a case', clerkFiles],
  ['the steps are recorded one after another', clerkTakesTheSteps],
  ['the institution, given notice, states its defence in its own account', theInstitutionDefendsItself],
  ['the leader cannot decide before the hearing right was told', leaderCannotDecideBeforeTheHearingRight],
  ['hearing right, legal review and discussion, and what the law allows computed', hearingIsOfferedAndHeld],
  ['the leader decides within the range', leaderDecides],
  ['the decision is delivered, published and paid, and the case is closed', clerkDeliversPublishesAndCloses],
  ['the file of the case is handed over as an archive that proves itself', itsFileIsHandedOver],
  ['the institution is put on the list of serious dishonesty', listedForSeriousDishonesty],
  ['a case the bureau is late with says so', theBureauIsLate],
  ['the discipline officer sees it', seenByTheDisciplineOfficerAndTheLevelAbove],
  ['the public sees the decision and how many of its own days the bureau let pass', countedInPublic],
  ['a case against an enterprise and a firm in no register is told to the enterprise', oneIsAgainstAnEnterpriseAndAFirmInNoRegister],
  ['a case that runs in the enforcement system is recorded', oneRunsInTheEnforcementSystem],
  ['results of the enforcement system are taken in from its sheet, once', itsResultsAreTakenIn],
  ['a revocation that is the home province\'s is referred there', revocationIsReferredToTheHomeProvince],
  ['a warning interview is recorded and closed', anInterviewIsRecorded],
  ['the pages of cases have nothing somebody cannot read or use, and fit a phone', theirPagesAreReadableAndFitAPhone],
];
