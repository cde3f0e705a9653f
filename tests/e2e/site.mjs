// SPDX-License-Identifier: Apache-2.0
// What institution and enterprise settle about the site, in the project whose contract followed its notice.
import assert from 'node:assert/strict';
import { Person } from './browser.mjs';
import { paperScenes } from './paper.mjs';

const shared = new URL('../../../shared/data/', import.meta.url).pathname;
const photo = `${shared}images/Landscape_1.jpg`;
const pictures = {
  'Landscape_2.jpg': '大门、标志性建筑',
  'Landscape_3.jpg': '双方人员',
  'Landscape_4.jpg': '主要装置设备',
  'Landscape_5.jpg': '安全设施',
  'Landscape_6.jpg': '原始文件资料',
};
const report = `${shared}files/chinese-docs/安全生产许可证条例(2014-07-29).pdf`;
const faxTitle = '液氨库安全现状评价';

async function surveysWithAChecklist(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await person.goto(world.faxProject);
  await person.button('现场勘验');
  await person.fill('企业到场人员（职务）', '安全总监');
  await person.pick('留痕方式', '手机在门口签到');
  await person.fill('勘验情况', '液氨库与资料一致。');
  await person.pick('安全检查表', '金属冶炼');
  await person.pick('安全检查表', '危险化学品');
  const items = person.page.locator('.ant-drawer:visible .panel .ant-form-item');
  await items.filter({ hasText: '淘汰落后工艺' }).waitFor();
  assert.equal(await items.count(), 12);
  for (const item of await items.all()) await item.getByText('符合', { exact: true }).click();
  await person.choose('可燃、有毒气体检测报警', '不符合');
  await person.choose('重点监管工艺', '不适用');
  await person.attach(photo);
  await person.send();
  await person.says('不符合的写明情况');
  await person.fill('不符合的情况：可燃、有毒气体检测报警', '北侧探测器故障');
  await person.kind('Landscape_1.jpg', '大门、标志性建筑');
  await person.says('现场影像还缺：双方人员、主要装置设备、安全设施、原始文件资料');
  await person.picture('survey-form');
  await person.send();
  await person.says('现场勘验已记录');
  await person.tab(/现场（/);
  await person.says('手机在门口签到');
  await person.says('危险化学品：符合 10 项，不符合 1 项，不适用 1 项');
  await person.says('：北侧探测器故障');
  await person.page.getByRole('row', { name: /材料（1）/ }).getByRole('link', { name: 'Landscape_1.jpg' }).waitFor();
  await person.tab(/标记/);
  await person.says(/现场影像还缺4类：双方人员/);
  await person.button('上传材料');
  await person.attach(...Object.keys(pictures).map((name) => `${shared}images/${name}`));
  for (const [name, kind] of Object.entries(pictures)) await person.kind(name, kind);
  await person.picture('pictures');
  await person.button('归入项目');
  await person.says(/已消除：.*现场影像还缺/);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function exchangesAndProposes(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await person.goto(world.faxProject);
  await person.button('提交报告');
  await person.fill('评价结论', '落实措施后符合安全生产条件。');
  await person.attach(report);
  await person.send();
  await person.says('报告已提交');
  await person.tab(/标记/);
  await person.says('待补正：报告已提交，没有与委托方交换意见的记录');
  await person.says('提示：企业还没有确认现场人员和所提供资料');
  await person.tab(/现场（/);
  await person.button('记录交换意见');
  await person.fill('企业人员（职务）', '总经理、安全总监');
  await person.fill('内容', '通报现场发现的两项问题。');
  await person.fill('结果', '企业同意整改。');
  await person.attach(`${shared}images/Landscape_8.jpg`);
  await person.picture('exchange');
  await person.send();
  await person.says('交换意见已记录');
  await person.says('通报现场发现的两项问题。');
  await person.page.getByRole('row', { name: /材料（1）/ }).getByRole('link', { name: 'Landscape_8.jpg' }).waitFor();
  await person.page.getByText('通报现场发现的两项问题。').scrollIntoViewIfNeeded();
  await person.picture('files-of-an-act');
  await person.button('提出措施建议');
  await person.fill('第 1 条的问题', '北侧氨气探测器故障');
  await person.fill('第 1 条的措施建议', '更换并检定');
  await person.fill('第 1 条的依据', 'GB/T 50493-2019');
  await person.page.getByLabel('属于重大事故隐患').check();
  await person.button('再加一条');
  await person.fill('第 2 条的问题', '围堰通道没有标识');
  await person.fill('第 2 条的措施建议', '设置标识');
  await person.fill('第 2 条的依据', 'GB 2894');
  await person.picture('measures-form');
  await person.send();
  await person.says('措施建议已提出');
  const table = person.page.getByRole('table', { name: '措施建议' });
  await table.getByRole('row', { name: /氨气探测器.*重大事故隐患.*待答复/ }).waitFor();
  await person.picture('measures');
  await person.tab(/标记/);
  await person.says(/已消除：.*没有与委托方交换意见的记录/);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function enterpriseAnswers(world) {
  const person = await Person.signIn(world.browser, world.address, 'enterprise');
  const todos = person.page.getByRole('table', { name: '我的待办' }).getByRole('row', { name: faxTitle });
  // A major hazard comes first.
  await todos.first().getByText('答复措施建议 2 条：采纳与否、完成情况；其中重大事故隐患 1 条').waitFor();
  await todos.getByText('报告第 1 版已提交：核对与项目是否一致').waitFor();
  await person.picture('enterprise-home');
  await person.page.getByRole('table', { name: '本企业的项目' }).getByRole('row', { name: faxTitle }).getByRole('button', { name: '打开项目' }).click();
  const waiting = person.page.getByRole('region', { name: '等您办理' });
  await waiting.getByRole('button', { name: '核对报告' }).waitFor();
  await person.picture('enterprise-project');
  await person.page.getByRole('link', { name: '我的待办' }).click();
  await todos.filter({ hasText: '机构已勘验现场' }).getByRole('button', { name: '去办理' }).click();
  await person.page.locator('.ant-drawer:visible').getByText('本企业委派的专人').waitFor();
  await person.choose('到现场的人员与项目组成员是否一致', '不一致');
  await person.choose('本企业提供的资料是否真实', '真实、完整并已盖章');
  await person.fill('本企业委派的专人', '李陪同（演示）');
  await person.fill('专人的职务', '安全员');
  await person.send();
  await person.says('请写明');
  await person.fill('不一致之处', '来了一名不在项目组的人员');
  await person.picture('site-confirmation');
  await person.send();
  await person.says('现场已确认');
  await person.tab(/标记/);
  await person.says('企业确认：现场人员与项目组成员不一致');
  await person.says(/已消除：.*企业还没有确认现场/);
  await waiting.getByRole('button', { name: '答复措施建议' }).click();
  await person.chooseFor('第 1 条的答复', '采纳');
  await person.chooseFor('第 2 条的答复', '不采纳');
  await person.send();
  await person.says('不采纳的须说明理由');
  await person.fill('第 2 条的说明', '通道已封闭，不再使用');
  await person.picture('measure-answers');
  await person.send();
  await person.says('答复已提交');
  await waiting.getByRole('button', { name: '核对报告' }).click();
  await person.choose('报告与项目是否一致', '不一致');
  await person.fill('不一致之处', '储罐容积写错');
  await person.picture('report-confirmation');
  await person.send();
  await person.says('核对结果已提交');
  await waiting.waitFor({ state: 'detached' });
  await person.says('企业核对：报告与项目不一致');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function leaderRechecks(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await person.goto(world.faxProject);
  await person.tab(/现场（/);
  const table = person.page.getByRole('table', { name: '措施建议' });
  await table.getByRole('row', { name: /围堰通道.*不采纳.*通道已封闭/ }).waitFor();
  await person.says('李陪同（演示）（安全员）');
  await person.button('整改复核');
  await person.send();
  await person.says('至少复核一条');
  await person.chooseFor('第 1 条的复核结果', '已完成');
  await person.fill('第 1 条的复核情况', '已更换，检定合格');
  await person.picture('recheck');
  await person.send();
  await person.says('整改复核已记录');
  await table.getByRole('row', { name: /氨气探测器.*已复核.*检定合格/ }).waitFor();
  assert.equal(await person.page.getByRole('button', { name: '整改复核' }).count(), 0);
  await person.button('提交报告');
  await person.fill('评价结论', '已改正储罐容积；符合安全生产条件。');
  await person.attach(report);
  await person.send();
  await person.says(/^提交报告第 2 版/);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function enterpriseIsSatisfied(world) {
  const person = await Person.signIn(world.browser, world.address, 'enterprise');
  await person.goto(world.faxProject);
  const waiting = person.page.getByRole('region', { name: '等您办理' });
  await waiting.getByRole('button', { name: '核对报告' }).click();
  await person.choose('报告与项目是否一致', '一致');
  await person.send();
  await person.says('核对结果已提交');
  await person.tab(/标记/);
  await person.says(/已消除：.*报告与项目不一致/);
  await person.tab(/现场（/);
  await person.button('确认现场');
  await person.choose('到现场的人员与项目组成员是否一致', '一致');
  await person.choose('本企业提供的资料是否真实', '真实、完整并已盖章');
  await person.fill('本企业委派的专人', '李陪同（演示）');
  await person.fill('专人的职务', '安全员');
  await person.send();
  await person.says('现场已确认');
  await person.tab(/标记/);
  await person.says(/已消除：.*现场人员与项目组成员不一致/);
  await person.tab(/报告/);
  await person.page.getByRole('row', { name: /第 2 版 与项目一致/ }).waitFor();
  await person.page.getByRole('row', { name: /第 1 版 与项目不一致 储罐容积写错/ }).waitFor();
  await person.picture('report-checks');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function enterpriseChooses(world) {
  const person = await Person.signIn(world.browser, world.address, 'enterprise');
  await person.page.getByRole('link', { name: '选择机构' }).click();
  await person.says(/由企业自主决定/);
  const table = person.page.getByRole('table', { name: '机构' });
  await table.getByRole('row', { name: /河西演示.*尚未登记/ }).waitFor();
  await person.picture('choose');
  await person.page.getByLabel('机构名称、统一社会信用代码、证书编号').fill('天山');
  await person.page.getByLabel('机构名称、统一社会信用代码、证书编号').press('Enter');
  await table.getByRole('row', { name: /河西演示/ }).waitFor({ state: 'detached' });
  await table.getByRole('row', { name: /天山演示.*石油加工业/ }).waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

// Where no telephone may be lit: the explosion-proof camera's files afterwards, the record signed on paper.
async function surveysAnExplosionZone(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan-leader');
  await person.goto(world.faxProject);
  await person.button('现场勘验');
  await person.fill('企业到场人员（职务）', '液氨车间主任');
  await person.pick('留痕方式', '防爆相机、记录仪的文件导入');
  await person.pick('没有位置或照片的原因', '爆炸危险区域');
  await person.fill('勘验情况', '压缩机房内按防爆要求用防爆相机拍摄，双方在纸质记录上签字。');
  await person.attach(`${shared}images/Portrait_1.jpg`, report);
  await person.kind('Portrait_1.jpg', '主要装置设备');
  await person.kind(report.split('/').pop(), '现场勘验记录');
  await person.send();
  await person.says('现场勘验已记录');
  await person.tab(/现场（/);
  await person.says('防爆相机、记录仪的文件导入');
  await person.says('爆炸危险区域');
  await person.picture('explosion-zone');
  await person.tab(/标记/);
  assert.equal(await person.page.getByText(/没有签到位置/).count(), 0);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

export const siteScenes = [
  ...paperScenes,
  ['a survey says how it was recorded, with a check-list and pictures of every category', surveysWithAChecklist],
  ['a survey in an explosion zone is recorded by imported files and a signed paper, and nothing is flagged for it', surveysAnExplosionZone],
  ['views are exchanged and measures proposed; what was missing no longer is', exchangesAndProposes],
  ['the enterprise finds what waits for it: the site, the measures, the report', enterpriseAnswers],
  ['the measures are re-checked and the report is put right', leaderRechecks],
  ['the enterprise checks the new report and confirms the site again; the flags are gone', enterpriseIsSatisfied],
  ['an enterprise reads the register to choose an institution, in no order of merit', enterpriseChooses],
];
