// SPDX-License-Identifier: Apache-2.0
// The watch over what a qualification rests on: an alarm comes to the findings desk by itself, and leaves it when it is cured.
import assert from 'node:assert/strict';
import { findings as unreadable } from './axe.mjs';
import { day, Person } from './browser.mjs';

const instrument = '激光测距仪（演示）';
const list = '/desk/findings?detector=watch.instrument';
const row = (person) => person.page.getByRole('table', { name: '线索' }).getByRole('row', { name: instrument });

async function institutionEntersAnInstrument(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto('/desk/institution?tab=instruments');
  await person.tab('仪器设备');
  await person.button('登记仪器设备');
  await person.fill('名称', instrument);
  await person.fill('型号', 'LD-50');
  await person.fill('出厂编号', '20240518');
  await person.fill('检定校准证书编号', '检定2025-9');
  await person.fill('检定校准单位', '自治区计量测试研究院（演示）');
  await person.field('检定校准日').fill(day(-368));
  await person.field('检定校准日').press('Enter');
  await person.field('有效期至').fill(day(-3));
  await person.field('有效期至').press('Enter');
  await person.send();
  await person.says('仪器设备已登记');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theAlarmComesToTheDesk(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await person.goto(list);
  await person.until(row(person), () => person.page.reload(), 20);
  assert.equal(await row(person).count(), 1);
  await row(person).getByText('资质保持，不涉及报告').waitFor();
  await row(person).getByRole('link', { name: '仪器检定校准过期' }).click();
  await person.page.getByRole('heading', { name: '看到了什么' }).waitFor();
  world.alarm = new URL(person.page.url()).pathname;
  await person.says('登记补齐后平台记明已消除');
  await person.says('20240518');
  assert.equal(await person.page.getByRole('heading', { name: '依据的文本' }).count(), 0);
  await person.button('要求说明');
  await person.fill('要求说明什么', '检定校准过期三日，是否仍在使用？');
  await person.send();
  await person.says('已要求机构说明');
  await person.picture('alarm');
  assert.deepEqual(await unreadable(person.page), []);
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function institutionAnswersAndPutsItRight(world) {
  const person = await Person.signIn(world.browser, world.address, 'tianshan');
  await person.goto(world.alarm);
  await person.button('作出说明');
  await person.fill('说明', '已停用送检，今天取得新的证书。');
  await person.send();
  await person.says('说明已提交');
  await person.goto('/desk/institution?tab=instruments');
  await person.tab('仪器设备');
  await person.page.getByRole('row', { name: instrument }).getByRole('button', { name: '登记检定校准' }).click();
  await person.fill('检定校准证书编号', '检定2026-77');
  await person.date('检定校准日', day(-1));
  await person.field('有效期至').fill(day(364));
  await person.field('有效期至').press('Enter');
  await person.send();
  await person.says('检定校准已登记');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

async function theAlarmIsCured(world) {
  const person = await Person.signIn(world.browser, world.address, 'xinjiang');
  await person.goto(world.alarm);
  await person.until(person.page.getByText('已消除', { exact: true }), () => person.page.reload(), 20);
  await person.says('登记的内容已经满足，平台不再提示');
  assert.equal(await person.page.getByRole('button', { name: '要求说明' }).count(), 0);
  await person.page.getByRole('button', { name: '采纳为证据' }).waitFor();
  await person.picture('alarm-cured');
  assert.deepEqual(person.complaints, []);
  await person.leave();
}

export const alarmScenes = [
  ['an institution enters an instrument whose calibration has run out', institutionEntersAnInstrument],
  ['the alarm comes to the findings desk by itself, once, and the officer asks', theAlarmComesToTheDesk],
  ['the institution answers and has it calibrated', institutionAnswersAndPutsItRight],
  ['the alarm is cured, and its history says so', theAlarmIsCured],
];
