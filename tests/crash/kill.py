#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills the serving program under writers, starts it again, looks whether anything acknowledged is missing.

kill.py --cycles 50 [--seed N] [--postgres] [--epoch 50]
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

from check import Checker
from ledger import Ledger
from scene import sign_in
from server import Database, Failed, Server
from writers import Crew


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cycles", type=int, default=50)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    parser.add_argument("--postgres", action="store_true", help="the database of ANPING_TEST_PG")
    parser.add_argument("--epoch", type=int, default=50, help="cycles before a fresh data directory")
    parser.add_argument("--verify-every", type=int, default=1, help="cycles between two verify --state")
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

    def run(self):
        template = Server(self.program, self.home + "/template", self.database)
        password = template.initialise()
        epoch = 0
        while self.cycles < self.options.cycles:
            data = template.data
            if not self.options.postgres:
                data = f"{self.home}/epoch-{epoch}"
                shutil.copytree(template.data, data)
            cycles = self.options.cycles - self.cycles
            self._epoch(epoch, data, password, cycles if self.options.postgres else min(cycles, self.options.epoch))
            shutil.rmtree(data)
            epoch += 1
        self.database.drop()

    def _epoch(self, epoch, data, password, cycles):
        server = Server(self.program, data, self.database)
        server.start()
        crew = Crew(lambda: server.port, sign_in(lambda: server.port, password), epoch, self.options.seed)
        checker = Checker(crew, Ledger(self.database, data + "/anping.db"), self.random)
        try:
            for _ in range(cycles):
                self._cycle(server, crew, checker)
                self.cycles += 1
            crew.finish_pending()
            self._raise(crew)
            checker.everything()
            server.must_verify()
        except Failed as problem:
            raise Failed(f"{problem}\nserver log:\n{server.log_tail()}") from problem
        finally:
            crew.end()
            checker.close()
            self.slowest_start = max(self.slowest_start, server.slowest_start)
            server.stop()
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


def main():
    options = arguments()
    home = tempfile.mkdtemp(prefix="anping-kill.")
    lab = Lab(options, home)
    print(f"kill cycles on {lab.database.kind}: {options.cycles}, seed {options.seed}", flush=True)
    begun = time.monotonic()
    problem = None
    try:
        lab.run()
    except Exception as found:
        problem = found
        trace = "" if isinstance(found, Failed) else traceback.format_exc()
        print(f"cycle {lab.cycles}: {found}\n{trace}kept: {home}")
    if options.control:
        shutil.rmtree(home, ignore_errors=True)
        noticed = lab.went_back and isinstance(problem, Failed)  # not for another reason
        print("  control: lost changes are " + ("noticed" if noticed else "NOT NOTICED"))
        print("1 passed, 0 failed" if noticed else "0 passed, 1 failed")
        return 0 if noticed else 1
    seconds = time.monotonic() - begun
    if problem is None:
        shutil.rmtree(home)
        print(f"  {lab.checked} acknowledged changes, 0 lost, 0 by halves, 0 twice; " +
              ", ".join(f"{count} {what}" for what, count in sorted(lab.totals.items())))
        print(f"  {lab.entries} entries; verify --state clean after every {options.verify_every} cycles and at the end; "
              f"{seconds / max(lab.cycles, 1):.2f} s a cycle, slowest start {lab.slowest_start:.2f} s")
    print(f"{lab.cycles} passed, {0 if problem is None else 1} failed")
    return 0 if problem is None else 1


if __name__ == "__main__":
    sys.exit(main())
