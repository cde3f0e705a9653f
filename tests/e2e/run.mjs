// SPDX-License-Identifier: Apache-2.0
// Plays the story on SQLite and on PostgreSQL, or on the one that is named. Last line: "N passed, N failed".
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './browser.mjs';
import { freshPostgres, start } from './program.mjs';
import { scenes } from './story.mjs';

let passed = 0;
let failed = 0;

async function play(name, database) {
  const browser = await launch();
  const program = await start(database);
  const world = { ...program, browser };
  try {
    for (const [says, act] of scenes) {
      const begun = Date.now();
      try {
        await act(world);
        ++passed;
        console.log(`ok      ${name}: ${says} (${Date.now() - begun} ms)`);
      } catch (fault) {
        ++failed;
        console.log(`FAILED  ${name}: ${says}\n${fault.stack ?? fault}\n${fault.stdout ?? ""}`);
        await pictures(browser, `failed-${name}`);
        return; // the later scenes rest on this one
      }
    }
  } finally {
    await browser.close();
    await program.stop();
  }
}

// What every open page showed when a scene failed.
async function pictures(browser, name) {
  const out = process.env.ANPING_E2E_OUT;
  if (!out) return;
  for (const context of browser.contexts())
    for (const page of context.pages()) await page.screenshot({ path: join(out, `${name}.png`), fullPage: true });
}

// One after the other: on two cores at once neither is faster, and a page that is slow loses clicks.
const databases = { sqlite: () => '', postgres: () => freshPostgres(`anping_e2e_${process.pid}`) };
const out = process.env.ANPING_E2E_OUT;
for (const [name, database] of Object.entries(databases)) {
  if (process.argv[2] && process.argv[2] !== name) continue;
  if (out) mkdirSync((process.env.ANPING_E2E_OUT = join(out, name)), { recursive: true });
  await play(name, database());
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
