#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills the serving program under writers, starts it again, looks whether anything acknowledged is missing.

kill.py --cycles 50 [--seed N] [--postgres] [--epoch 50]
kill.py --each [--seed N] [--postgres]: every life of a bureau once, with a kill at each of its changes
"""
import argparse
import contextlib
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
import traceback

from bureau import LOGIN
from check import Checker
from each import Walk
from ledger import Ledger
from scene import OFFICES, sign_in
from seats import appoint
from server import Database, Failed, Server
from writers import Crew


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cycles", type=int, default=50)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    parser.add_argument("--postgres", action="store_true", help="the database of ANPING_TEST_PG")
    parser.add_argument("--epoch", type=int, default=50, help="cycles before a fresh data directory")
    parser.add_argument("--verify-every", type=int, default=1, help="cycles between two verify --state")
    parser.add_argument("--each", action="store_true", help="every route of the bureaus once")
    parser.add_argument("--control", action="store_true", help="bring an older database back: the run has to fail")
    return parser.parse_args()


class Lab:
    def __init__(self, options, home):
        self.options, self.home = options, home
        self.random = random.Random(options.seed)
        self.program = os.environ["ANPING_BIN"]
        conninfo = os.environ.get("ANPING_TEST_PG") if options.postgres else None
        if options.postgres and not conninfo:
            raise Failed("ANPING_TEST_PG is not set: run through scripts/with-postgres.sh")
        self.database = Database(conninfo, f"anping_crash_{os.getpid()}")
        self.totals, self.cycles, self.checked, self.entries, self.verified = {}, 0, 0, 0, 0
        self.slowest_start, self.went_back = 0.0, False
        self.met, self.unmet = [], []

    def _template(self):
        """A data directory nobody has written to, and the password there."""
        template = Server(self.program, self.home + "/template", self.database)
        password = template.initialise()
        appoint(template)
        return template.data, password

    def run(self):
        template, password = self._template()
        epoch = 0
        while self.cycles < self.options.cycles:
            data = template
            if not self.options.postgres:
                data = f"{self.home}/epoch-{epoch}"
                shutil.copytree(template, data)
            cycles = self.options.cycles - self.cycles
            self._epoch(epoch, data, password, cycles if self.options.postgres else min(cycles, self.options.epoch))
            shutil.rmtree(data)
            epoch += 1
        self.database.drop()

    def each(self):
        """Every life of a bureau, step by step."""
        with self._field(*self._template(), 0, [LOGIN], size=1) as (server, crew, checker):
            walk = Walk(server, crew, checker, self.random)
            walk.all()
            self.met, self.unmet = walk.met()
        self.database.drop()

    def _epoch(self, epoch, data, password, cycles):
        with self._field(data, password, epoch) as (server, crew, checker):
            for _ in range(cycles):
                self._cycle(server, crew, checker)
                self.cycles += 1
            crew.finish_pending()

    @contextlib.contextmanager
    def _field(self, data, password, epoch, logins=OFFICES, size=8):
        """A server, its writers and their checker; at the end everything is looked at once more."""
        server = Server(self.program, data, self.database)
        server.start()
        with contextlib.ExitStack() as after:
            after.callback(server.stop)
            port = lambda: server.port  # noqa: E731
            crew = Crew(port, sign_in(port, password, logins), epoch, self.options.seed, size)
            after.callback(crew.end)
            checker = Checker(crew, Ledger(self.database, data + "/anping.db"), self.random)
            after.callback(checker.close)
            try:
                yield server, crew, checker
                self._raise(crew)
                checker.everything()
                server.must_verify()
            except Failed as problem:
                raise Failed(f"{problem}\nserver log:\n{server.log_tail()}") from problem
        self.slowest_start = max(self.slowest_start, server.slowest_start)
        self.checked += checker.checked
        self.entries += len(checker.ledger.tree.leaves)
        for what, count in crew.counts.items():
            self.totals[what] = self.totals.get(what, 0) + count

    def _raise(self, crew):
        if crew.problems:
            raise Failed("; ".join(crew.problems[:3]))

    def _go_back(self, server):
        """What a program that loses acknowledged changes would leave behind; nobody has the database open."""
        kept = server.data + "/../kept.db"
        if os.path.exists(kept):
            shutil.copyfile(kept, server.data + "/older.db")
            os.replace(server.data + "/older.db", server.data + "/anping.db")  # a file of its own: not under a dying one's hands
            self.went_back = True
            for of_the_other in ("-wal", "-shm"):  # the old index of a log would be believed while somebody dying holds it
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(server.data + "/anping.db" + of_the_other)
        else:
            connection = sqlite3.connect(server.data + "/anping.db")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            connection.close()
            shutil.copyfile(server.data + "/anping.db", kept)

    def _cycle(self, server, crew, checker):
        enough = crew.counted("acknowledged") + self.random.randrange(40)
        latest = time.monotonic() + 1.0  # on a machine that hardly gets on
        crew.loose()
        while crew.counted("acknowledged") < enough and time.monotonic() < latest and not crew.problems:
            time.sleep(0.002)
        time.sleep(self.random.uniform(0, 0.02))
        if not server.alive():
            raise Failed("the server ended by itself")
        server.kill(with_signer=self.random.random() < 0.3 or self.options.control)  # it would write what it still holds
        crew.hold()
        self._raise(crew)
        if self.options.control:
            self._go_back(server)
        if self.random.random() < 0.1:  # while it is coming up, too
            server.spawn()
            time.sleep(self.random.uniform(0, 0.2))
            server.kill()
        server.start()
        checker.after_restart()
        self.verified += 1
        if self.verified % self.options.verify_every == 0:
            server.must_verify()


def told_of_control(lab, problem, home):
    shutil.rmtree(home, ignore_errors=True)
    noticed = lab.went_back and isinstance(problem, Failed)  # not for another reason
    print("  control: lost changes are " + ("noticed" if noticed else "NOT NOTICED"))
    return (1, 0) if noticed else (0, 1)


def told_of_cycles(lab, problem, seconds):
    if problem is None:
        print(f"  {lab.checked} acknowledged changes, 0 lost, 0 by halves, 0 twice; " +
              ", ".join(f"{count} {what}" for what, count in sorted(lab.totals.items())))
        print(f"  {lab.entries} entries; verify --state clean after every {lab.options.verify_every} cycles and at the end; "
              f"{seconds / max(lab.cycles, 1):.2f} s a cycle, slowest start {lab.slowest_start:.2f} s")
    return lab.cycles, 0 if problem is None else 1


def told_of_each(lab, problem, seconds):
    for route in lab.unmet:
        print(f"  never acknowledged: POST {route}")
    if problem is None:
        print(f"  {lab.checked} acknowledged changes of {len(lab.met)} routes, killed at each; {lab.entries} entries; "
              f"{seconds:.0f} s, slowest start {lab.slowest_start:.2f} s")
    return len(lab.met), len(lab.unmet) + (problem is not None)


def main():
    options = arguments()
    home = tempfile.mkdtemp(prefix="anping-kill.")
    lab = Lab(options, home)
    what = "each life" if options.each else options.cycles
    print(f"kill cycles on {lab.database.kind}: {what}, seed {options.seed}", flush=True)
    begun = time.monotonic()
    problem = None
    try:
        (lab.each if options.each else lab.run)()
    except Exception as found:
        problem = found
        trace = "" if isinstance(found, Failed) else traceback.format_exc()
        print(f"cycle {lab.cycles}: {found}\n{trace}kept: {home}")
    seconds = time.monotonic() - begun
    if options.control:
        passed, failed = told_of_control(lab, problem, home)
    else:
        passed, failed = (told_of_each if options.each else told_of_cycles)(lab, problem, seconds)
        if problem is None:
            shutil.rmtree(home)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
