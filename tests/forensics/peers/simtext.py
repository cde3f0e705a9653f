#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""sim_text of Debian's similarity-tester: simtext.py STAGE SETTING TEXTS WORK (see peers.py).

documented   `-S -n`, its own eight words: what stands between ASCII blanks and punctuation, so often a whole Chinese paragraph
r13, r8      one character a word, runs of 13 (the rule usual in China) or of 8; runs 30 characters apart are joined
It keeps no index: what was filed before is read again in every run, and its reading counts as asking.
"""
import pathlib
import re
import subprocess
import sys

import score
import sets

MATCH = re.compile(r"^new/(\d+)\.txt: line (\d+)-(\d+)\s*\|old/(\d+)\.txt: line (\d+)-(\d+)\s*\[\d+\]")
WORD = re.compile(r"[A-Za-z0-9\u0080-\U0010ffff]+|[\x00-\x7f]")
GAP = {"documented": 0, "r13": 30, "r8": 30}
RUNS = {"r13": ["-r", "13"], "r8": ["-r", "8"]}


def in_lines(setting, text):
    """A character or a word a line, so that the number of a line is a place; blanks stay what they are: no words."""
    if setting in RUNS:
        return [c if not c.isspace() else "." for c in text]
    return WORD.findall(text)


def prepare(setting, texts, work):
    for kind in ("old", "new"):
        (work / kind).mkdir(parents=True, exist_ok=True)
        for name, text in sets.texts(texts / kind):
            lines = "".join((one if not one.isspace() else ".") + "\n" for one in in_lines(setting, text))
            (work / kind / (name + ".txt")).write_text(lines, encoding="utf-8")


def ask(setting, work):
    new, old = ([f"{kind}/{file.name}" for file in (work / kind).iterdir()] for kind in ("new", "old"))
    files = [*new, "/", *old]
    with open(work / "out.txt", "wb") as out:
        subprocess.run(["sim_text", "-S", "-n", "-T", *RUNS.get(setting, []), "-i"], cwd=work, stdout=out, check=True,
                       input="".join(one + "\n" for one in files).encode())


def told(setting, texts, work):
    starts = {}
    for name, text in sets.texts(texts / "new"):
        at, starts[name] = 0, []
        for one in in_lines(setting, text):
            starts[name].append(at)
            at += len(one)
        starts[name].append(at)
    for line in (work / "out.txt").read_text(encoding="utf-8").splitlines():
        if match := MATCH.match(line):
            query, first, last, source = match.group(1), int(match.group(2)), int(match.group(3)), match.group(4)
            yield score.Told(query, starts[query][first - 1], starts[query][min(last, len(starts[query]) - 1)], source)


def main():
    stage, setting, texts, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
    if stage == "prepare":
        prepare(setting, texts, work)
    elif stage == "ask":
        ask(setting, work)
    elif stage == "tell":
        score.write_told(work / "told.tsv", score.joined(told(setting, texts, work), GAP[setting]))


if __name__ == "__main__":
    main()
