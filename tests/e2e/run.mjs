// SPDX-License-Identifier: Apache-2.0
// Plays the story on SQLite and on PostgreSQL, or on the one that is named. Last line: "N passed, N failed".
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
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

// The story on one database in a process of its own; how many scenes passed and failed.
function playedApart(name) {
  const out = process.env.ANPING_E2E_OUT && join(process.env.ANPING_E2E_OUT, name);
  if (out) mkdirSync(out, { recursive: true });
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), name], {
    env: { ...process.env, ...(out ? { ANPING_E2E_OUT: out } : {}) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let counts = [0, 1];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const found = /^(\d+) passed, (\d+) failed$/.exec(line);
    if (found) counts = [Number(found[1]), Number(found[2])];
    else console.log(line);
  });
  return new Promise((resolve) => child.once('close', () => resolve(counts)));
}

const only = process.argv[2];
if (only === 'sqlite') await play('sqlite', '');
else if (only === 'postgres') await play('postgres', freshPostgres(`anping_e2e_${process.pid}`));
else // Both at once: a scene waits for its page and for argon2 more than it works.
  for (const counts of await Promise.all(['sqlite', 'postgres'].map(playedApart))) {
    passed += counts[0];
    failed += counts[1];
  }
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
