// SPDX-License-Identifier: Apache-2.0
// What a browser fetches before it shows the first page: the entry, the page's chunk, all they import, their CSS; gzipped.
// Fails when that is more than the limit.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limit = 320;
const pages = {
  login: ['index.html', 'src/pages/login.tsx'],
  home: ['index.html', 'src/parts/shell.tsx', 'src/pages/home.tsx'],
};

const manifest = JSON.parse(readFileSync('dist/manifest.json', 'utf8'));

function filesOf(roots) {
  const files = new Set(['index.html']);
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`first-load: the build has no chunk for ${key}`);
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const other of chunk.imports ?? []) visit(other);
  };
  roots.forEach(visit);
  return [...files];
}

let heavy = false;
for (const [page, roots] of Object.entries(pages)) {
  const sizes = filesOf(roots).map((file) => [gzipSync(readFileSync(join('dist', file)), { level: 9 }).length, file]);
  const sum = sizes.reduce((total, [bytes]) => total + bytes, 0) / 1024;
  console.log(`first load of ${page}: ${sum.toFixed(0)} kB gz in ${sizes.length} files (limit ${limit})`);
  if (sum <= limit && !process.argv.includes('--all')) continue;
  heavy ||= sum > limit;
  for (const [bytes, file] of sizes.sort((a, b) => b[0] - a[0])) console.log(`  ${(bytes / 1024).toFixed(1).padStart(7)} ${file}`);
}
rmSync('dist/manifest.json');
if (heavy) {
  console.error(`first-load: more than ${limit} kB; load later what the first page does not show`);
  process.exit(1);
}
