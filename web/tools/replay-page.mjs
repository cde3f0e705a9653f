// SPDX-License-Identifier: Apache-2.0
// dist/replay.html: the page a draw is published with, whole in one file.
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'vite';

const [{ output }] = await build({
  configFile: false,
  logLevel: 'warn',
  build: { target: 'es2020', write: false, modulePreload: false, lib: { entry: 'src/draw/page.ts', formats: ['iife'], name: 'anpingDraw' } },
});
const code = output[0].code.replaceAll('</', '<\\/');
const page = readFileSync('replay.html', 'utf8');
const script = '<script type="module" src="/src/draw/page.ts"></script>';
if (!page.includes(script)) throw new Error('replay.html does not name its script');
writeFileSync('dist/replay.html', page.replace(script, () => `<script>${code}</script>`));
