// SPDX-License-Identifier: Apache-2.0
// Report forensics: a chapter that stands in an earlier report, from the desk to the judgement every later report inherits.
import assert from 'node:assert/strict';
import { findings as unreadable } from './axe.mjs';
import { day, Person } from './browser.mjs';
import { own as deskPassword } from './circulation.mjs';
import { tooWide } from './phone.mjs';
import { deskOfficers } from './program.mjs';

const enterprise = '呼图壁演示能源有限公司';
const two = (word) => new RegExp(`^${word[0]}\\s*${word[1]}$`);
const row = (person) => person.page.getByRole('table', { name: '线索' }).getByRole('row', { name: enterprise });
const text = (person, whose) => person.page.getByRole('region', { name: `${whose}的文本` });

async function opensTheDesk(person) {
  await person.page.getByRole('link', { name: '报告核查', exact: true }).click();
  await person.page.getByRole('heading', { name: '报告核查', exact: true }).waitFor();
}

// Screening runs beside the requests: what it finds is there within seconds.
async function waitsForTheFinding(person) {
  const line = row(person).filter({ hasText: '与其他报告文字相同' });
  await person.until(line, () => person.page.reload(), 10);
  return line.first();
}

async function officerFindsIt(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await opensTheDesk(person);
  const line = await waitsForTheFinding(person);
  await line.getByText('未处理').waitFor();
  await person.page.getByRole('table', { name: '各类线索以前的处理' }).waitFor();
  await person.goto('/desk/findings?detector=copied_passages');
  await person.says('共 1 条');
  await line.getByText('未处理').waitFor();
  await person.picture('findings');
  await person.goto('/desk/findings');
  await person.page.getByText('已采纳', { exact: true }).click();
  await person.says('没有符合条件的线索');
  assert.equal(new URL(person.page.url()).search, '?state=accepted');
  await person.page.getByText('全部', { exact: true }).click();
  await line.getByRole('link', { name: '与其他报告文字相同' }).click();
  await person.page.getByRole('heading', { name: '看到了什么' }).waitFor();
  world.finding = new URL(person.page.url()).pathname;
  await person.says('不是认定');
  await person.says('误报情况未知');
  await person.page.getByRole('button', { name: /^依据/ }).click();
  await person.says('线索不是认定；由人核实后处理');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function readsBothTexts(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await person.goto(world.finding);
  await person.page.getByRole('link', { name: '并排查看' }).click();
  await text(person, '来源').getByText('昌吉演示化工储罐区').waitFor();
  await text(person, '本报告').getByText('呼图壁演示能源储罐区').waitFor();
  world.screening = new URL(person.page.url()).pathname;
  await person.page.getByRole('img', { name: /^全文 .* 字：自有/ }).waitFor();
  await person.page.keyboard.press('n');
  await person.says('第 1 / 1 段');
  assert.match(person.page.url(), /[?&]at=0\b/);
  assert.ok((await text(person, '来源').locator('mark.now').count()) > 0);
  await person.picture('side-by-side');
  await person.page.getByText('用 n、p 键').click();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function officerAsks(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await person.goto(world.finding);
  await person.button('要求说明');
  await person.send();
  await person.says('请写明，至少 2 个字');
  await person.fill('要求说明什么', '第三章与另一份报告相同，请说明分析的依据。');
  await person.picture('finding-ask');
  await person.send();
  await person.says('已要求机构说明');
  await person.page.getByText('等机构说明').first().waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function institutionAnswers(world) {
  const person = await Person.signIn(world.browser, world.address, 'longjiang-leader');
  await person.goto('/desk/projects');
  await person.page.getByRole('link', { name: '演示装卸站安全现状评价' }).click();
  await person.tab(/报告/);
  await person.says(/与他人相同 \d+/);
  await person.picture('filed');
  await opensTheDesk(person);
  await row(person).getByText('等机构说明').waitFor();
  await person.goto(world.screening);
  await person.says('按规定只显示与本报告相同的段落');
  assert.equal(await person.page.getByText('天山演示').count(), 0);
  assert.equal(await text(person, '来源').getByText('第二章').count(), 0);
  await person.goto(world.finding);
  await person.says('请说明分析的依据');
  assert.equal(await person.page.getByRole('button', { name: '采纳为证据' }).count(), 0);
  await person.button('作出说明');
  await person.page.getByRole('dialog').getByText('请说明分析的依据').waitFor();
  await person.fill('说明', '两个罐区工艺相同，引用时没有重新分析，将提交改正后的版本。');
  await person.picture('finding-answer');
  await person.send();
  await person.says('说明已提交');
  await person.page.getByText('已说明').first().waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function anotherInstitutionSeesNothing(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto(world.finding);
  await person.says('没有这条线索，或您不能查看');
  await person.goto(world.screening);
  await person.says('没有这份报告，或您不能查看它的查重');
  await person.goto('/desk/families');
  await person.says('共同段落由应急管理部门查看');
  await person.leave();
}

async function officerAccepts(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await person.goto(world.finding);
  await person.says('将提交改正后的版本');
  await person.button('采纳为证据');
  await person.says('采纳不等于认定违法');
  await person.fill('采纳的理由', '机构承认没有重新分析。');
  await person.picture('finding-accept');
  await person.send();
  await person.page.getByText('已采纳', { exact: true }).first().waitFor();
  await person.page.getByRole('button', { name: '要求说明' }).waitFor({ state: 'detached' });
  await person.page.getByRole('button', { name: two('排除') }).waitFor();
  assert.equal(await person.page.getByRole('list', { name: '时间线' }).getByRole('listitem').count(), 4);
  await person.picture('finding');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function headJudges(world) {
  const person = await Person.signIn(world.browser, world.address, deskOfficers.section_head, deskPassword);
  await person.goto(world.screening);
  await text(person, '来源').getByText('昌吉演示化工储罐区').waitFor();
  await person.button(/^下一段/);
  await person.button('认定这段');
  await person.page.getByRole('radio', { name: /^违规照抄/ }).check();
  await person.fill('理由', '具体的分析结论，不是通用文本。');
  await person.picture('judge');
  await person.send();
  await person.says('共同段落已认定');
  await person.goto('/desk/families');
  const line = person.page.getByRole('table', { name: '共同段落' }).getByRole('row', { name: '违规照抄' });
  await line.getByText('具体的分析结论').waitFor();
  await line.getByRole('link', { name: /^XS-/ }).waitFor();
  await person.picture('families');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function itIsScreenedAgain(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await person.goto(world.screening);
  await person.button('重新查重');
  await person.fill('为什么重新查重', '共同段落已经认定。');
  await person.send();
  await person.says('已要求重新查重');
  await person.goto(`${world.screening}?at=0`);
  await person.until(person.page.getByText('以前认定过：DL-'), () => person.page.reload(), 10);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function clustersAndPaper(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await person.goto('/desk/clusters?least=200');
  const line = person.page.getByRole('table', { name: /组的相同文字$/ }).getByRole('row', { name: '龙江演示安全技术服务有限公司' });
  await line.getByRole('link', { name: '并排查看' }).first().waitFor();
  await person.picture('clusters');
  await person.goto(`${world.screening}/print`);
  await person.says('可以打印');
  await person.page.getByRole('heading', { name: '报告查重证据' }).waitFor();
  const paper = await person.page.locator('.paper').innerText();
  assert.match(paper, /SHA-256\s+[0-9a-f]{64}/);
  assert.match(paper, /请说明分析的依据/);
  await person.page.emulateMedia({ media: 'print' });
  assert.equal(await person.page.getByRole('navigation').isVisible(), false);
  await person.picture('paper');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// What is there once the page has come.
const stands = ({ finding, screening }) => [
  ['/desk/findings', '各类线索以前的处理'],
  [finding, '时间线'],
  [screening, '这次查重'],
  ['/desk/families', '共同段落'],
  ['/desk/clusters?least=200', /份报告$/],
  [`${screening}/print`, '报告查重证据'],
];

async function anAccidentLeadsBackToTheReport(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await opensTheDesk(person);
  await person.page.getByRole('link', { name: '事故追溯' }).click();
  await person.pick('企业', enterprise, '呼图壁');
  await person.date('事故或者发现的日期', day(1));
  await person.fill('报告里应当写到的词', '柴油消防泵');
  await person.button(two('追溯'));
  const found = person.page.getByRole('table', { name: '此前的报告' });
  await found.getByText(/^写到 \d+ 处$/).waitFor();
  await found.getByText(/试启动一台柴油消防泵/).waitFor();
  await person.fill('报告里应当写到的词', '液氯储罐');
  await person.button(two('追溯'));
  await found.getByText('没有写到', { exact: true }).waitFor();
  await person.picture('traces');
  assert.deepEqual(await unreadable(person.page), []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function everyPageIsReadable(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  const found = [];
  for (const [path, heading] of stands(world)) {
    await person.goto(path);
    await person.page.getByRole('heading', { name: heading }).first().waitFor();
    found.push(...(await unreadable(person.page)).map((one) => `${path}: ${one}`));
  }
  assert.deepEqual(found, []);
  await person.leave();
}

async function everyPageFitsAPhone(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await person.page.setViewportSize({ width: 360, height: 740 });
  for (const [path, heading] of stands(world)) {
    await person.goto(path);
    await person.page.getByRole('heading', { name: heading }).first().waitFor();
    await person.page.waitForLoadState('networkidle');
    assert.deepEqual(await person.page.evaluate(tooWide), [], path);
  }
  await person.goto(world.screening);
  await text(person, '本报告').locator('mark').first().click();
  await text(person, '来源').getByText('昌吉演示化工储罐区').waitFor();
  assert.equal(await text(person, '本报告').isVisible(), false);
  await person.picture('phone-side-by-side');
  await person.leave();
}

export const findingScenes = [
  ['an officer finds on the desk what screening found, with its clause and its false-alarm record', officerFindsIt],
  ['both texts stand beside each other, and n goes to the passage', readsBothTexts],
  ['the officer asks, which needs a question', officerAsks],
  ['the institution sees its own finding and of the source the shared passages only, and answers', institutionAnswers],
  ['another institution sees none of it', anotherInstitutionSeesNothing],
  ['the officer reads the answer and accepts the finding as evidence', officerAccepts],
  ['a section head judges the passage, and the list of families shows it', headJudges],
  ['screened again, the report inherits the judgement', itIsScreenedAgain],
  ['the cluster is told as a table too, and the paper carries digests and the acts', clustersAndPaper],
  ['from an accident back to the report that should have named it', anAccidentLeadsBackToTheReport],
  ['the pages of report forensics have nothing somebody cannot read or use', everyPageIsReadable],
  ['they fit a phone, where the two texts are tabs', everyPageFitsAPhone],
];
