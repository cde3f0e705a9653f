#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Three screen-worker processes search for a serving one; in every round one of them is killed while it works, and what
is said of each report stays what the server says alone.

    scripts/with-postgres.sh tests/forensics/workers.py PROGRAM [--rounds N] [--seed N]
"""
import argparse
import os
import random
import re
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "authz"))
from world import Client, Database, Person, Program  # noqa: E402

API = "/api/v1"
PATIENCE = 60  # seconds
WORKERS = 3


class Fleet:
    def __init__(self, program):
        self.program, self.running, self.done = program, [], 0
        for _ in range(WORKERS):
            self.start()

    def start(self):
        self.running.append(subprocess.Popen(
            [self.program.binary, "screen-worker", "--data", self.program.data, "--json"], env=self.program.env,
            stdout=subprocess.PIPE, text=True))

    def kill(self, chance):
        victim = self.running.pop(chance.randrange(len(self.running)))
        victim.kill()
        victim.communicate()
        self.start()

    def end(self):
        """Jobs the living ones say they did."""
        for one in self.running:
            one.terminate()
            self.done += int(re.search(r'"jobs":\s*(\d+)', one.communicate(timeout=PATIENCE)[0]).group(1))
        self.running = []
        return self.done


class Story:
    def __init__(self, program):
        self.program, self.passed, self.failures = program, 0, []
        officer = next(one for one in program.demo["accounts"] if one["login"] == "xinjiang")
        self.officer = Client(program.port, Person(officer["login"], officer["role"]))
        self.officer.sign_in(program.demo["password"])
        self.reports = []

    def check(self, right, words):
        if right:
            self.passed += 1
        else:
            self.failures.append(words)

    def said(self):
        """Of each report what does not change with the day it is screened."""
        out = {}
        for report in self.reports:
            view = self.officer.must("GET", f"{API}/reports/{report}/screening").json()
            out[report] = {key: view[key] for key in ("state", "figures", "sources", "passages", "quotations")}
        return out

    def again(self):
        for report in self.reports:
            self.officer.must("POST", f"{API}/reports/{report}/screening", {"reason": "核查机器更换后再查"})

    def play(self, rounds, chance):
        self.program.at_rest()
        self.reports = sorted({one[key] for one in self.officer.items(API + "/findings") for key in ("report", "source") if one.get(key)})
        alone = self.said()
        copies = sum(bool(one["passages"]) for one in alone.values())
        self.check(copies > 0, f"of {len(alone)} reports none has a copy to find")
        fleet = Fleet(self.program)
        for number in range(rounds):
            self.again()
            time.sleep(chance.uniform(0, 0.3))
            fleet.kill(chance)
            self.program.at_rest()
            self.check(self.said() == alone, f"round {number}: another answer than without workers")
        jobs = fleet.end()
        self.check(jobs > 0, "the workers did nothing")
        print(f"{len(alone)} reports, {copies} with copies; {rounds} rounds, {rounds} workers killed; "
              f"the last {WORKERS} did {jobs} jobs")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=20261129)
    chosen = parser.parse_args()
    program = Program(os.path.abspath(chosen.program), Database(os.environ["ANPING_TEST_PG"], "anping_workers"))
    program.env["ANPING_SCREENING_JOBS_FROM"] = "1"
    with program:
        story = Story(program)
        story.play(chosen.rounds, random.Random(chosen.seed))
    for words in story.failures:
        print("failed:", words)
    print(f"{story.passed} passed, {len(story.failures)} failed")
    return 1 if story.failures else 0


if __name__ == "__main__":
    sys.exit(main())
