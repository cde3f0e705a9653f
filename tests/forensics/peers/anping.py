#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Ours, as its command line is used by anybody: anping.py STAGE SETTING TEXTS WORK (see peers.py).

masks      `--library` with laws, disclosed templates and approved texts, `--names` with the parties of the reports asked
no-masks   neither
A call reads the library first, which is told apart. A file is read by a process of its own without rights, which is counted.
"""
import json
import os
import pathlib
import resource
import subprocess
import sys

import score

PROGRAM = os.environ.get("ANPING", "build/release/bin/anping")


def screen(setting, texts, reports, work, out):
    masks = ["--library", texts / "exempt", "--names", texts / "names.txt"] if setting == "masks" else []
    with open(out, "wb") as lines:
        subprocess.run([PROGRAM, "screen", reports, "--against", work / "corpus", "--json", *masks], stdout=lines,
                       stderr=subprocess.DEVNULL, check=True)


def seconds():
    use = resource.getrusage(resource.RUSAGE_CHILDREN)
    return use.ru_utime + use.ru_stime


def ask(setting, texts, work):
    """Once for a file of one line, which costs what every call costs: a library is read in each."""
    (work / "nothing").mkdir()
    (work / "nothing" / "0.txt").write_text("无。\n", encoding="utf-8")
    screen(setting, texts, work / "nothing", work, work / "nothing.jsonl")
    once = seconds()
    screen(setting, texts, texts / "new", work, work / "out.jsonl")
    # What the first call cost, and as much of the second.
    (work / "start.seconds").write_text(str(2 * once))


def index(texts, work):
    subprocess.run([PROGRAM, "corpus", "add", work / "corpus", texts / "old"], stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=True)


def told(work):
    for line in (work / "out.jsonl").read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        for source in report["sources"]:
            for passage in source["passages"]:
                yield score.Told(pathlib.Path(report["file"]).stem, *passage["a"], pathlib.Path(source["file"]).stem)


def main():
    stage, setting, texts, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
    if stage == "index":
        index(texts, work)
    elif stage == "ask":
        ask(setting, texts, work)
    elif stage == "tell":
        score.write_told(work / "told.tsv", told(work))


if __name__ == "__main__":
    main()
