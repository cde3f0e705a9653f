#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Dolos (npm @dodona/dolos-core): dolos.py STAGE SETTING TEXTS WORK (see peers.py).

documented          its own k-gram of 23 and window of 17 over its tokens for plain text, a character each
k12                 a k-gram of 12 and a window of 8, for edited Chinese, over letters and digits alone; fragments 30
                    characters apart are joined. With 8 and 4 it was not done with 20 reports of 100 in 600 s
...-ignoring        the laws, templates and approved texts as ignored files, which is Dolos' way of masking
Its index is in memory and of one run: what it cost is told by the run itself.
"""
import os
import pathlib
import subprocess
import sys

import score

GAP = 30
NODE = os.environ.get("NODE", "build/node/bin/node")
MODULES = os.environ.get("PEERS_NPM", "build/peers/npm")


def main():
    stage, *given = sys.argv[1:]
    if stage == "ask":
        script = pathlib.Path(__file__).with_suffix(".mjs")
        subprocess.run([NODE, "--max-old-space-size=12000", script, MODULES, *given], check=True)
    elif stage == "tell" and given[0].startswith("k12"):
        told = pathlib.Path(given[2]) / "told.tsv"
        score.write_told(told, score.joined(list(score.read_told(told)), GAP))


if __name__ == "__main__":
    main()
