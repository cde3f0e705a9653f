// SPDX-License-Identifier: Apache-2.0
// The published report on the institution's own site: its address, looks at it by the platform and by the county, and
// what the public sees of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { newPage, Person } from './browser.mjs';

const shared = new URL('../../../shared/data/', import.meta.url).pathname;
const report = `${shared}files/chinese-docs/安全生产许可证条例(2014-07-29).pdf`;
const covered = `${shared}files/chinese-docs/东营市制定地方性法规条例(2016-03-30).pdf`;

async function openProject(person, world) {
  await person.goto(world.project);
  await person.page.getByRole('heading', { name: '机构网站公开' }).waitFor();
}

async function institutionRecordsTheAddress(world) {
  world.disclosed = world.site.show('/reports/1.pdf', readFileSync(report));
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await openProject(person, world);
  await person.says('还没有登记报告在机构网站上的公开网址');
  await person.button('登记公开网址');
  await person.fill('公开网址', '127.0.0.1/reports/1.pdf');
  await person.send();
  await person.says('应为以 http:// 或 https:// 开头的网址');
  await person.fill('公开网址', world.disclosed);
  await person.picture('disclosure-form');
  await person.send();
  await person.says('公开网址已登记');
  await person.button('平台核对');
  await person.says('能打开，内容一致');
  await person.says(`登记报告公开网址：${world.disclosed}`);
  await person.picture('disclosure');
  await person.leave();
}

async function thePublicFindsTheLink(world) {
  const person = new Person(await newPage(world.browser), world.address);
  await person.goto(`/reports?q=${world.number}`);
  const link = person.page.getByRole('link', { name: world.disclosed });
  assert.match(await link.getAttribute('rel'), /nofollow.*noopener/);
  await person.says('可以打开，内容与提交的报告一致');
  await person.picture('disclosure-public');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function anotherAddressIsLost(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await openProject(person, world);
  await person.button('变更网址');
  await person.fill('公开网址', world.disclosed.replace('1.pdf', 'gone.pdf'));
  await person.fill('变更原因', '网站改版');
  await person.send();
  await person.says('公开网址已变更');
  await person.says('网站改版');
  await person.leave();
}

// The platform's own round may have looked a moment before: the second look is refused then, and the page shows the first.
function complaintsOf(person) {
  return person.complaints.filter((one) => !one.includes('409'));
}

async function theCountyLooks(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji');
  await openProject(person, world);
  await person.button('平台核对');
  await person.says('网站答复 404');
  await person.says('连续 1 天未核对到');
  await person.button('登记查看结果');
  await person.choose('看到的情况', '打不开');
  await person.fill('说明', '两台电脑都打不开');
  await person.send();
  await person.says('查看结果已登记');
  await person.says('两台电脑都打不开');
  // Two looks on one day are one day.
  await person.says('连续 1 天未核对到');
  assert.equal(await person.page.getByRole('button', { name: /变更网址|撤下网址/ }).count(), 0);
  await person.picture('disclosure-lost');
  assert.deepEqual(complaintsOf(person), []);
  await person.leave();
}

async function theOldAddressIsRecordedAgain(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await openProject(person, world);
  await person.button('撤下网址');
  await person.fill('撤下原因', '登错了网址');
  await person.send();
  await person.says('公开网址已撤下');
  await person.button('登记公开网址');
  await person.fill('公开网址', world.disclosed);
  await person.send();
  await person.says('公开网址已登记');
  await person.button('平台核对');
  await person.says('能打开，内容一致');
  assert.equal(await person.page.getByText('未核对到').count(), 0);
  assert.deepEqual(complaintsOf(person), []);
  await person.leave();
}

async function aCopyIsPublishedByChoice(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await openProject(person, world);
  await person.button('公开副本');
  await person.attach(covered);
  await person.pick('第 1 处的内容', '坐标');
  await person.fill('第 1 处的页码', '2');
  await person.fill('第 1 处遮盖了什么', '厂址坐标');
  await person.picture('copy-form');
  await person.send();
  await person.says('公开前须确认');
  await person.page.getByRole('checkbox', { name: '确认副本不含涉密内容' }).check();
  await person.send();
  await person.says('副本已公开');
  await person.says(/遮盖 第 2 页坐标/);
  await person.picture('copy');
  await person.leave();
}

async function thePublicTakesTheCopy(world) {
  const person = new Person(await newPage(world.browser), world.address);
  await person.goto(`/reports?q=${world.number}`);
  await person.says('遮盖：第 2 页坐标');
  assert.equal(await person.page.getByText('厂址坐标').count(), 0);
  await person.picture('copy-public');
  assert.equal(await person.takes('下载遮盖后的副本'), '%P');
  await person.leave();
}

export const disclosureScenes = [
  ['the institution records where the report stands on its own site, and the platform finds the same bytes', institutionRecordsTheAddress],
  ['the public page has the link and what was found, and no copy', thePublicFindsTheLink],
  ['the institution changes the address and says why', anotherAddressIsLost],
  ['the county looks, by the platform and by itself: the page is gone, and one day is one day', theCountyLooks],
  ['the institution withdraws the address, records it again, and it is found', theOldAddressIsRecordedAgain],
  ['the institution chooses to publish a redacted copy and names what is covered', aCopyIsPublishedByChoice],
  ['the public takes the copy and sees where something is covered, not what', thePublicTakesTheCopy],
];
