// SPDX-License-Identifier: Apache-2.0
// A project taken on, its report filed, reviewed, published and archived: what stories about reports rest on.
import { day, Person } from './browser.mjs';

const shared = new URL('../../../shared/data/', import.meta.url).pathname;
const contract = `${shared}files/chinese-docs/安全生产法(2021-06-10).docx`;
const accept = (person, box) => person.page.locator(`${box}:visible .ant-btn-primary`).click();

// In the county, as the institution's project leader; the address of its page.
export async function opensProject(person, { title, site, number }) {
  await person.button('新建项目');
  await person.fill('项目名称', title);
  await person.pick('委托企业', '昌吉演示化工有限公司', '昌吉演示');
  await person.region('项目所在县（市、区）', '新疆维吾尔自治区', '昌吉回族自治州', '昌吉市');
  await person.fill('现场地点', site);
  await person.pick('业务范围', '石油加工业');
  await person.pick('法定项目种类', '危险化学品安全生产');
  await person.date('分析日期', day(-1));
  await person.choose('是否在资质范围内', '在资质范围内');
  await person.choose('现有人员专业是否满足', '满足');
  await person.choose('是否聘请外部专家', '不需要');
  await person.fill('分析结论', '人员、业务范围和工期都满足，可以承接。');
  await person.fill('合同编号', number);
  await person.fill('合同价款（万元）', '18.5');
  await person.date('签订日', day(-1));
  await person.date('合同截止日', day(60));
  await person.fill('服务内容', `对${site}作安全现状评价，出具评价报告。`);
  await person.choose('是否约定以取得许可为条件', '没有约定');
  await person.attach(contract);
  await person.pick('项目组组长', '王组长');
  await person.date('计划首次现场', day(20));
  await person.button('下一步：核对标记和期限');
  await person.says('提交前请核对');
  await person.picture('before-signing');
  await accept(person, '.ant-modal');
  await person.page.getByRole('heading', { name: title }).waitFor();
  return new URL(person.page.url()).pathname;
}

export async function filesReport(person, project, file) {
  await person.goto(project);
  await person.button('提交报告');
  await person.fill('评价结论', '在落实整改措施后，符合安全生产条件。');
  await person.attach(file);
  await person.send();
  await person.says('报告已提交');
}

export async function reviews(world, project, login, label) {
  const person = await Person.signInAnew(world.browser, world.address, login);
  await person.says('审核报告');
  await person.goto(project);
  await person.button(label);
  await person.confirmsReview('依据充分，结论与现场一致。');
  await person.leave();
}

// On the project's page; the number of the report.
export async function publishes(person) {
  await person.button('公开报告');
  await accept(person, '.ant-popover');
  await person.says('报告已公开');
  await person.page.getByRole('tab', { name: /报告/ }).click();
  const number = await person.page.getByText(/^AP\d{4}-\d+$/).first().textContent();
  await person.button(/归\s*档/);
  await accept(person, '.ant-popover');
  await person.says('项目已归档');
  return number;
}
