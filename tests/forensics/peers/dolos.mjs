// SPDX-License-Identifier: Apache-2.0
// node dolos.mjs MODULES SETTING TEXTS WORK: what the reports in TEXTS/new share with those in TEXTS/old by Dolos' own index
// of fingerprints (@dodona/dolos-core). Each new one is compared with each old one, and with no other new one.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [modules, setting, texts, work] = process.argv.slice(2);
const core = path.resolve(modules, "node_modules/@dodona/dolos-core/dist/index.js");
const { File, FingerprintIndex, Region, TokenizedFile } = await import(pathToFileURL(core).href);

// k-gram, window, fewest k-grams of a fragment, letters and digits alone, what is exempt as ignored files
const SETTINGS = {
  documented: [23, 17, 1, false, false],
  k12: [12, 8, 1, true, false],
  "documented-ignoring": [23, 17, 1, false, true],
  "k12-ignoring": [12, 8, 1, true, true],
};
const [kgram, window, fewest, lettersOnly, ignoring] = SETTINGS[setting];

// A code point a token, on one line: a token's column is its place.
function tokenized(file) {
  const tokens = [];
  const places = [];
  let at = 0;
  for (const character of fs.readFileSync(file, "utf8")) {
    if (!lettersOnly || /[\p{L}\p{N}]/u.test(character)) {
      tokens.push(character);
      places.push(new Region(0, at, 0, at + 1));
    }
    at += 1;
  }
  return new TokenizedFile(new File(file, ""), tokens, places);
}

const files = (kind) => fs.readdirSync(path.join(texts, kind)).map((name) => tokenized(path.join(texts, kind, name)));
const name = (file) => path.basename(file.path, ".txt");

const index = new FingerprintIndex(kgram, window, false);
const old = files("old");
index.addFiles(old);
if (ignoring) for (const one of files("exempt")) index.addIgnoredFile(one);
const { user, system } = process.cpuUsage();
fs.writeFileSync(path.join(work, "index.seconds"), String((user + system) / 1e6));

const asked = files("new");
index.addFiles(asked);
const out = fs.openSync(path.join(work, "told.tsv"), "w");
for (const one of asked) {
  const lines = [];
  for (const other of old) {
    for (const fragment of index.getPair(one, other).buildFragments(fewest)) {
      const { startCol, endCol } = fragment.leftSelection;
      lines.push(`${name(one)}\t${startCol}\t${endCol}\t${name(other)}\n`);
    }
  }
  fs.writeSync(out, lines.join(""));
}
