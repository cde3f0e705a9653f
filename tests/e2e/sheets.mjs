// SPDX-License-Identifier: Apache-2.0
// Tables in and out: people from a workbook with wrong rows, corrected and taken in again; lists as spreadsheets.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { Person } from './browser.mjs';
import { packed } from './packed.mjs';

const escaped = (text) => text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);

// A workbook as spreadsheet programs save it: texts shared, numbers (among them days) as numbers.
function workbook(rows) {
  const strings = [];
  const cell = (value, column, row) => {
    const place = `${String.fromCharCode(65 + column)}${row}`;
    if (value === '') return '';
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    return `<c r="${place}" t="s"><v>${strings.push(value) - 1}</v></c>`;
  };
  const sheet = rows.map((cells, at) => `<row r="${at + 1}">${cells.map((one, k) => cell(one, k, at + 1)).join('')}</row>`).join('');
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="人员" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
  };
}

function saved(name, rows) {
  const parts = Object.entries(workbook(rows)).map(([part, text]) => [part, `<?xml version="1.0" encoding="UTF-8"?>\n${text}`]);
  return { name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: packed(Object.fromEntries(parts)) };
}

// What stands in the first sheet of a spreadsheet taken from the page.
async function taken(person, link) {
  const [file] = await Promise.all([person.page.waitForEvent('download'), person.page.getByRole('link', { name: link }).first().click()]);
  const read = 'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nprint(z.read(sys.argv[2]).decode())';
  const part = link.includes('Word') ? 'word/document.xml' : 'xl/worksheets/sheet1.xml';
  return execFileSync('python3', ['-c', read, await file.path(), part], { encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
}

const choose = (person, file) => person.page.locator('.ant-drawer:visible input[type=file]').setInputFiles(file);
const header = ['姓名', '安全评价师等级', '专业', '评价师证书编号', '评价师证书有效期至', '合同种类', '专职或兼职', '合同起始日'];
const wrong = ['冯评价（导入）', '特级', '安全', 'DR-0002', '2027年6月30日', '', '', ''];
const people = (second) => [
  header,
  ['陈评价（导入）', '二级', '安全', 'ＤＲ－０００１', 46568, '劳动合同', '专职', '2025/3/1'],
  second,
  ['', '', '', '', '', '', '', ''],
  ['陈评价（导入）', '二级', '安全', 'DR-0001', 46568, '', '', ''],
];

async function peopleFromAWorkbook(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.page.getByRole('link', { name: '机构与人员' }).click();
  await person.button('导入人员');
  assert.equal(await person.takes('下载空白模板'), 'PK');
  await choose(person, saved('人员.xlsx', people(wrong)));
  await person.says('可登记 1 行，已有 1 行，有错误 1 行');
  await person.says('安全评价师等级：一级、二级、三级或无；不填为无');
  await person.says('与第 2 行相同，跳过');
  await person.picture('sheet-preview');
  await person.button('登记 1 行');
  await person.says('登记了 1 行，已有而跳过 1 行，有错误未登记 1 行');
  const checked = await taken(person, '下载带错误说明的工作簿');
  for (const text of ['错误', '安全评价师等级：一级、二级、三级或无；不填为无', '已有：与第 2 行相同，跳过', 'DR-0001']) assert.ok(checked.includes(text), text);
  await choose(person, saved('人员.xlsx', people(wrong.with(1, '一级'))));
  await person.says('可登记 1 行，已有 2 行，有错误 0 行');
  await person.button('登记 1 行');
  await person.says('登记了 1 行，已有而跳过 2 行');
  await person.page.keyboard.press('Escape');
  await person.page.getByRole('row', { name: /陈评价（导入）.*专职.*2025-03-01/ }).waitFor();
  await person.page.getByRole('row', { name: /冯评价（导入）.*一级安全评价师/ }).waitFor();
  assert.equal(await person.page.getByRole('row', { name: /陈评价（导入）/ }).count(), 1);
  const list = await taken(person, '导出清单');
  assert.ok(list.includes('冯评价（导入）') && list.includes('DR-0001'));
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function whatIsNoWorkbookIsRefused(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto('/desk/institution?tab=instruments');
  await person.button('导入仪器设备');
  await choose(person, { name: '仪器.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('出厂编号,仪器名称\n') });
  await person.says('不是能读取的 Excel 工作簿');
  await choose(person, saved('仪器.xlsx', [['仪器名称', '型号规格', '出厂编号', '检定校准证书编号', '检定校准单位', '检定校准日期', '检定校准有效期至'], ['声级计（导入）', 'AWA5688', 20230017, 'JD-7', '自治区计量院', '2026.1.5', 46391]]));
  await person.button('登记 1 行');
  await person.says('登记了 1 行，已有而跳过 0 行');
  await person.page.keyboard.press('Escape');
  await person.page.getByRole('row', { name: /声级计（导入）.*20230017.*2027-01-04/ }).waitFor();
  await person.leave();
}

async function theCountyTakesInExperts(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto('/desk/experts');
  await person.button('导入专家');
  await choose(person, saved('专家.xlsx', [['姓名', '职称', '专业', '工作单位', '曾任职单位', '入库日期'], ['韩专家（导入）', '高级工程师', '化工、电气', '某设计院', '甲公司；乙公司', '2026/1/5'], ['秦专家（导入）', '教授', '、', '某大学', '', '2026/1/5']]));
  await person.says('专业：应填写1至10个专业');
  await person.picture('sheet-experts');
  await person.button('登记 1 行');
  await person.says('登记了 1 行');
  await person.page.keyboard.press('Escape');
  await person.page.getByRole('row', { name: /韩专家（导入）.*化工.*电气.*曾任职：甲公司、乙公司/ }).waitFor();
  const list = await taken(person, '导出清单');
  assert.ok(list.includes('韩专家（导入）') && list.includes('化工、电气') && !list.includes('秦专家'));
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theCountyTakesInEnterprises(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.page.getByRole('link', { name: '企业', exact: true }).click();
  await person.button('导入企业');
  await choose(person, saved('企业.xlsx', [['企业名称', '统一社会信用代码', '所在地', '地址', '行业', '监管层级'], ['昌吉导入化工有限公司', '91510107749749603G', '昌吉市', '高新区一号', '化学原料和化学制品制造业', '县级'], ['别县公司', '91650100MA775E3P5A', '652302', '某路', '', '']]));
  await person.says('所在地：企业所在地不在本单位登记企业的范围内');
  await person.button('登记 1 行');
  await person.says('登记了 1 行');
  await person.page.keyboard.press('Escape');
  await person.page.getByRole('row', { name: /昌吉导入化工有限公司.*化学原料和化学制品制造业.*县级/ }).waitFor();
  await person.picture('enterprises');
  await person.goto('/desk/enterprises?q=导入');
  await person.page.getByText('昌吉导入化工有限公司').waitFor();
  const list = await taken(person, '导出清单');
  assert.ok(list.includes('昌吉导入化工有限公司') && list.includes('91510107749749603G'));
  assert.ok(!list.includes('演示化工'), 'the same filter as the page');
  for (const [page, heading] of [['/desk/institutions', '机构'], ['/desk/expiries', '到期清单']]) {
    await person.goto(page);
    await person.page.getByRole('heading', { name: heading, exact: true }).waitFor();
    assert.equal(await person.takes('导出清单'), 'PK');
  }
  await person.goto('/desk/notices');
  await person.button('导出台账');
  const form = await taken(person, '导出 Word 表式');
  assert.ok(form.includes('从业告知台账') && form.includes('w:orient="landscape"'));
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theArchiveSaysWhatItHolds(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.page.getByRole('link', { name: '项目', exact: true }).click();
  await person.page.getByRole('link', { name: '年产二十万吨甲醇装置安全现状评价' }).first().click();
  await person.tab('归档');
  const parts = person.page.getByRole('table', { name: '归档内容' });
  await parts.getByRole('row', { name: /委托服务合同 有/ }).waitFor();
  await parts.getByRole('row', { name: /报告公开/ }).waitFor();
  await person.picture('archive-contents');
  await person.leave();
}

export const sheetScenes = [
  ['people are taken in from a workbook; the wrong row comes back, is corrected and taken in', peopleFromAWorkbook],
  ['what is no workbook is refused with the reason; instruments are taken in', whatIsNoWorkbookIsRefused],
  ['the county takes in enterprises; lists are taken away as spreadsheets', theCountyTakesInEnterprises],
  ['the county takes in experts from a workbook', theCountyTakesInExperts],
  ['the archive says what it holds and what is missing', theArchiveSaysWhatItHolds],
];
