// SPDX-License-Identifier: Apache-2.0
// Report forensics beside texts: a table that stands in another's report, a person in two places, a photo used again,
// and what is quoted from the law.
import assert from 'node:assert/strict';
import { findings as unreadable } from './axe.mjs';
import { day, Person } from './browser.mjs';
import { reportOfTheMine, reportOfTheTanks } from './clue-reports.mjs';
import { tooWide } from './phone.mjs';

const mine = '演示露天矿安全设施验收评价';
const tanks = '罐区扩建项目安全预评价';
const list = (person) => person.page.getByRole('table', { name: '线索' });
const panel = (person, name) => person.page.getByRole('region', { name });
const other = /天山演示|昌吉演示化工/;

// With what it is about at the upper edge of the picture.
async function shows(person, locator, name) {
  await locator.first().evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await person.picture(name);
}

// From the desk, once screening is through; its address.
async function opensTheFinding(person, kind, of) {
  await person.goto('/desk/findings');
  const line = list(person).getByRole('row', { name: of }).filter({ hasText: kind });
  await person.until(line, () => person.page.reload(), 10);
  await line.first().getByRole('link', { name: kind }).click();
  await person.page.getByRole('heading', { name: '看到了什么' }).waitFor();
  return new URL(person.page.url()).pathname;
}

async function opensTheProject(person, title) {
  await person.goto('/desk/projects');
  await person.page.getByRole('link', { name: title }).click();
  await person.page.getByRole('heading', { name: title }).waitFor();
}

async function officerSeesTheNumbers(world) {
  const person = await Person.signIn(world.browser, world.address, 'hutubi');
  world.numbers = await opensTheFinding(person, '一组数据重复出现', '呼图壁演示能源有限公司');
  await person.says(/「接地电阻实测值（Ω）」第 1—16 个数值与另一企业的报告中.*逐一相同，如果各自实测，偶然如此的可能不到百万分之一，需说明/);
  await person.page.getByRole('img', { name: '图：本报告，另一处；数值见图下的表' }).waitFor();
  await person.says('天山演示安全评价有限公司');
  await person.page.getByText('图里的数值', { exact: true }).click();
  const values = panel(person, '图里的数值').getByRole('row', { name: /^2 1\.87 1\.87$/ });
  await values.waitFor();
  await shows(person, person.page.getByRole('heading', { name: '数据', exact: true }), 'numbers');
  await person.page.getByRole('link', { name: '在报告里查看' }).first().click();
  await panel(person, '本报告的文本').locator('mark.place').first().waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function institutionSeesTheNumbers(world) {
  const person = await Person.signIn(world.browser, world.address, 'longjiang-leader');
  await person.goto(world.numbers);
  await person.page.getByRole('img', { name: /^图：本报告，另一处/ }).waitFor();
  await person.says('来源是其他机构的报告，不显示是哪一家');
  assert.equal(await person.page.getByText(other).count(), 0);
  await person.page.getByRole('button', { name: '作出说明' }).waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function records(person, title, [from, until], [latitude, longitude]) {
  await opensTheProject(person, title);
  await person.button('现场勘验');
  await person.span('现场时间', `${day(-2)} ${from}`, `${day(-2)} ${until}`);
  await person.fill('企业到场人员（职务）', '安全科科长');
  await person.fill('签到纬度', latitude);
  await person.fill('签到经度', longitude);
  await person.fill('勘验情况', '现场与资料一致。');
  await person.send();
  await person.says('现场勘验已记录');
}

async function files(person, title, file) {
  await opensTheProject(person, title);
  await person.button('提交报告');
  await person.fill('评价结论', '落实措施以后符合要求。');
  await person.attach(file);
  await person.picture(`files-${title === mine ? 'mine' : 'tanks'}`);
  await person.send();
  await person.says('报告已提交');
}

async function oneDayAtTwoSites(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await records(person, mine, ['10:00', '13:00'], ['44.158000', '87.991000']);
  await records(person, '精细化工装置安全现状评价', ['15:00', '18:00'], ['31.722000', '119.943000']);
  await files(person, mine, reportOfTheMine());
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function officerSeesTheActs(world) {
  const person = await Person.signIn(world.browser, world.address, 'fukang');
  world.acts = await opensTheFinding(person, '两处之间来不及到达', mine);
  const both = panel(person, '两处活动对照');
  for (const words of [`${day(-2)} 10:00 至 13:00`, `${day(-2)} 15:00 至 18:00`, '武进演示精细化工有限公司']) await both.getByText(words).first().waitFor();
  assert.equal(await both.getByText('王组长（演示）').count(), 2);
  await both.getByRole('img', { name: /^时间线：一，.*相隔 2 小时。$/ }).waitFor();
  await both.getByRole('img', { name: /^位置示意：.*阜康市与.*武进区，直线相距 3\d{3} 公里$/ }).waitFor();
  await shows(person, both, 'acts');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function institutionAnswersForTheActs(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await person.goto(world.acts);
  await panel(person, '两处活动对照').getByText('阜康演示矿业有限公司').waitFor();
  await person.button('作出说明');
  await person.fill('说明', '武进的勘验由另一名组员完成，记录时误选了组长，已通知改正。');
  await person.send();
  await person.says('说明已提交');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function officerDismissesIt(world) {
  const person = await Person.signIn(world.browser, world.address, 'fukang');
  await person.goto(world.acts);
  await person.says('记录时误选了组长');
  await person.button(/^排\s*除$/);
  await person.fill('排除的理由', '电话核实：武进当日到场的是另一名组员。');
  await person.send();
  await person.page.getByText('已排除', { exact: true }).first().waitFor();
  const note = person.page.locator('.ant-notification-notice');
  await note.first().waitFor();
  await person.page.emulateMedia({ media: 'print' });
  assert.equal(await note.first().isVisible(), false);
  await person.page.emulateMedia({ media: 'screen' });
  await person.page.getByRole('link', { name: '证据打印件' }).click();
  await person.page.waitForURL(/\/print/);
  await person.page.reload(); // without the note of what was sent
  await person.says('可以打印');
  const paper = person.page.locator('.paper');
  assert.match(await paper.innerText(), /二　.*15:00 至 18:00，现场勘验，王组长（演示）/);
  await paper.getByRole('img', { name: /^时间线：/ }).waitFor();
  await person.page.setViewportSize({ width: 1366, height: 900 });
  await shows(person, person.page.getByRole('heading', { name: '二、线索和处理经过' }), 'paper-acts');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function officerSeesThePhotos(world) {
  const author = await Person.signIn(world.browser, world.address, 'longjiang-leader');
  await files(author, tanks, await reportOfTheTanks(author.page));
  assert.deepEqual(author.complaints, []);
  await author.leave();
  const person = await Person.signIn(world.browser, world.address, 'changji');
  world.photos = await opensTheFinding(person, '同一照片改动后用于不同项目', tanks);
  await person.says(/照片“图2”与照片“其他机构报告的图2”是同一张照片/);
  const pair = panel(person, '照片对照');
  await pair.getByText('天山演示安全评价有限公司').waitFor();
  assert.equal(await shownIn(pair), 2);
  await shows(person, pair, 'photo-pair');
  await pair.getByRole('img', { name: '本报告的照片：图2' }).click();
  await person.page.locator('.ant-image-preview img').waitFor();
  await person.page.keyboard.press('Escape');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// How many pictures came.
const shownIn = (box) => box.locator('img').evaluateAll(async (all) => {
  await Promise.all(all.map((one) => one.decode()));
  return all.filter((one) => one.naturalWidth > 300).length;
});

async function institutionSeesThePhotos(world) {
  const person = await Person.signIn(world.browser, world.address, 'longjiang-leader');
  await person.goto(world.photos);
  const pair = panel(person, '照片对照');
  await pair.getByText('其他机构的报告').waitFor();
  assert.equal(await shownIn(pair), 2);
  assert.equal(await pair.getByText(other).count(), 0);
  await person.page.getByRole('link', { name: '证据打印件' }).click();
  await person.says('可以打印');
  assert.equal(await shownIn(person.page.locator('.paper')), 2);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function quotedIsGrey(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await person.goto(world.photos);
  await person.page.getByRole('link', { name: '查看报告文本' }).click();
  const grey = panel(person, '本报告的文本').locator('mark.quoted');
  await grey.last().click();
  await person.page.getByText(/^不计入相同。/).waitFor();
  assert.ok((await person.page.getByText(/^不计入相同。/).boundingBox()).y > 0);
  await person.says(/不计入相同。法律法规标准：安全生产法 第36条，2021年6月10日公布/);
  await person.picture('quotation');
  await person.page.getByText(/^引用 2 处/).click();
  const quoted = person.page.getByRole('table', { name: '引用' });
  await quoted.getByRole('row', { name: /危险化学品安全管理条例 第22条/ }).waitFor();
  await shows(person, quoted, 'quotations');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// Who sees it, and what stands there once it has come.
const pages = ({ numbers, acts, photos }) => [
  ['hutubi', numbers, '数据', 'numbers'],
  ['fukang', acts, '两处活动对照', 'acts'],
  ['changji', photos, '照片对照', 'photos'],
];

async function everyPageIsReadable(world) {
  const found = [];
  for (const [login, path, heading] of pages(world)) {
    const person = await Person.signIn(world.browser, world.address, login);
    await person.goto(path);
    await person.page.getByRole('heading', { name: heading, exact: true }).waitFor();
    found.push(...(await unreadable(person.page)).map((one) => `${path}: ${one}`));
    await person.page.getByRole('link', { name: '证据打印件' }).click();
    await person.says('可以打印');
    found.push(...(await unreadable(person.page)).map((one) => `${path} on paper: ${one}`));
    await person.leave();
  }
  assert.deepEqual(found, []);
}

async function everyPageFitsAPhone(world) {
  for (const [login, path, heading, name] of pages(world)) {
    const person = await Person.signIn(world.browser, world.address, login);
    await person.page.setViewportSize({ width: 360, height: 740 });
    await person.goto(path);
    const stands = person.page.getByRole('heading', { name: heading, exact: true });
    await stands.waitFor();
    await shows(person, stands, `phone-${name}`);
    assert.deepEqual(await person.page.evaluate(tooWide), [], path);
    await person.page.getByRole('link', { name: '证据打印件' }).click();
    await person.says('可以打印');
    await shows(person, person.page.getByRole('heading', { name: '二、线索和处理经过' }), `phone-paper-${name}`);
    assert.deepEqual(await person.page.evaluate(tooWide), [], `${path} on paper`);
    await person.leave();
  }
}

export const clueScenes = [
  ['a table whose values stand in another report is found, drawn, and shown at its place', officerSeesTheNumbers],
  ['the institution sees both series, and not whose the other one is', institutionSeesTheNumbers],
  ['one person surveys two far sites on one day, and a report follows', oneDayAtTwoSites],
  ['the officer sees both acts on a line of time and on a sketch', officerSeesTheActs],
  ['the institution answers for both acts', institutionAnswersForTheActs],
  ['the officer dismisses the finding, and the paper shows both acts', officerDismissesIt],
  ['a photo of another report, cut and compressed again, is shown beside it', officerSeesThePhotos],
  ['the institution sees both photos, on paper too, and not whose the other one is', institutionSeesThePhotos],
  ['what is quoted is grey, and says law, article and edition', quotedIsGrey],
  ['these pages and their papers have nothing somebody cannot read or use', everyPageIsReadable],
  ['they fit a phone', everyPageFitsAPhone],
];
