// SPDX-License-Identifier: Apache-2.0
// The main pages, read by axe-core at WCAG 2.2 AA: what it finds is a page somebody cannot read or use.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { newPage, Person } from './browser.mjs';

const axe = readFileSync(createRequire(new URL('../../web/package.json', import.meta.url)).resolve('axe-core/axe.min.js'), 'utf8');
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// What each reads, and what stands there once the page has come.
const pages = ({ project, expert }) => ({
  changji: [
    ['/desk/', '我的待办'],
    ['/desk/notices', '从业告知'],
    ['/desk/institutions', '机构'],
    ['/desk/applications', '许可申请'],
    ['/desk/experts?state=former', '专家库'],
    [expert],
    [project],
  ],
  tianshan: [['/desk/', '我的待办'], ['/desk/institution'], ['/desk/projects/new', '新建项目']],
  enterprise: [['/desk/', '我的待办']],
  'xinjiang-legal': [['/desk/law']],
});

export async function findings(page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))));
  await page.evaluate(axe);
  const found = await page.evaluate((values) => axe.run(document, { runOnly: { type: 'tag', values } }), levels); // eslint-disable-line no-undef
  return found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id} (${help}): ${html}\n  ${failureSummary}`));
}

async function reads(person, path, heading) {
  await person.goto(path);
  const stands = heading ? person.page.getByRole('heading', { name: heading, exact: true }) : person.page.getByRole('heading', { level: 1 });
  await stands.first().waitFor();
  return (await findings(person.page)).map((one) => `${path}: ${one}`);
}

async function everyMainPageIsReadable(world) {
  const found = [];
  for (const [login, visits] of Object.entries(pages(world))) {
    const person = await Person.signIn(world.browser, world.address, login);
    for (const visit of visits) found.push(...(await reads(person, ...visit)));
    if (login === 'changji') found.push(...(await readsAnInstitution(person)));
    await person.leave();
  }
  assert.deepEqual(found, []);
}

async function readsAnInstitution(person) {
  await person.goto('/desk/institutions');
  await person.page.getByRole('link', { name: '天山演示安全评价有限公司' }).click();
  await person.page.getByRole('heading', { name: '天山演示安全评价有限公司' }).waitFor();
  return (await findings(person.page)).map((one) => `an institution: ${one}`);
}

async function whatEverybodySeesIsReadable(world) {
  const person = new Person(await newPage(world.browser), world.address);
  const found = [];
  for (const path of ['/desk/', '/', '/reports?q=AP', '/permits?region=652300']) found.push(...(await reads(person, path)));
  assert.deepEqual(found, []);
  await person.leave();
}

export const axeScenes = [
  ['the main pages have nothing somebody cannot read or use (WCAG 2.2 AA)', everyMainPageIsReadable],
  ['neither have the sign-in page and the public ones', whatEverybodySeesIsReadable],
];
