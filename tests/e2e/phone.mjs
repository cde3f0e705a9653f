// SPDX-License-Identifier: Apache-2.0
// On a phone every list is read downwards: nothing is wider than the screen.
import assert from 'node:assert/strict';
import { Person } from './browser.mjs';

const lists = {
  changji: ['home', 'notices', 'on-site', 'statistics', 'deadlines', 'projects', 'institutions', 'expiries', 'applications', 'application', 'circulation', 'experts', 'expert', 'me'],
  'tianshan-leader': ['home', 'projects', 'institution', 'institution?tab=holding', 'institution?tab=staffing', 'project', 'report'],
  'xinjiang-legal': ['law'],
  enterprise: ['home', 'choose', 'site', 'withdrawn', 'application'],
};

// What is wider than the box it stands in, be it the page or a list.
export const tooWide = () =>
  [document.documentElement, ...document.querySelectorAll('.page, .panel, .rows-box')]
    .filter((box) => box.scrollWidth > box.clientWidth)
    .map((box) => `${box.tagName}.${box.className} ${box.scrollWidth} > ${box.clientWidth}`);

const pages = ({ project, faxProject, application, expert }) => ({
  home: '/desk/',
  project,
  report: project,
  site: faxProject,
  withdrawn: faxProject,
  application,
  experts: '/desk/experts?state=former',
  expert,
});

async function readsEveryList(world) {
  for (const [login, names] of Object.entries(lists)) {
    const person = await Person.signIn(world.browser, world.address, login);
    await person.page.setViewportSize({ width: 360, height: 740 });
    for (const name of names) {
      // The first page a second time: the browser has it, and is told so (304).
      await person.goto(pages(world)[name] ?? `/desk/${name}`);
      if (name === 'notices') await person.page.getByText('全部', { exact: true }).click();
      if (name === 'project') await person.tab(/材料/);
      if (name === 'report' || name === 'withdrawn') await person.tab(/报告/);
      if (name === 'site') await person.tab(/现场（/);
      await person.page.locator('.rows:visible, .bars:visible, .rows-note:visible:not([role=status]), .ant-descriptions:visible').first().waitFor();
      await person.picture(`phone-${login}-${name.replace('?tab=', '-')}`);
      assert.deepEqual(await person.page.evaluate(tooWide), [], `${login} ${name}`);
    }
    assert.deepEqual(person.complaints, []);
    await person.leave();
  }
}

export const phoneScenes = [['on a phone no list is wider than the screen', readsEveryList]];
