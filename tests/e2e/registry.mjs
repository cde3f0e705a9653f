// SPDX-License-Identifier: Apache-2.0
// The register of an institution's people and instruments, and what a project takes from it.
import assert from 'node:assert/strict';
import { day, Person } from './browser.mjs';

const title = '加氢站安全现状评价';
const instrument = '超声波测厚仪（演示）';

async function institutionKeepsItsRegister(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.page.getByRole('link', { name: '机构与人员' }).click();
  await person.button('褚评价（演示）');
  await person.says('还没有核验记录');
  await person.button('登记证件');
  await person.pick('证件种类', '专业技术职称');
  await person.pick('等级', '高级');
  await person.fill('专业', '通风');
  await person.fill('证件编号', '职称2020-7');
  await person.date('有效期自', day(-2));
  await person.picture('credential');
  await person.send();
  await person.says('证件已登记');
  await person.says('职称2020-7');
  await person.button('登记合同');
  await person.date('合同起始日', day(-3));
  await person.send();
  await person.says('合同已登记');
  await person.says(`${day(-3)} 起`);
  await person.picture('person');
  await person.goto('/desk/institution?tab=staffing');
  await person.page.getByRole('row', { name: /通风.*褚评价/ }).or(person.page.getByRole('row', { name: /采矿.*褚评价/ })).first().waitFor();
  await person.picture('staffing');
  await person.tab('仪器设备');
  await calibrates(person);
  await person.tab('变更记录');
  const entry = person.page.getByRole('table', { name: '变更记录' }).getByRole('row', { name: /登记合同/ }).first();
  assert.match(await entry.textContent(), new RegExp(`${day(0)}.*${day(-3)}.*褚评价`));
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function calibrates(person) {
  const row = person.page.getByRole('row', { name: instrument });
  await row.getByText('剩').waitFor();
  await row.getByRole('button', { name: '登记检定校准' }).click();
  await person.fill('检定校准证书编号', '检定2026-31');
  await person.date('检定校准日', day(-1));
  await person.field('有效期至').fill(day(364));
  await person.field('有效期至').press('Enter');
  await person.send();
  await person.says('检定校准已登记');
  await row.getByText('检定2026-31').waitFor();
  assert.equal(await row.getByText('剩').count(), 0);
}

async function provinceVerifiesACredential(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await person.page.getByRole('link', { name: '机构', exact: true }).click();
  await person.page.getByRole('link', { name: '天山演示安全评价有限公司' }).click();
  await person.button('周评价（演示）');
  assert.equal(await person.page.getByRole('button', { name: '登记证件' }).count(), 0);
  await person.button('记录核验');
  await person.pick('查询平台', '技能人才评价证书');
  await person.choose('查询结果', '内容不一致');
  await person.fill('备注', '平台显示的专业与登记的不同');
  await person.picture('verification');
  await person.send();
  await person.says('核验已记录');
  await person.says('平台显示的专业与登记的不同');
  await person.says(/由新疆维吾尔自治区应急管理厅记录/);
  await person.goto(new URL(person.page.url()).pathname + '?tab=holding');
  await person.says('登记册中没有可核对的数据');
  await person.page.getByRole('button', { name: /^依据/ }).first().click();
  await person.says('计算日');
  await person.picture('holding');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function branchSigns(world) {
  const person = await Person.signIn(world.browser, world.address, 'longjiang');
  await person.goto('/desk/projects/new');
  await person.fill('项目名称', title);
  await person.pick('委托企业', '昌吉演示化工有限公司', '昌吉演示');
  await person.says('新疆维吾尔自治区 / 昌吉回族自治州 / 昌吉市');
  await person.fill('现场地点', '加氢站');
  await person.page.reload();
  await person.says('已恢复上次没有提交的内容');
  assert.equal(await person.field('现场地点').inputValue(), '加氢站');
  await person.pick('业务范围', '石油加工业');
  await person.pick('法定项目种类', '危险化学品安全生产');
  await person.choose('签订合同前是否作了风险分析', '没有作分析');
  await person.pick('承担单位', '龙江演示昌吉分公司');
  await person.fill('合同编号', 'LJ-2026-009');
  await person.fill('合同价款（万元）', '6');
  await person.date('合同截止日', day(90));
  await person.fill('服务内容', '加氢站现状评价');
  await person.choose('是否约定以取得许可为条件', '有约定');
  await person.fill('约定的原文', '取得经营许可证后付清余款');
  await person.pick('项目组组长', '王组长');
  await person.date('计划首次现场', day(25));
  await person.button('下一步：核对标记和期限');
  await person.says('提交前请核对');
  const warned = person.page.locator('.ant-modal:visible');
  await warned.getByText(/分支机构专业能力配备差7人.*化工机械需2人，有0人/).waitFor();
  await warned.getByText(/没有合同前风险分析的记录/).waitFor();
  await person.picture('branch-before-signing');
  await warned.locator('.ant-btn-primary').click();
  await person.page.getByRole('heading', { name: title }).waitFor();
  world.branchProject = new URL(person.page.url()).pathname;
  await person.says(/分支机构专业能力配备差7人/);
  await person.tab('合同');
  await person.says('龙江演示昌吉分公司');
  await person.says('取得经营许可证后付清余款');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function formsTheTeam(world) {
  const person = await Person.signIn(world.browser, world.address, 'longjiang-leader');
  await person.goto(world.branchProject);
  await person.button('组成项目组');
  await person.fill('组长从事本专业年数', '6');
  await person.pick('现场勘验人员', '赵评价');
  await person.aside();
  await person.button('添加专家');
  await person.fill('专家姓名', '何专家（演示）');
  await person.fill('专家专业', '自动化');
  await person.fill('专家工作单位', '演示设计院');
  await person.pick('使用的仪器设备', '可燃气体检测仪');
  await person.picture('team-form');
  await person.send();
  await person.says('项目组已组成');
  await person.tab('项目组');
  const staffing = person.page.getByRole('table', { name: '项目组的专业能力配备' });
  await staffing.getByRole('row', { name: /安全 赵评价.*缺 1 人.*安全需2人，有1人/ }).waitFor();
  assert.equal(await staffing.getByRole('row', { name: /自动化需/ }).count(), 0);
  await person.picture('team');
  await person.button('变更项目组');
  await person.send();
  await person.says('变更项目组须写明原因');
  await person.fill('变更原因', '增加报告编制人员');
  await person.pick('报告编制人员', '孙评价');
  await person.aside();
  await person.send();
  await person.says('项目组已变更');
  await person.says(/变更项目组（第 1 次）　/);
  await person.says('增加报告编制人员');
  await person.page.getByRole('row', { name: /报告编制.*孙评价/ }).waitFor();
  await person.page.getByRole('row', { name: /现场勘验.*赵评价/ }).waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function headComparesThePrice(world) {
  const person = await Person.signIn(world.browser, world.address, 'changji-head');
  await person.goto(world.branchProject);
  await person.tab('合同');
  const line = person.page.getByRole('row', { name: /价款比较/ });
  await line.getByText(/样本不足（\d+\/10）/).waitFor();
  await line.getByRole('button', { name: /^依据/ }).click();
  await person.says('同类项目数');
  await person.picture('price');
  assert.deepEqual(person.complaints, []);
  await person.leave();
  const clerk = await Person.signIn(world.browser, world.address, 'changji');
  await clerk.goto(world.branchProject);
  await clerk.tab('合同');
  await clerk.says('您的岗位不查看合同价款和条款');
  assert.equal(await clerk.page.getByText('LJ-2026-009').count(), 0);
  assert.equal(await clerk.page.getByText('价款比较').count(), 0);
  assert.deepEqual(clerk.complaints, []);
  await clerk.leave();
}

async function seesWhatRunsOut(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await person.page.getByRole('link', { name: '到期清单' }).click();
  const table = person.page.getByRole('table', { name: '到期清单' });
  await table.getByRole('row', { name: new RegExp(`${instrument}.*龙江演示`) }).waitFor();
  await person.picture('expiries');
  // The other institution's was calibrated again.
  assert.equal(await table.getByRole('row', { name: new RegExp(`${instrument}.*天山演示`) }).count(), 0);
  await table.getByRole('link', { name: instrument }).click();
  await person.page.getByRole('table', { name: '仪器设备' }).waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function enterpriseDescribesItself(world) {
  const person = await Person.signIn(world.browser, world.address, 'enterprise');
  await person.page.getByRole('link', { name: '本企业' }).click();
  await person.button('更新企业情况');
  await person.pick('监管层级', '设区的市');
  await person.fill('场所位置', '44.0116, 87.3042\n44.0120, 87.3050');
  await person.send();
  await person.says('应为一个点，或围成边界的 3 个以上的点');
  await person.fill('场所位置', '44.0116, 87.3042');
  await person.send();
  await person.says('企业情况已登记');
  await person.says('44.0116, 87.3042');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

export const registryScenes = [
  ['an institution registers a credential, a contract and a calibration; both clocks are shown', institutionKeepsItsRegister],
  ['the province records what a platform said of a credential, and sees which conditions of the qualification hold', provinceVerifiesACredential],
  ['a branch signs: the missing specialties are told before, and the project carries the flag after', branchSigns],
  ['the team is formed with its gaps explained, and changed only with a reason', formsTheTeam],
  ['the section head sees where the price stands; a clerk sees neither price nor terms', headComparesThePrice],
  ['the list of what runs out leads to where it is renewed', seesWhatRunsOut],
  ['an enterprise says what it is and where', enterpriseDescribesItself],
];
