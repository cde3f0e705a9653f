// SPDX-License-Identifier: Apache-2.0
// Papers in their owner's own DOCX: given, refused with the reason, filled, taken back.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { Person } from './browser.mjs';
import { docx } from './docx.mjs';

const title = '年产二十万吨甲醇装置安全现状评价';

// The text of a document taken from the page.
async function taken(person, link) {
  const [file] = await Promise.all([person.page.waitForEvent('download'), link.click()]);
  const read = 'import sys,zipfile,re\nx=zipfile.ZipFile(sys.argv[1]).read("word/document.xml").decode()\nprint("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>",x)))';
  return execFileSync('python3', ['-c', read, await file.path()], { encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
}

async function chooses(person, file) {
  await person.page.locator('.ant-drawer:visible input[type=file]').setInputFiles(file);
  await person.saysUnclassified();
  await person.page.locator('.ant-drawer:visible .ant-progress-status-success').waitFor();
}

const row = (person, name) => person.page.getByRole('row', { name: new RegExp(name) });

async function theInstitutionGivesItsOwn(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto('/desk/institution?tab=process');
  const risk = row(person, '项目风险分析记录');
  await risk.getByRole('button', { name: '可用字段' }).click();
  await person.says('{{风险分析结论}}');
  await person.picture('template-fields');
  await person.page.locator('.ant-drawer:visible .ant-drawer-close').click();
  await risk.getByRole('button', { name: '上传表样' }).click();
  await chooses(person, docx('风险分析.docx', ['{{项目名}}', '{{项目名称}}']));
  await person.send();
  await person.says(/“项目风险分析记录”没有的字段：\{\{项目名\}\}/);
  await person.picture('template-refused');
  const link = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://192.0.2.1/x.dotm" TargetMode="External"/></Relationships>';
  await chooses(person, docx('风险分析.docx', ['{{项目名称}}'], { 'word/_rels/settings.xml.rels': link }));
  await person.send();
  await person.says(/要从外部载入内容（http:\/\/192\.0\.2\.1\/x\.dotm）/);
  await chooses(person, docx('天山风险分析 A 版.docx', ['天山记录 TS-07', '{{项目名称}}（{{委托单位}}）', '结论：{{风险分析结论}}', '专家：{{外聘专家说明}}']));
  await person.send();
  await person.says('表样已启用');
  await risk.getByText('天山风险分析 A 版.docx').first().waitFor();
  await person.picture('templates');
  const sample = await taken(person, risk.getByRole('link', { name: '看示例' }));
  assert.match(sample, /天山记录 TS-07昌吉化工安全现状评价/);
  assert.equal(await person.takes('下载表样', risk), 'PK');
  await person.leave();
}

async function theProjectsRecordsAreFilled(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await person.goto('/desk/projects');
  await person.page.getByRole('link', { name: title }).click();
  await person.page.getByRole('heading', { name: title }).waitFor();
  const record = async (name) => {
    const link = person.page.getByRole('menuitem', { name }).getByRole('link');
    await person.until(link, () => person.button(/过程控制记录/));
    return taken(person, link);
  };
  const own = await record('项目风险分析');
  assert.match(own, new RegExp(`天山记录 TS-07${title}（昌吉演示化工有限公司）`));
  assert.match(own, /专家：＿＿＿＿/);
  const platform = await record('项目组任命与工作计划');
  assert.match(platform, /项目组任命与工作计划.*天山演示安全评价有限公司/);
  await person.button(/过程控制记录/);
  await person.picture('records-menu');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theBureausReceiptIsItsOwn(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto('/desk/me');
  const receipt = row(person, '从业告知收讫回执');
  await receipt.getByRole('button', { name: '上传表样' }).click();
  await chooses(person, docx('昌吉回执.docx', ['昌吉市回执', '{{回执编号}}　{{机构名称}}', '{{收到部门}}']));
  await person.send();
  await person.says('表样已启用');
  await receipt.getByText('昌吉回执.docx').first().waitFor();
  await person.picture('bureau-templates');
  await person.goto('/desk/notices?show=all');
  await person.page.getByLabel('全选').check();
  const print = person.page.getByRole('link', { name: /打印回执（\d+ 件）/ });
  const chosen = Number(/\d+/.exec(await print.textContent())[0]);
  const batch = await taken(person, print);
  assert.equal((batch.match(/昌吉市回执HZ-\d+-652301/g) ?? []).length, chosen);
  await person.leave();
  const leader = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await leader.goto('/desk/projects');
  await leader.page.getByRole('link', { name: title }).click();
  await leader.tab(/从业告知/);
  const one = await taken(leader, leader.page.getByRole('link', { name: /回执 HZ-\d+-652301/ }).first());
  assert.match(one, /昌吉市回执HZ-\d+-652301　天山演示安全评价有限公司.*昌吉市应急管理局/);
  const other = await taken(leader, leader.page.getByRole('link', { name: /回执 HZ-\d+-650000/ }).first());
  assert.match(other, /从业告知收讫回执/);
  assert.deepEqual(leader.complaints, []);
  await leader.leave();
}

async function itIsTakenBack(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto('/desk/institution?tab=process');
  const risk = row(person, '项目风险分析记录');
  await risk.getByRole('button', { name: /停\s*用/ }).click();
  await person.fill('理由', '改用平台表式');
  await person.send();
  await person.says('已改回平台表式');
  await risk.getByText('历史（2）').click();
  await risk.getByText('停用，改回平台表式').waitFor();
  assert.match(await taken(person, risk.getByRole('link', { name: '看示例' })), /项目风险分析记录（示例）/);
  await person.page.setViewportSize({ width: 360, height: 740 });
  await person.picture('templates-phone');
  await person.leave();
}

export const templateScenes = [
  ['an institution gives its own DOCX for a record; what is wrong with a file is said', theInstitutionGivesItsOwn],
  ["a project's process-control records come filled, in the institution's own form or the platform's", theProjectsRecordsAreFilled],
  ["a bureau's receipt is printed in its own form, one by one and by the batch", theBureausReceiptIsItsOwn],
  ["an own form is taken back, and its history stays", itIsTakenBack],
];
