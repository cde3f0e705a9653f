// SPDX-License-Identifier: Apache-2.0
// in-page.mjs PAGE PAPERS QUESTION: what the page a draw is published with says of each line, in a browser without network:
// "anpingOutcome", what it computes; "anpingProblems", what it finds wrong.
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const [page, papers, question] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
const tab = await (await browser.newContext({ offline: true })).newPage();
await tab.goto(pathToFileURL(page).href);
let asked = [];
const answer = async () => {
  const lines = await tab.evaluate(([some, what]) => some.map((line) => window[what](JSON.parse(line))), [asked, question]);
  process.stdout.write(`${lines.join('\n')}\n`);
  asked = [];
};
for await (const line of createInterface({ input: createReadStream(papers) })) {
  asked.push(line);
  if (asked.length === 200) await answer();
}
if (asked.length) await answer();
await browser.close();
