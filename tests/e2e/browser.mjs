// SPDX-License-Identifier: Apache-2.0
// What a person does with the desk's controls, said once.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const { chromium } = require('playwright-core');

export function launch() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

const desktop = { width: 1366, height: 768 };

// Without motion: what is clicked while it moves may move away.
export async function newPage(browser) {
  const context = await browser.newContext({
    viewport: desktop,
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(Number(process.env.ANPING_E2E_PATIENCE ?? 60_000));
  return context.newPage();
}

// So many days from today, in Beijing.
export const day = (offset) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);

// Whoever signed in stays so for the next scene: browser → account → the context that holds the session, the password, and
// the pages no scene has at the moment (a page kept has read the program's scripts).
const sessions = new WeakMap();
const sessionsOf = (browser) => sessions.get(browser) ?? sessions.set(browser, new Map()).get(browser);

// One signed-in person, in a browser of their own.
export class Person {
  constructor(page, address, session = null) {
    this.page = page;
    this.address = address;
    this.session = session;
    this.complaints = [];
    this.hears = {
      console: (message) => {
        if (message.type() === 'error' && !message.text().includes('401')) this.complaints.push(message.text());
      },
      pageerror: (error) => this.complaints.push(String(error)),
    };
    for (const [what, heard] of Object.entries(this.hears)) page.on(what, heard);
  }

  // At the sign-in page, name and password sent; what follows is the scene's.
  static async knock(browser, address, login, password) {
    const person = new Person(await newPage(browser), address);
    await person.page.goto(`${address}/desk/`);
    await person.page.getByLabel('账号').fill(login);
    await person.page.getByLabel('密码').fill(password);
    await person.button(/登\s*录/);
    return person;
  }

  // At their own start page, in the session of an earlier scene if there is one that has not run out: a slow machine takes
  // longer over the story than a session lasts unused.
  static async signIn(browser, address, login, password = 'anping-demo-2026') {
    const known = sessionsOf(browser).get(login);
    if (known) {
      const person = new Person(known.idle.pop() ?? (await known.context.newPage()), address, known);
      await person.page.goto(`${address}/desk/`);
      const door = person.page.getByRole('heading', { name: '安评工作台' });
      await person.start.or(door).first().waitFor();
      if (!(await door.isVisible())) return person;
      sessionsOf(browser).delete(login);
      await known.context.close();
    }
    return Person.signInAnew(browser, address, login, known?.password ?? password);
  }

  // With the password: for whoever signs, decides or changes who may come in, which asks for one given just now.
  static async signInAnew(browser, address, login, password = 'anping-demo-2026') {
    const person = await Person.knock(browser, address, login, password);
    await person.arrives();
    if (!sessionsOf(browser).has(login)) {
      person.session = { context: person.page.context(), password, idle: [] };
      sessionsOf(browser).set(login, person.session);
    }
    return person;
  }

  get start() {
    return this.page.getByRole('heading', { name: '我的待办' });
  }

  async arrives() {
    await this.start.waitFor();
  }

  // Whoever signs in with a password from another's hand sets their own before anything else.
  async setsOwnPassword(first, own) {
    await this.says('请先设置自己的密码');
    await this.fill('别人给的密码', first);
    await this.fill('新密码', own);
    await this.fill('再输入一次新密码', own);
    await this.button('保存并进入');
    await this.arrives();
  }

  async goto(path) {
    await this.page.goto(this.address + path);
  }

  async button(name) {
    await this.page.getByRole('button', { name, exact: typeof name === 'string' }).first().click();
  }

  field(label) {
    return this.page.getByLabel(label, { exact: true }).filter({ visible: true }).first();
  }

  async fill(label, text) {
    await this.field(label).fill(text);
  }

  async date(label, text) {
    const field = this.field(label);
    await field.click();
    await field.fill(text);
    const calendar = this.page.locator('.ant-picker-dropdown:visible');
    await calendar.locator(`.ant-picker-cell-in-view[title="${text}"]`).first().click();
    // Until it is gone the next click closes it and does nothing else; leaving the field closes one that was opened again.
    if (await calendar.first().waitFor({ state: 'hidden', timeout: 5000 }).then(() => true, () => false)) return;
    await field.press('Tab');
    await calendar.first().waitFor({ state: 'hidden' });
  }

  // A first and a last day.
  async span(label, from, until) {
    const start = this.field(label);
    const end = start.locator('xpath=ancestor::div[contains(concat(" ", @class, " "), " ant-picker-range ")][1]').locator('input').last();
    await start.fill(from);
    await start.press('Enter');
    await end.fill(until);
    await end.press('Enter');
  }

  // A click that lands while a list is still opening is lost: it is done again until what it was for stands there.
  async until(stands, act, attempts = 3) {
    for (let attempt = 1; ; ++attempt) {
      await act();
      if (await stands.first().waitFor({ timeout: 3000 }).then(() => true, () => false)) return;
      if (attempt === attempts) throw new Error(`${stands} was not there after ${attempts} attempts`);
    }
  }

  // A drop-down by its label; typing narrows those that search.
  async pick(label, option, typed) {
    const field = this.field(label);
    const shown = field.locator('xpath=ancestor::div[contains(concat(" ", @class, " "), " ant-select ")][1]').getByText(option);
    const choice = this.page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first();
    await this.until(shown, async () => {
      if (!(await choice.isVisible())) await field.click();
      if (typed) await field.fill(typed);
      await choice.click();
    });
  }

  // Closes the list of a field that takes several: Escape closes the drawer.
  async aside() {
    await this.page.locator('.ant-drawer-title:visible').last().click();
  }

  // One of a question's answers.
  async choose(question, answer) {
    const item = this.page.locator('.ant-form-item:visible', { hasText: question }).last();
    await item.getByText(answer, { exact: true }).click();
  }

  async region(label, ...names) {
    await this.field(label).click();
    for (const [level, name] of names.entries()) {
      const item = this.page.locator('.ant-cascader-menu:visible').nth(level).locator('.ant-cascader-menu-item', { hasText: name });
      const next = this.page.locator('.ant-cascader-menu:visible').nth(level + 1);
      if (level + 1 < names.length) await this.until(next, () => item.first().click());
      else await item.first().click();
    }
  }

  // The same of one of several questions alike, by the name of the group.
  async chooseFor(group, answer) {
    await this.page.getByRole('radiogroup', { name: group }).getByText(answer, { exact: true }).click();
  }

  // Through the hidden picker of the form that is open.
  async attach(...files) {
    const form = this.page.locator('form:visible').last();
    await form.locator('input[type=file]').setInputFiles(files);
    await this.saysUnclassified();
    for (let i = 0; i < files.length; ++i) await form.locator('.ant-progress-status-success').nth(i).waitFor();
  }

  // Asked once, before the first file of a session.
  async saysUnclassified() {
    if (await this.page.evaluate(() => sessionStorage.getItem('anping.unclassified'))) return;
    await this.button('确认，不含涉密内容');
  }

  // Sends the form that lies on top.
  async send() {
    await this.page.locator('.ant-drawer:visible .ant-drawer-extra button').last().click();
  }

  // Not clicked: antd takes back the scrolling a click by a program begins with, and the click lands beside the tab.
  async tab(name) {
    const tab = this.page.getByRole('tab', { name });
    await this.until(tab.and(this.page.locator('[aria-selected=true]')), () => tab.press('Enter')); // a drawer that is closing holds the keyboard
  }

  // The review that is open, with a key of their own; whoever has none yet makes one there.
  async confirmsReview(opinion, passphrase = '一句只有自己知道的话') {
    await this.fill('审核意见', opinion);
    const make = this.page.getByRole('button', { name: '设置签名密钥' });
    const ready = this.field('签名口令');
    await make.or(ready).first().waitFor();
    if (await make.isVisible()) {
      await make.click();
      await this.fill('签名口令', passphrase);
      await this.fill('再输入一次签名口令', passphrase);
      await this.button('生成并登记');
      await this.says('签名密钥已登记');
      await make.waitFor({ state: 'detached' });
    }
    await this.fill('签名口令', passphrase);
    await this.send();
    await this.says('审核已确认');
  }

  // What an attached file is.
  async kind(file, name) {
    await this.pick(`${file} 的种类`, name, name);
  }

  // A file taken from the page by a link: the two letters it begins with.
  async takes(name, within = this.page) {
    const [file] = await Promise.all([this.page.waitForEvent('download'), within.getByRole('link', { name }).first().click()]);
    return readFileSync(await file.path()).subarray(0, 2).toString('latin1');
  }

  async says(text) {
    await this.page.getByText(text).first().waitFor();
  }

  async picture(name) {
    const out = process.env.ANPING_E2E_OUT;
    if (!out) return;
    // As it looks once it has come to rest.
    await this.page.waitForLoadState('networkidle');
    await this.page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))));
    await this.page.screenshot({ path: join(out, `${name}.png`) });
  }

  // The page is left as a new one would be.
  async leave() {
    if (!this.session) return this.page.context().close();
    for (const [what, heard] of Object.entries(this.hears)) this.page.off(what, heard);
    await this.page.unrouteAll();
    await this.page.setViewportSize(desktop);
    await this.page.emulateMedia({ media: null });
    await this.page.evaluate(() => sessionStorage.clear());
    this.session.idle.push(this.page);
  }
}
