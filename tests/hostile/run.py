#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Malformed bodies on every changing endpoint, and hostile files through the real upload.
ANPING_BIN=build/release/bin/anping tests/hostile/run.py [--postgres] [--quick] [--seed N] [--only FAMILY]; last line: "N passed, N failed"."""
import argparse
import collections
import itertools
import os
import sys
import time

from bodies import Bodies
from doors import API, Rooms, replay
from uploads import Uploads
from watch import Others, Watch
from world import Client, Database, Program

SHOWN = 20


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--quick", action="store_true", help="200 bodies a family instead of 200 an endpoint, no large files")
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--only", default="", help="one family of endpoints, or files")
    return parser.parse_args()


def all_bodies(world, watch, tally, chosen):
    document = Client(world.program.port).must("GET", API + "/openapi.json").json()
    bodies = Bodies(world, watch, tally, chosen.seed)
    for family, group in itertools.groupby(world.doors(document), key=lambda one: one.family):
        group = list(group)
        if chosen.only in ("", family):
            begun = time.monotonic()
            bodies.family([one for one in group if not ends_a_session(one)], 200 if chosen.quick else 200 * len(group))
            bodies.family([one for one in group if ends_a_session(one)], 20)
            print(f"  {family}: {bodies.sent[family]} bodies, {time.monotonic() - begun:.1f} s")
            tally.check(bodies.sent[family] >= 200, "wrong", f"{family}: only {bodies.sent[family]} bodies")
            tally.check(watch.alive(), "fault", f"{family}: the program has died")
    sound = collections.Counter(answer.status for answer in bodies.sound.values())
    print(f"  {sum(bodies.sent.values())} bodies, answered {dict(sorted(bodies.answered.items()))}; "
          f"{sum(count for status, count in sound.items() if status < 300)} of {len(bodies.sound)} endpoints take the unspoilt example")
    if os.environ.get("ANPING_HOSTILE_SOUND"):
        for name, answer in bodies.sound.items():
            print(f"    {name}: {answer}")


def ends_a_session(door):
    return door.method == "DELETE"


def reads(world, tally):
    """What was accepted can be read again by whoever may: every page still stands."""
    for login in ("tianshan", "longjiang", "changji", "changji-permit", "changji-legal", "security-officer"):
        client = world.client(login)
        for path, columns in replay.LISTS.items():
            answer = client.call("GET", API + path)
            tally.check(answer.status in (200, 401, 403), "fault", f"{login}: GET {path} afterwards: {answer}")
            for row in (answer.json() or {}).get("items", [])[:10] if answer.status == 200 else []:
                kind, name = columns[0][1], row.get(columns[0][0])
                if name and kind in ("project", "institution", "enterprise", "application"):
                    page = client.call("GET", f"{API}/{kind}s/{name}")
                    tally.check(page.status < 500, "fault", f"{login}: {kind} {name} afterwards: {page}")


def play(program, watch, tally, chosen):
    world = Rooms(program)
    others = Others(program.port, world.person("changji"))
    others.start()
    if chosen.only != "files":
        all_bodies(world, watch, tally, chosen)
    if chosen.only in ("", "files"):
        Uploads(world, watch, tally, chosen.seed, chosen.quick).all()
    reads(world, tally)
    others.end()
    tally.check(others.served > 0 and not others.failed, "fault", f"others: {others.failed[:3]}")
    tally.check(others.slowest < 5, "slow", f"somebody else waited {others.slowest:.1f} s")
    print(f"  others meanwhile: {others.served} answers, the slowest after {others.slowest * 1000:.0f} ms")


def closing(program, watch, tally):
    tally.check(watch.alive(), "fault", f"the program ended with {program.server.poll()}")
    size = watch.size()
    program.server.terminate()
    tally.check(program.server.wait(60) == 0, "fault", f"the program ended with {program.server.poll()}")
    faults = watch.faults()
    tally.check(not faults, "fault", f"the log tells of {len(faults)} faults: {faults[:5]}")
    for extra in ([], ["--state"]):
        findings = watch.verify(*extra)
        tally.check(not findings, "half", f"verify {' '.join(extra)} found {len(findings)}: {findings[:3]}")
    print(f"  {size} entries; verify and verify --state are clean" if not tally.failed() else f"  {size} entries")


def main():
    chosen = options()
    binary = os.path.abspath(os.environ.get("ANPING_BIN") or sys.exit("ANPING_BIN names the program to test"))
    database = Database(os.environ["ANPING_TEST_PG"], "anping_hostile") if chosen.postgres else Database()
    tally, begun = replay.Tally(), time.monotonic()
    print(f"on {database.kind}, seed {chosen.seed}{', quick' if chosen.quick else ''}")
    program = Program(binary, database)
    with program:
        watch = Watch(program)
        play(program, watch, tally, chosen)
        closing(program, watch, tally)
    for sort, found in tally.failures.items():
        print(f"{sort}: {len(found)}", *found[:SHOWN], sep="\n  ")
    print(f"{time.monotonic() - begun:.0f} s")
    print(f"{tally.passed} passed, {tally.failed()} failed")
    return 1 if tally.failed() else 0


if __name__ == "__main__":
    sys.exit(main())
