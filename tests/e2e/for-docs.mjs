// SPDX-License-Identifier: Apache-2.0
// Pictures the story took, as WebP for docs/screenshots: for-docs.mjs FOLDER NAME...
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, newPage } from './browser.mjs';

const kMost = 150_000; // bytes
const [folder, ...names] = process.argv.slice(2);
const docs = new URL('../../docs/screenshots/', import.meta.url).pathname;

// Whole, at less and less quality until it is small enough.
async function webp(page, png) {
  const url = await page.evaluate(
    async ([base64, most]) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))]));
      const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
      canvas.getContext('2d').drawImage(picture, 0, 0);
      for (let quality = 0.9; ; quality -= 0.1) {
        const out = canvas.toDataURL('image/webp', quality);
        if (out.length * 0.75 <= most || quality < 0.4) return out;
      }
    },
    [png.toString('base64'), kMost],
  );
  return Buffer.from(url.split(',')[1], 'base64');
}

const browser = await launch();
const page = await newPage(browser);
for (const name of names) {
  const bytes = await webp(page, readFileSync(join(folder, `${name}.png`)));
  writeFileSync(join(docs, `${name}.webp`), bytes);
  console.log(`${name}.webp ${bytes.length}`);
}
await browser.close();
