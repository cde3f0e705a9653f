#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills a program that fills a corpus, again and again at any moment, and asks after each time whether the corpus is
whole: it verifies, lost nothing it had, and holds no document nobody gave it. In the end it says of a copied report
what a corpus made in one go says.

    kills.py PROGRAM [--cycles N] [--seed N]
"""
import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

DOCS = 160


def original(chance, characters):
    return "".join(chr(0x4E00 + chance.randrange(2500)) for _ in range(characters))


class Kills:
    def __init__(self, program, seed, directory):
        self.program, self.chance, self.directory = program, random.Random(seed), directory
        self.passed, self.failures = 0, []
        self.given = os.path.join(directory, "given")
        os.mkdir(self.given)
        self.texts = [original(self.chance, 1500) for _ in range(DOCS)]
        for i, text in enumerate(self.texts):
            with open(os.path.join(self.given, f"{i:04}.txt"), "w", encoding="utf-8") as file:
                file.write(text)
        self.known = 0
        self.round = 0

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments], capture_output=True, text=True, timeout=120)

    def check(self, right, words):
        if right:
            self.passed += 1
        else:
            self.failures.append(words)

    def size(self):
        answer = self.run("corpus", "stat", self.corpus, "--json")
        return json.loads(answer.stdout)["docs"] if answer.returncode == 0 else -1

    def fresh(self):
        self.round += 1
        self.corpus = os.path.join(self.directory, f"corpus-{self.round}")
        self.known = 0

    def files(self):
        return [os.path.join(self.given, f"{i:04}.txt") for i in range(DOCS)]

    def cycle(self):
        # Handed over in pieces, so that many segments are made and put together.
        upto = min(DOCS, self.known + self.chance.randrange(1, 12))
        act = ("merge", self.corpus) if self.known and self.chance.random() < 0.25 else \
            ("add", self.corpus, *self.files()[:upto])
        process = subprocess.Popen([self.program, "corpus", *act], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(self.chance.random() * self.longest)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        killed = process.wait() != 0
        self.killed += killed
        verified = self.run("corpus", "verify", self.corpus)
        self.check(verified.returncode == 0, f"{act[0]}: {verified.stderr.strip()[:200]}")
        size = self.size()
        self.check(self.known <= size <= DOCS, f"{act[0]}: {size} documents, {self.known} before")
        if not killed and act[0] == "add":
            self.check(size >= upto, f"add ended well with {size} of {upto}")
        self.known = size
        if size == DOCS:
            self.compare()
            shutil.rmtree(self.corpus)
            self.fresh()

    def compare(self):
        """What both say of a report with a passage out of every tenth."""
        whole = os.path.join(self.directory, "whole")
        if not os.path.exists(whole):
            self.check(self.run("corpus", "add", whole, *self.files()).returncode == 0, "the corpus made in one go")
        report = os.path.join(self.directory, "report.txt")
        with open(report, "w", encoding="utf-8") as file:
            file.write("".join(original(self.chance, 200) + text[300:600] for text in self.texts[::10]))
        said = [self.run("screen", report, "--against", corpus, "--json") for corpus in (self.corpus, whole)]
        found = [{(one["file"], one["shared"]) for one in json.loads(answer.stdout)["sources"]} for answer in said]
        self.check(found[0] == found[1] and len(found[0]) == len(self.texts[::10]), f"it finds {found[0] ^ found[1]}")

    def all(self, cycles):
        self.killed = 0
        self.fresh()
        # How long it takes to add a few, and a little: kills fall within that.
        started = time.monotonic()
        self.run("corpus", "add", self.corpus, *self.files()[:6])
        self.longest = 1.2 * (time.monotonic() - started)
        for _ in range(cycles):
            self.cycle()
        print(f"{cycles} cycles, {self.killed} killed, {self.round - 1} corpora filled")
        for words in self.failures[:20]:
            print(f"  {words}")
        print(f"{self.passed} passed, {len(self.failures)} failed")
        return not self.failures and self.killed > 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--cycles", type=int, default=20)
    parser.add_argument("--seed", type=int, default=20261128)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        return 0 if Kills(os.path.abspath(asked.program), asked.seed, directory).all(asked.cycles) else 1


if __name__ == "__main__":
    sys.exit(main())
