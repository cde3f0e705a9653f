// SPDX-License-Identifier: Apache-2.0
// Official documents: written, numbered, delivered, checked by somebody without an account, void; a bureau's own template.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findings as unreadable } from './axe.mjs';
import { newPage, Person } from './browser.mjs';
import { tooWide } from './phone.mjs';

const order = '责令限期整改指令书';
const problem = '液位报警停用（文书演示）';
const drawer = (person) => person.page.locator('.ant-drawer:visible');

const read =
  'import sys,zipfile,re\nx=zipfile.ZipFile(sys.argv[1]).read("word/document.xml").decode()\nprint("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>",x)))';
async function taken(person, name) {
  const [file] = await Promise.all([person.page.waitForEvent('download'), person.page.getByRole('link', { name }).first().click()]);
  const path = await file.path();
  const text = execFileSync('python3', ['-c', read, path], { encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
  return { path, text };
}

async function writes(person, kind) {
  await person.goto(`/desk/documents/new?subject=inspection:JC-00000001&kind=${kind}`);
  await person.pick('单位', '天山', '天山');
}

async function clerkDrafts(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.page.getByRole('link', { name: '执法文书', exact: true }).click();
  await person.says('没有符合条件的文书');
  await writes(person, 'rectification_order');
  await person.says('本事项还没有签发过《现场检查记录》');
  await person.fill('被检查单位', '天山安评（演示）');
  await person.fill('问题第 1 项', problem);
  await person.picture('document-new');
  const found = await unreadable(person.page);
  await person.button('保存草稿');
  await person.page.getByRole('heading', { name: order }).waitFor();
  world.document = new URL(person.page.url()).pathname;
  await person.says('没有填写：整改日期');
  const preview = await taken(person, '预览 DOCX');
  assert.match(preview.text, /草稿（未编号，不具效力）/);
  await person.date('整改日期', new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
  await person.button('保存草稿');
  await person.says('草稿已保存');
  await person.page.getByText('没有填写：整改日期').waitFor({ state: 'detached' });
  await person.picture('document-draft');
  assert.deepEqual(found, []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function clerkIssues(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto(world.document);
  await person.button(/^签\s*发$/);
  await person.page.locator('.ant-popover:visible .ant-btn-primary').last().click();
  await person.says(/（昌吉）应急责改〔\d{4}〕1号/);
  await person.page.getByRole('article', { name: '文书内容' }).getByText(problem).waitFor();
  const { path, text } = await taken(person, '下载 DOCX');
  assert.match(text, /（昌吉）应急责改〔\d{4}〕1号/);
  assert.ok(text.includes(problem));
  world.issued = path;
  world.check = await person.page.getByRole('link', { name: /\/check\/d\// }).getAttribute('href');
  await person.picture('document-issued');
  await person.leave();
}

async function theInstitutionSeesNothingYet(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto(world.document);
  await person.says('没有这份文书，或您不能查看');
  await person.leave();
}

async function clerkDelivers(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto(world.document);
  await person.button('登记送达');
  await person.fill('签收人', '王组长（演示）');
  await drawer(person).locator('input[type=file]').setInputFiles({ name: '回执.txt', mimeType: 'text/plain', buffer: Buffer.from('签收') });
  await person.saysUnclassified();
  await drawer(person).locator('.ant-progress-status-success').waitFor();
  await person.picture('document-delivery');
  await person.send();
  await person.says('送达已登记');
  await person.page.getByText('直接送达').first().waitFor();
  const receipt = await taken(person, '送达回执');
  assert.ok(receipt.text.includes(`${order}（昌吉）应急责改`), receipt.text);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theInstitutionReadsAndConsents(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.page.getByRole('link', { name: '执法文书', exact: true }).click();
  await person.page.getByRole('link', { name: order }).click();
  await person.page.getByRole('article', { name: '文书内容' }).getByText(problem).waitFor();
  await person.button('同意电子送达');
  await person.page.locator('.ant-popover:visible .ant-btn-primary').last().click();
  await person.says('已同意电子送达');
  await person.picture('document-of-party');
  await person.leave();
}

async function anotherIsDeliveredElectronically(world) {
  const clerk = await Person.signIn(world.browser, world.address, 'changji');
  await writes(clerk, 'recheck');
  await clerk.fill('意见', '已经整改（演示）');
  await clerk.button('保存草稿');
  await clerk.page.getByRole('heading', { name: '整改复查意见书' }).waitFor();
  await clerk.button(/^签\s*发$/);
  await clerk.page.locator('.ant-popover:visible .ant-btn-primary').last().click();
  await clerk.says(/应急复查〔\d{4}〕1号/);
  await clerk.button('登记送达');
  await clerk.says('由平台即时发出');
  await clerk.send();
  await clerk.says('受送达人还没有确认收到');
  const path = new URL(clerk.page.url()).pathname;
  await clerk.leave();
  const party = await Person.signIn(world.browser, world.address, 'tianshan');
  await party.goto(path);
  await party.button('确认收到');
  await party.says('已确认收到');
  await party.leave();
}

// Without an account: the code's page, the file that was issued, and one of which a byte was changed.
async function anybodyChecks(world) {
  const page = await newPage(world.browser);
  await page.goto(world.address + world.check);
  await page.getByText('这份文书由下列部门签发').waitFor();
  await page.getByText(/应急责改〔\d{4}〕1号/).waitFor();
  assert.equal(await page.getByText(problem).count(), 0);
  const bytes = readFileSync(world.issued);
  await page.locator('#file').setInputFiles({ name: '文书.docx', mimeType: 'application/octet-stream', buffer: bytes });
  await page.getByText('文件与签发的一致').waitFor();
  if (process.env.ANPING_E2E_OUT) await page.screenshot({ path: `${process.env.ANPING_E2E_OUT}/document-check.png`, fullPage: true });
  bytes[bytes.length - 30] ^= 1;
  await page.locator('#file').setInputFiles({ name: '文书.docx', mimeType: 'application/octet-stream', buffer: bytes });
  await page.getByText('文件与签发的不一致').waitFor();
  await page.goto(`${world.address}/check/d/000000000000000000000000`);
  await page.getByText('没有这个查验码对应的文书').waitFor();
  await page.context().close();
}

async function sectionHeadVoids(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji-head');
  await person.goto(world.document);
  await person.button(/^作\s*废$/);
  await person.fill('理由', '对象有误（演示）');
  await person.send();
  await person.says('已作废：对象有误（演示）');
  await person.leave();
  const page = await newPage(world.browser);
  await page.goto(world.address + world.check);
  await page.getByText('这份文书已被作出部门作废').waitFor();
  await page.context().close();
}

async function theBureauUsesItsOwnTemplate(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto('/desk/documents/templates');
  const row = person.page.getByRole('row', { name: new RegExp(order) });
  const [file] = await Promise.all([person.page.waitForEvent('download'), row.getByRole('link', { name: '下载表样' }).click()]);
  // As somebody edits it: one word is another.
  const edit =
    'import sys,zipfile\na=zipfile.ZipFile(sys.argv[1]);b=zipfile.ZipFile(sys.argv[2],"w",zipfile.ZIP_DEFLATED)\n[b.writestr(n,a.read(n).replace("经查，你单位".encode(),"本局查明，你单位".encode())) for n in a.namelist()]\nb.close()';
  const edited = `${await file.path()}.docx`;
  execFileSync('python3', ['-c', edit, await file.path(), edited]);
  await row.getByRole('button', { name: '上传表样' }).click();
  await drawer(person).locator('input[type=file]').setInputFiles({ name: '本局表样.docx', mimeType: 'application/octet-stream', buffer: readFileSync(edited) });
  await person.saysUnclassified();
  await drawer(person).locator('.ant-progress-status-success').waitFor();
  await person.send();
  await person.says('表样已启用');
  await row.getByText('本部门', { exact: true }).waitFor();
  await person.picture('document-templates');
  await writes(person, 'rectification_order');
  await person.button('保存草稿');
  await person.page.getByRole('heading', { name: order }).waitFor();
  assert.match((await taken(person, '预览 DOCX')).text, /本局查明，你单位存在下列问题/);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theirPagesAreReadableAndFitAPhone(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  const found = [];
  for (const [path, heading, name] of [
    ['/desk/documents', '执法文书', 'list'],
    [world.document, order, 'one'],
    ['/desk/documents/templates', '文书表样与文号', 'templates'],
    ['/desk/documents/new?subject=case:AJ-1&kind=hearing_notice', '制作文书', 'new'],
  ]) {
    await person.goto(path);
    await person.page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
    await person.page.waitForLoadState('networkidle');
    found.push(...(await unreadable(person.page)).map((one) => `${path}: ${one}`));
    await person.picture(`documents-${name}`);
    await person.page.setViewportSize({ width: 360, height: 740 });
    await person.picture(`phone-documents-${name}`);
    found.push(...(await person.page.evaluate(tooWide)).map((one) => `${path}: ${one}`));
    await person.page.setViewportSize({ width: 1366, height: 768 });
  }
  assert.deepEqual(found, []);
  await person.leave();
}

export const officialScenes = [
  ['a clerk drafts an order, sees what is missing, and looks at it before it has a number', clerkDrafts],
  ['issued it has the first number of its word, and a file that says so', clerkIssues],
  ['the institution sees nothing of it before it is delivered', theInstitutionSeesNothingYet],
  ['the clerk records the delivery with its receipt', clerkDelivers],
  ['the institution reads it, and consents to electronic delivery', theInstitutionReadsAndConsents],
  ['the next document is delivered electronically and confirmed', anotherIsDeliveredElectronically],
  ['anybody who holds the document checks it, and sees when one bit of it is another', anybodyChecks],
  ['the section head makes it void, and the check says so', sectionHeadVoids],
  ["the bureau's own template is used from then on", theBureauUsesItsOwnTemplate],
  ['the pages of documents have nothing somebody cannot read or use, and fit a phone', theirPagesAreReadableAndFitAPhone],
];
