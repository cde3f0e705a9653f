// SPDX-License-Identifier: Apache-2.0
// Safety hosting: an institution declares whom it hosts and records an expert's visit; the district sees the coverage.
import assert from 'node:assert/strict';
import { day, Person } from './browser.mjs';

const expert = '吴专家（演示）';
const enterprise = '武进演示精细化工有限公司';
const institution = '天山演示安全评价有限公司';
const record = { name: '专家检查情况.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };

async function theDistrictHasAnExpert(world) {
  const person = await Person.signIn(world.browser, world.address, 'wujin');
  await person.page.getByRole('link', { name: '专家库', exact: true }).click();
  await person.button('登记专家');
  await person.fill('姓名', expert);
  await person.fill('职称', '高级工程师');
  await person.fill('专业', '铸造安全、');
  await person.fill('工作单位', '演示铸造研究所');
  await person.send();
  await person.says('专家已入库');
  await person.leave();
}

async function anEnterpriseIsHosted(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto('/desk/institution');
  await person.page.getByRole('link', { name: '安全托管' }).click();
  await person.button('登记托管企业');
  await person.pick('企业', enterprise, '武进演示');
  await person.choose('企业类别', '重点监管企业');
  await person.span('托管期', day(-30), day(40));
  await person.send();
  await person.says('托管企业已登记');
  await person.page.getByRole('table', { name: '安全托管' }).getByRole('row', { name: enterprise }).getByText('0 / 2 次').waitFor();
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function anExpertVisitsIt(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  const todo = person.page.getByRole('table', { name: '我的待办' }).getByRole('row', { name: '今年还差 2 次专家检查' });
  await todo.getByRole('button', { name: '去办理' }).click();
  await person.page.getByRole('heading', { name: enterprise }).waitFor();
  await person.button('登记专家检查');
  await person.pick('专家', expert, '铸造');
  await person.date('检查日期', day(0));
  await person.attach(record);
  await person.date('交付企业的日期', day(0));
  await person.picture('hosting-visit-form');
  await person.send();
  await person.says('专家检查已登记');
  const line = person.page.getByRole('table', { name: '专家检查' }).getByRole('row', { name: expert });
  await line.getByRole('link', { name: record.name }).waitFor();
  await person.says('1 / 2 次');
  await person.picture('hosting');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theDistrictSeesTheCoverage(world) {
  const person = await Person.signIn(world.browser, world.address, 'wujin');
  await person.page.getByRole('link', { name: '机构', exact: true }).click();
  await person.page.getByRole('link', { name: '安全托管覆盖' }).click();
  await person.page.getByRole('table', { name: '安全托管覆盖' }).getByRole('row', { name: institution }).getByText('0 / 1 家').first().waitFor();
  await person.picture('hosting-coverage');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

export const hostingScenes = [
  ['the district has an expert in its pool', theDistrictHasAnExpert],
  ['an institution declares an enterprise it hosts', anEnterpriseIsHosted],
  ['it is reminded of the visits and records one with the signed record', anExpertVisitsIt],
  ['the district sees the coverage of each institution', theDistrictSeesTheCoverage],
];
