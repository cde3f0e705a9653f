// SPDX-License-Identifier: Apache-2.0
// The main job: a statutory project from contract to archive, as the institution and its county.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { accountScenes } from './accounts.mjs';
import { alarmScenes } from './alarms.mjs';
import { axeScenes } from './axe.mjs';
import { Person, newPage } from './browser.mjs';
import { callUpScenes } from './call-ups.mjs';
import { caseScenes } from './cases.mjs';
import { circulationScenes } from './circulation.mjs';
import { clonedScenes } from './cloned.mjs';
import { clueScenes } from './clues.mjs';
import { criticismScenes } from './criticisms.mjs';
import { determinationScenes } from './determination.mjs';
import { disclosureScenes } from './disclosure.mjs';
import { drawScenes } from './draws.mjs';
import { expertScenes } from './experts.mjs';
import { findingScenes } from './findings.mjs';
import { inspectionScenes, officerScenes } from './inspections.mjs';
import { lawScenes } from './law.mjs';
import { officialScenes } from './official.mjs';
import { oversightScenes } from './oversight.mjs';
import { heldScenes, permitScenes } from './permit.mjs';
import { phoneScenes } from './phone.mjs';
import { anping } from './program.mjs';
import { opensProject, publishes, reviews } from './projects.mjs';
import { registryScenes } from './registry.mjs';
import { reviewScenes } from './reviews.mjs';
import { sheetScenes } from './sheets.mjs';
import { signatoryScenes } from './signatory.mjs';
import { siteScenes } from './site.mjs';
import { statisticsScenes } from './statistics.mjs';
import { supervisionScenes } from './supervision.mjs';
import { templateScenes } from './templates.mjs';
import { typicalScenes } from './typical.mjs';
import { watchingScenes } from './watching.mjs';

const shared = new URL('../../../shared/data/', import.meta.url).pathname;
const report = `${shared}files/chinese-docs/安全生产许可证条例(2014-07-29).pdf`;
const photos = [`${shared}images/Landscape_1.jpg`, `${shared}images/Portrait_3.jpg`];
const title = '聚丙烯装置安全现状评价';

async function opensTheProject(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await person.picture('institution-home');
  world.project = await opensProject(person, { title, site: '聚丙烯装置区', number: 'TS-2026-088' });
  await person.says(/^上传材料：/);
  await person.leave();
}

async function givesNotice(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await person.goto(world.project);
  await person.button('从业告知');
  await person.fill('联系电话', '0991-0000000');
  await person.button('提交告知');
  await person.says('已告知，回执已开具');
  await person.page.getByRole('tab', { name: /从业告知/ }).click();
  await person.says(/HZ-\d+-650000/);
  await person.says(/HZ-\d+-652301/);
  await person.picture('notice');
  await person.leave();
}

async function countyReadsIt(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.says('新的从业告知');
  await person.picture('county-home');
  await person.goto('/desk/notices');
  const row = person.page.getByRole('table', { name: '从业告知' }).getByRole('row', { name: title });
  await row.getByRole('button', { name: '标记已看' }).click();
  await person.says('已标记为查看');
  await person.picture('county-notices');
  await person.goto('/desk/on-site');
  await person.page.getByRole('heading', { name: '今日在场' }).waitFor();
  await person.goto('/desk/deadlines');
  await person.page.getByRole('button', { name: /^依据/ }).first().click();
  await person.says('施行期间');
  await person.picture('county-why');
  await person.leave();
}

async function anotherCountySeesNothing(world) {
  const person = await Person.signIn(world.browser, world.address, 'fukang');
  await person.goto(world.project);
  await person.says('没有这个项目，或您不能查看');
  await person.leave();
}

async function surveysTheSite(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await person.goto(world.project);
  await person.button('现场勘验');
  await person.fill('企业到场人员（职务）', '安全总监、装置主任');
  await person.fill('签到纬度', '44.011600');
  await person.fill('签到经度', '87.304200');
  await person.fill('勘验情况', '装置区与资料一致；罐区围堰有一处破损。');
  await person.attach(...photos);
  await person.button('提交记录');
  await person.says('请给每个文件选择种类');
  await person.kind('Landscape_1.jpg', '大门、标志性建筑');
  await person.kind('Portrait_3.jpg', '双方人员');
  await person.button('提交记录');
  await person.says('现场勘验已记录');
  await person.page.getByRole('tab', { name: /现场（/ }).click();
  await person.says('组长到场');
  await person.page.getByRole('tab', { name: /材料/ }).click();
  await person.page.getByRole('button', { name: /预\s*览/ }).first().click();
  await person.page.locator('.preview img').waitFor();
  await person.picture('evidence-preview');
  await person.leave();
}

async function filesTheReport(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await person.goto(world.project);
  await person.button('提交报告');
  await person.fill('评价结论', '在落实整改措施后，符合安全生产条件。');
  await person.attach(report);
  await person.page.locator('.ant-drawer:visible .ant-drawer-extra button').click();
  await person.says('报告已提交');
  await person.leave();
}

async function publishesAndArchives(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto(world.project);
  world.number = await publishes(person);
  await person.picture('project');
  const [file] = await Promise.all([
    person.page.waitForEvent('download'),
    person.page.getByRole('button', { name: '下载档案' }).click(),
  ]);
  world.archive = await file.path();
  assert.deepEqual(person.complaints, []);
  await archiveHolds(world);
  await person.leave();
}

async function archiveHolds(world) {
  const said = anping(world.data, world.database, 'verify-archive', world.archive);
  assert.match(said, /^valid: \d+ entries and [1-9]/);
}

async function thePublicChecksIt(world) {
  const person = new Person(await newPage(world.browser), world.address);
  await person.goto('/');
  await person.picture('portal');
  await person.page.locator('#file').setInputFiles(report);
  await person.says('这是现行公开的报告');
  const digest = createHash('sha256').update(readFileSync(report)).digest('hex');
  await person.says(digest);
  await person.says(world.number);
  await person.picture('report-check');
  await person.page.locator('a[href^="/ledger?entry="]').click();
  await person.says('签名的树头');
  await person.picture('receipt-check');
  await person.goto(`/reports?q=${'0'.repeat(64)}`);
  await person.says('账本里没有这个编号或摘要对应的公开报告');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theLedgerVerifies(world) {
  const said = JSON.parse(anping(world.data, world.database, 'verify', '--state', '--json'));
  assert.deepEqual(said.findings, []);
}

export const scenes = [
  ['the project leader opens a project and is told its flags and deadlines before signing', opensTheProject],
  ['prior notice reaches province and county at once, with receipts', givesNotice],
  ['the county finds the notice, opens it, and sees the clause behind a deadline', countyReadsIt],
  ['a county the project does not concern cannot see it', anotherCountySeesNothing],
  ['the survey is recorded with photos, and a photo is previewed', surveysTheSite],
  ['the report is filed', filesTheReport],
  ['the internal reviewer confirms it', (world) => reviews(world, world.project, 'tianshan-review', '内部审核')],
  ['the technical lead confirms it', (world) => reviews(world, world.project, 'tianshan-tech', '技术负责人审核')],
  ['the process-control lead confirms it', (world) => reviews(world, world.project, 'tianshan-process', '过程控制负责人审核')],
  ['the institution publishes it, archives the project, and the archive verifies', publishesAndArchives],
  ['anybody can drop the file on the portal and check its entry', thePublicChecksIt],
  ...disclosureScenes,
  ...registryScenes,
  ...expertScenes,
  ...siteScenes,
  ...permitScenes,
  ...circulationScenes,
  ...findingScenes,
  ...clueScenes,
  ...alarmScenes,
  ...watchingScenes,
  ...officerScenes,
  ...drawScenes,
  ...inspectionScenes,
  ...determinationScenes,
  ...officialScenes,
  ...caseScenes,
  ...typicalScenes,
  ...callUpScenes,
  ...oversightScenes,
  ...criticismScenes,
  ...clonedScenes,
  ...reviewScenes,
  ...signatoryScenes,
  ...sheetScenes,
  ...statisticsScenes,
  ...templateScenes,
  ...supervisionScenes,
  ...accountScenes,
  ...lawScenes,
  ...phoneScenes,
  ...axeScenes,
  ...heldScenes,
  ['the ledger and every projection verify', theLedgerVerifies],
];
