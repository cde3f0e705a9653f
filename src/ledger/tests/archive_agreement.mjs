// SPDX-License-Identifier: Apache-2.0
// Prints the verdict of verify.html's own script on every *.zip of a directory, one line each.
import { readFileSync, readdirSync } from "node:fs";
import { runInThisContext } from "node:vm";

const [page, directory] = process.argv.slice(2);
const script = /<script id="verifier">([^]*?)<\/script>/.exec(readFileSync(page, "utf8"))[1];
const anping = runInThisContext("(() => {" + script + "; return anping; })()");
for (const name of readdirSync(directory).filter(n => n.endsWith(".zip")).sort()) {
  try {
    const s = anping.verify(new Uint8Array(readFileSync(directory + "/" + name))).summary;
    console.log([name, "holds", s.origin, s.size, s.root, s.time, s.fingerprint, s.entries, s.evidence, s.openings, ...s.subjects].join(" "));
  } catch {
    console.log(name + " refused");
  }
}
