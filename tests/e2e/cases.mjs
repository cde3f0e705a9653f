// SPDX-License-Identifier: Apache-2.0
// A penalty case from filing to closing with hearing right and discussion; one that runs in the enforcement system; what the bureau
// itself is late with, seen by the discipline officer and in public.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { findings as unreadable } from './axe.mjs';
import { day, newPage, Person } from './browser.mjs';
import { tooWide } from './phone.mjs';
import { anping, caseOfficers, firstPassword, permitOffices } from './program.mjs';

const paper = new URL('../../../shared/data/images/Landscape_1.jpg', import.meta.url).pathname;
const title = '天山安评出具虚假报告案';
const late = '龙江安评未告知案';
const severalParties = '昌吉演示化工使用虚假报告案';
const external = '龙江安评重大疏漏案';
const again = '天山安评再次出具虚假报告案';
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

const papers = (person) => person.page.getByRole('table', { name: '各步骤的文书' });

// The document before the decision is recorded: said first, done for a reason, and in sight from then on.
async function theDecisionsDocumentIsIssuedAheadForAReason(world) {
  const person = await signsIn(world);
  await person.goto(`/desk/documents/new?subject=case:${world.case.split('/').pop()}&kind=penalty_decision`);
  await person.says(/案件还没有记录“处罚决定”/);
  await person.button('保存草稿');
  await person.page.getByRole('heading', { name: '行政处罚决定书（单位）' }).first().waitFor();
  world.paper = new URL(person.page.url()).pathname;
  await person.says('案件还没有记录“处罚决定”：签发须写明理由');
  await person.button(/^签\s*发$/);
  await person.fill('理由', '已集体讨论决定，当日补登记');
  await person.picture('document-ahead');
  await person.send();
  await person.says(/越过提示签发：签发时案件还没有记录“处罚决定”/);
  await person.says('理由：已集体讨论决定，当日补登记');
  const found = await unreadable(person.page);
  await person.goto(world.case);
  await papers(person).getByText('越过提示签发').waitFor();
  await papers(person).getByText('缺少').first().waitFor();
  await person.picture('case-papers');
  await person.goto('/desk/documents?despite=1');
  await person.page.getByRole('table', { name: '执法文书' }).getByText('越过提示签发').waitFor();
  assert.deepEqual(found, []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// Its delivery is the case's step: nothing of it is typed again.
async function deliversTheDocument(person, world) {
  await person.goto(world.paper);
  await person.button('登记送达');
  await person.pick('送达方式', '直接送达');
  await person.fill('签收人', '赵负责');
  await person.send();
  await person.says('送达已登记');
  await person.goto(world.case);
  await papers(person).getByRole('button', { name: '登记为步骤' }).click();
  await drawer(person).getByText('赵负责').waitFor();
  await person.picture('case-taken-over');
  await person.send();
  await person.says('步骤已登记');
  await drawer(person).waitFor({ state: 'detached' });
  await papers(person).getByText('已登记为步骤').waitFor();
  await person.page.getByRole('table', { name: '办案步骤' }).getByText(/^依据 /).first().waitFor();
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
  await deliversTheDocument(person, world);
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

async function toBeListedForSeriousDishonesty(world) {
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
}

const ownListing = (person, world) => person.page.getByRole('region', { name: `严重失信主体名单 ${world.listing.split('/').pop()}` });

async function theInstitutionAnswersTheNotice(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.says('拟列入严重失信主体名单，可以陈述、申辩');
  await person.goto('/desk/own-cases');
  const own = ownListing(person, world);
  await own.getByText('因出具虚假报告受到行政处罚').waitFor();
  await person.page.getByRole('table', { name: '期限' }).getByText('对拟列入提出陈述、申辩的时间').waitFor();
  assert.equal(await own.getByRole('button', { name: '申请提前移出' }).count(), 0, 'nobody is on the list so far');
  await own.getByRole('button', { name: '陈述、申辩' }).click();
  await person.fill('陈述、申辩的内容', '围堰已经修复，情节不属严重');
  await person.send();
  await person.says('陈述、申辩已提交');
  await own.getByRole('row', { name: /围堰已经修复，情节不属严重/ }).getByText('机构提交').waitFor();
  await person.picture('own-listing-told');
  assert.deepEqual(await unreadable(person.page), []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function listedForSeriousDishonesty(world) {
  const person = await Person.signInAnew(world.browser, world.address, permitOffices.leader, leadersOwn);
  await person.says('当事人已陈述、申辩：复核后决定是否列入');
  await person.goto(world.listing);
  await person.says('围堰已经修复，情节不属严重');
  await person.button(/^决\s*定$/);
  await person.fill('内容、理由', '性质恶劣，申辩的理由不成立');
  await person.send();
  await person.says('已决定');
  await person.page.getByRole('table', { name: '期限' }).getByText('录入严重失信主体信息').waitFor();
  await person.picture('listing');
  assert.deepEqual(person.complaints, []);
  await person.leave();
  const clerk = await signsIn(world);
  await clerk.goto(world.listing);
  await clerk.button(/^登\s*记$/);
  await clerk.pick('事项', '公示');
  await clerk.fill('内容、理由', '在门户公示');
  await clerk.send();
  await clerk.says('已登记');
  await clerk.leave();
}

async function theInstitutionAsksToBeRemovedEarly(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto('/desk/own-cases');
  const own = ownListing(person, world);
  await own.getByText('性质恶劣，申辩的理由不成立').waitFor();
  await own.getByText(/管理期限至 \d{4}-\d\d-\d\d/).waitFor();
  await own.getByRole('row', { name: '列入满十二个月' }).getByText('还缺').waitFor();
  await own.getByRole('row', { name: '已履行行政处罚决定的义务' }).getByText('已满足').waitFor();
  await own.getByRole('button', { name: '申请提前移出' }).click();
  await drawer(person).getByLabel(/附佐证：已主动消除危害后果/).setInputFiles(paper);
  await person.saysUnclassified();
  await drawer(person).getByRole('button', { name: /^移除/ }).waitFor();
  await person.fill('申请的理由', '危害后果已经消除');
  await person.send();
  await person.says('提前移出的申请已提交');
  await own.getByRole('row', { name: '已主动消除危害后果' }).getByText('已交佐证，待核实').waitFor();
  await person.picture('own-listing-repair');
  assert.deepEqual(await unreadable(person.page), []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theBureauAnswersTheRequest(world) {
  const leader = await Person.signInAnew(world.browser, world.address, permitOffices.leader, leadersOwn);
  await leader.says('申请提前移出：核实并答复');
  await leader.goto(world.listing);
  await leader.page.getByRole('table', { name: '提前移出的条件' }).getByText('已交佐证，待核实').waitFor();
  await leader.page.getByRole('table', { name: '期限' }).getByText('核实提前移出申请').waitFor();
  await leader.button(/^决\s*定$/);
  await leader.pick('事项', '不予提前移出');
  await leader.fill('内容、理由', '列入未满十二个月');
  await leader.send();
  await leader.says('已决定');
  await leader.leave();
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto('/desk/own-cases');
  await ownListing(person, world).getByRole('row', { name: /不予提前移出/ }).getByText('列入未满十二个月').waitFor();
  await person.leave();
}

// Its effects outside the public portal, each with its clause.
async function thoseWhoDealWithItSeeTheListing(world) {
  const number = world.listing.split('/').pop();
  const officer = await signsIn(world);
  await officer.goto('/desk/institutions');
  await officer.page.getByRole('link', { name: /天山演示/ }).first().click();
  const card = officer.page.getByRole('alert').filter({ hasText: number });
  await card.getByText(/管理措施：.*加大检查频次/).waitFor();
  await card.getByText('条款未经核实，只作提示，不据以限制。').waitFor();
  await officer.picture('listing-at-the-institution');
  assert.deepEqual(await unreadable(officer.page), []);
  assert.deepEqual(officer.complaints, []);
  await officer.leave();
  const permit = await Person.signIn(world.browser, world.address, permitOffices.permit_officer, leadersOwn);
  await permit.goto(world.application);
  await permit.page.getByRole('alert').filter({ hasText: number }).getByText(/暂停项目审批/).waitFor();
  await permit.picture('listing-at-the-permit-desk');
  assert.deepEqual(permit.complaints, []);
  await permit.leave();
  const enterprise = await Person.signIn(world.browser, world.address, 'enterprise');
  await enterprise.goto('/desk/choose');
  await enterprise.page.getByRole('row', { name: /天山演示/ }).first().getByText('严重失信主体', { exact: true }).waitFor();
  await enterprise.picture('listing-where-one-chooses');
  assert.deepEqual(await unreadable(enterprise.page), []);
  assert.deepEqual(enterprise.complaints, []);
  await enterprise.leave();
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
  await enterprise.page.getByRole('link', { name: '处罚约谈', exact: true }).click();
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

// Which counts towards the police: the officer says of each earlier decision whether its facts are others.
async function anEarlierDecisionIsForOtherFacts(world) {
  const person = await signsIn(world);
  await files(person, again, '天山演示', '出具虚假报告', day(0), day(0));
  await person.page.locator('form button[type=submit]').click();
  await person.page.getByRole('heading', { name: again }).waitFor();
  world.again = new URL(person.page.url()).pathname;
  const earlier = person.page.getByRole('table', { name: '此前的处罚决定' });
  await earlier.getByText('（昌）应急罚〔2026〕1号').waitFor();
  await earlier.getByText('还没有回答，不计').waitFor();
  await person.says('现计 0 次');
  await person.button('是不是不同事实');
  await drawer(person).getByText('报告所写间距与实测不符，结论定性严重偏离').waitFor();
  await drawer(person).getByText('是，不同事实', { exact: true }).click();
  await person.fill('理由', '两份报告，两处装置');
  await person.picture('case-earlier');
  await person.send();
  await person.says('已记录');
  await earlier.getByText('不同事实，计入').waitFor();
  await person.says('现计 1 次');
  assert.deepEqual(await unreadable(person.page), []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// So many hours from now, as a field of Beijing's time has it.
const moment = (hours) => new Date(Date.now() + (8 + hours) * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

async function theHandOverToThePoliceHasItsHours(world) {
  const person = await signsIn(world);
  await person.goto(world.again);
  const at = (instant) => async () => {
    await person.fill('时刻', instant);
    await person.field('时刻').press('Enter');
  };
  await takes(person, '提请移送公安机关', day(-2), '二十四个月内两次受处罚，又出具虚假报告');
  const approved = moment(-25);
  await takes(person, '批准移送', approved.slice(0, 10), '正职负责人批准', at(approved));
  await person.says(/部门自己逾期：批准后移送公安机关/);
  await person.page.getByRole('table', { name: '期限' }).getByText(/逾期 \d 小时/).waitFor();
  await person.picture('case-hours');
  await takes(person, '移送公安机关', day(0), '已移送', at(moment(0)));
  await person.page.getByRole('table', { name: '办案步骤' }).getByText(/移送的期限/).first().waitFor();
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

const interview = '警示约谈天山安评';
const clock = (ahead) => `${day(ahead)} 10:00`;

async function atTime(person, label, text) {
  const field = person.field(label);
  await field.fill(text);
  await field.press('Enter');
}

async function aBureauInvitesToAnInterview(world) {
  const person = await signsIn(world);
  await person.goto('/desk/talks');
  await person.button('邀请约谈');
  await person.pick('机构', '天山演示', '天山演示');
  await person.fill('名称', interview);
  await person.fill('依据的条款', '自治区工作措施第三条');
  await person.fill('事由', '出具虚假报告');
  await atTime(person, '时间', clock(3));
  await person.fill('地点', '局三楼会议室');
  await person.fill('约谈人（职务）', '分管领导、危化科科长');
  await person.fill('请机构何人到场（职务）', '主要负责人、技术负责人');
  await person.send();
  await person.says('约谈邀请已发出');
  await person.page.getByRole('table', { name: '约谈邀请' }).getByRole('row', { name: interview }).getByText('待机构确认').waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

const invitation = (person) => person.page.getByRole('region', { name: `约谈邀请 ${interview}` });

async function theInstitutionAsksForAnotherTime(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.says('约谈邀请：确认到场，或者请求改期');
  await person.goto('/desk/own-cases');
  await invitation(person).getByText('局三楼会议室').waitFor();
  await invitation(person).getByText(/请到场：主要负责人、技术负责人/).waitFor();
  await invitation(person).getByRole('button', { name: '请求改期' }).click();
  await person.fill('理由', '主要负责人当日在外地检查');
  await person.send();
  await person.says('改期的请求已提交');
  await invitation(person).getByText(/机构请求改期：主要负责人当日在外地检查/).waitFor();
  await person.picture('own-invitation');
  assert.deepEqual(await unreadable(person.page), []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theBureauSetsAnotherTime(world) {
  const person = await signsIn(world);
  await person.says('机构请求约谈改期：答复');
  await person.goto('/desk/talks');
  await person.page.getByRole('table', { name: '约谈邀请' }).getByRole('button', { name: '答复改期' }).click();
  await atTime(person, '时间', clock(5));
  await person.fill('理由', '同意改期');
  await person.send();
  await person.says('约谈时间已答复');
  await person.leave();
}

async function theInterviewIsHeldAndRemarkedUpon(world) {
  const own = await Person.signIn(world.browser, world.address, 'tianshan');
  await own.goto('/desk/own-cases');
  await invitation(own).getByText(clock(5)).first().waitFor();
  await invitation(own).getByRole('button', { name: '确认到场' }).click();
  await own.says('已确认到场');
  await own.leave();
  const person = await signsIn(world);
  await person.goto('/desk/talks');
  await person.page.getByRole('table', { name: '约谈邀请' }).getByRole('button', { name: '登记结果' }).click();
  await person.fill('约谈记录', '主要负责人到场，承诺一个月内整改');
  await officers(person);
  await person.send();
  await person.says('约谈结果已登记');
  await person.leave();
  const reader = await Person.signIn(world.browser, world.address, 'tianshan');
  await reader.goto('/desk/own-cases');
  const record = reader.page.getByRole('region', { name: `约谈记录 ${interview}` });
  await record.getByText('主要负责人到场，承诺一个月内整改').waitFor();
  await record.getByRole('button', { name: '补充意见' }).click();
  await reader.fill('意见', '整改需要两个月');
  await reader.send();
  await record.getByText('整改需要两个月').waitFor();
  await reader.picture('own-talk');
  assert.deepEqual(await unreadable(reader.page), []);
  await reader.leave();
  const after = await signsIn(world);
  await after.goto('/desk/talks');
  await after.page.getByRole('table', { name: '约谈与通报' }).getByText(/的意见：整改需要两个月/).waitFor();
  await after.leave();
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
  ["the decision's document is issued before it is recorded, for a reason that stays in sight", theDecisionsDocumentIsIssuedAheadForAReason],
  ['the leader decides within the range', leaderDecides],
  ["the document is delivered, which becomes the case's step; it is published and paid, and the case is closed", clerkDeliversPublishesAndCloses],
  ['the file of the case is handed over as an archive that proves itself', itsFileIsHandedOver],
  ['a clerk tells the institution that it is to be listed for serious dishonesty', toBeListedForSeriousDishonesty],
  ['the institution sees the notice with its period and states its defence', theInstitutionAnswersTheNotice],
  ['the leader has the defence among the to-dos and puts the institution on the list', listedForSeriousDishonesty],
  ['the institution sees what is met and missing and asks to be removed early', theInstitutionAsksToBeRemovedEarly],
  ['the leader answers the request, and the institution reads the reasons', theBureauAnswersTheRequest],
  ['officers, the permit desk and an enterprise that chooses see the listing with its clause', thoseWhoDealWithItSeeTheListing],
  ['a case the bureau is late with says so', theBureauIsLate],
  ['the discipline officer sees it', seenByTheDisciplineOfficerAndTheLevelAbove],
  ['the public sees the decision and how many of its own days the bureau let pass', countedInPublic],
  ['a case against an enterprise and a firm in no register is told to the enterprise', oneIsAgainstAnEnterpriseAndAFirmInNoRegister],
  ['a case that runs in the enforcement system is recorded', oneRunsInTheEnforcementSystem],
  ['results of the enforcement system are taken in from its sheet, once', itsResultsAreTakenIn],
  ['a revocation that is the home province\'s is referred there', revocationIsReferredToTheHomeProvince],
  ['an earlier penalty counts once an officer says that its facts are others', anEarlierDecisionIsForOtherFacts],
  ['what was approved for the police has its hours, and the bureau is late by the hour', theHandOverToThePoliceHasItsHours],
  ['a warning interview is recorded and closed', anInterviewIsRecorded],
  ['a bureau invites an institution to an interview', aBureauInvitesToAnInterview],
  ['the institution sees when, where and why, and asks for another time', theInstitutionAsksForAnotherTime],
  ['the bureau answers with another time', theBureauSetsAnotherTime],
  ['the institution confirms, the interview is held, and the institution remarks about its record', theInterviewIsHeldAndRemarkedUpon],
  ['the pages of cases have nothing somebody cannot read or use, and fit a phone', theirPagesAreReadableAndFitAPhone],
];
