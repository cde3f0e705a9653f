#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A disk that is full or fails: changes are refused with 503, reads go on, nothing acknowledged is lost, and the
server goes on by itself when the disk does.

faults.py [--seed N] [--every-call] [--postgres]
"""
import argparse
import os
import shutil
import sys
import tempfile
import threading
import time

import calls
from client import Broken, Client
from disk import FULL, NO_SYNC, NO_WRITE, NONE, Shim, SmallDisk, inside_namespace, namespace_command
from scene import Scene
from seats import appoint
from server import Database, Failed, Server

PATIENCE = 20.0
RECOVERY = 5.0


class Reader(threading.Thread):
    """Reads all the time; every answer has to be 200."""

    def __init__(self, scene):
        super().__init__(daemon=True)
        self.client = Client(scene.port, scene.sessions[0][0])
        self.paths = ["/api/v1/projects?limit=5", "/api/v1/session", "/api/v1/enterprises?limit=5", "/healthz"]
        self.answers, self.wrong, self.stopping = 0, [], False

    def run(self):
        while not self.stopping:
            path = self.paths[self.answers % len(self.paths)]
            try:
                answer = self.client.call("GET", path)
                if answer.status != 200:
                    self.wrong.append(f"{path}: {answer}")
            except Broken as problem:
                self.wrong.append(f"{path}: {type(problem).__name__} {problem}")
            self.answers += 1
            time.sleep(0.005)


def wait_for(what, true, problems, seconds=PATIENCE):
    begun = time.monotonic()
    while not true():
        if problems:
            raise Failed("; ".join(problems[:3]))
        if time.monotonic() - begun > seconds:
            raise Failed(f"{what}: not within {seconds:.0f} s")
        time.sleep(0.01)
    return time.monotonic() - begun


def outage(scene, begin, end, linger=1.0):
    """Writers and a reader through one failure of the disk; a line about it."""
    crew, reader, process = scene.crew, Reader(scene), scene.server.process.pid
    crew.loose()
    wait_for("first changes", lambda: crew.counted("acknowledged") >= 30, crew.problems)
    reader.start()
    begin()
    try:
        wait_for("a refusal", lambda: crew.counted("refused") >= 8, crew.problems)
        time.sleep(linger)
    finally:
        end()
    before = crew.counted("acknowledged")
    recovery = wait_for("changes after the failure", lambda: crew.counted("acknowledged") > before, crew.problems, RECOVERY)
    time.sleep(0.3)
    reader.stopping = True
    reader.join()
    crew.hold()
    crew.finish_pending()
    scene.raise_problems()
    if reader.wrong:
        raise Failed(f"{len(reader.wrong)} of {reader.answers} reads failed: " + "; ".join(reader.wrong[:3]))
    if not scene.server.alive() or scene.server.process.pid != process:
        raise Failed("the server ended")
    scene.look()
    scene.server.kill()
    scene.server.start()
    scene.look()
    return (f"{crew.counted('refused')} refused, {reader.answers} reads all 200, "
            f"{crew.counted('acknowledged')} acknowledged all there, changes again after {recovery:.2f} s")


def by_shim(lab, mode, database):
    home = lab.fresh()
    shim = Shim(home, home + "/data")
    with Scene(lab, home + "/data", database, shim.environment) as scene:
        return outage(scene, lambda: shim.set(mode), lambda: shim.set(NONE))


def by_small_disk(lab):
    disk = SmallDisk(lab.fresh() + "/disk", 64)
    try:
        with Scene(lab, disk.at + "/data", Database()) as scene:
            return outage(scene, disk.fill, disk.free)
    finally:
        disk.close()


def by_cut_connections(lab, database):
    home = lab.fresh()
    stop = threading.Event()

    def cut():
        while not stop.is_set():
            database.psql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                          f"WHERE datname = '{database.name}' AND pid <> pg_backend_pid()", admin=True)
            time.sleep(0.05)

    with Scene(lab, home + "/data", database) as scene:
        thread = threading.Thread(target=cut, daemon=True)
        crew = scene.crew
        crew.loose()
        wait_for("first changes", lambda: crew.counted("acknowledged") >= 30, crew.problems)
        thread.start()
        time.sleep(2)
        stop.set()
        thread.join()
        before = crew.counted("acknowledged")
        recovery = wait_for("changes afterwards", lambda: crew.counted("acknowledged") > before, crew.problems, RECOVERY)
        crew.hold()
        crew.finish_pending()
        scene.raise_problems()
        scene.look()
        return (f"{crew.counted('refused')} refused, {crew.counted('acknowledged')} acknowledged all there, "
                f"changes again after {recovery:.2f} s")


class Lab:
    def __init__(self, options, home):
        self.options, self.home, self.program, self.count = options, home, os.environ["ANPING_BIN"], 0
        template = Server(self.program, home + "/template", Database())
        self.password = template.initialise()
        appoint(template)
        self.template = template.data

    def fresh(self):
        self.count += 1
        home = f"{self.home}/{self.count}"
        os.makedirs(home)
        return home


def trials(lab, options):
    sqlite = Database()
    if inside_namespace():
        yield "full disk (tmpfs)", lambda: by_small_disk(lab)
    yield "full disk (ENOSPC wherever a file would grow)", lambda: by_shim(lab, FULL, sqlite)
    yield "fsync fails (EIO)", lambda: by_shim(lab, NO_SYNC, sqlite)
    yield "writes fail (EIO)", lambda: by_shim(lab, NO_WRITE, sqlite)
    for kind in calls.trials(options.every_call):
        yield kind.name, lambda kind=kind: kind.run(lab)
    if options.postgres:
        conninfo = os.environ.get("ANPING_TEST_PG")
        if not conninfo:
            raise Failed("ANPING_TEST_PG is not set: run through scripts/with-postgres.sh")
        database = Database(conninfo, f"anping_faults_{os.getpid()}")
        yield "PostgreSQL: connections cut", lambda: by_cut_connections(lab, database)
        yield "PostgreSQL: fsync of files fails (EIO)", lambda: by_shim(lab, NO_SYNC, database)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    parser.add_argument("--every-call", action="store_true", help="fail and kill at each call, not at a sample of them")
    parser.add_argument("--postgres", action="store_true", help="also on the database of ANPING_TEST_PG")
    options = parser.parse_args()
    if not inside_namespace():
        command = namespace_command()
        if command:
            os.environ["ANPING_FAULTS_INSIDE"] = "1"
            os.execvp(command[0], [*command, sys.executable, *sys.argv])
        print("no mount namespace here: the full disk is played by the shim alone")
    home = tempfile.mkdtemp(prefix="anping-faults.")
    print(f"failing disks, seed {options.seed}", flush=True)
    lab = Lab(options, home)
    passed = failed = 0
    for name, trial in trials(lab, options):
        try:
            print(f"  {name}: {trial()}", flush=True)
            passed += 1
        except (Failed, AssertionError) as problem:
            print(f"  {name}: WRONG {problem}\n  kept: {home}", flush=True)
            failed += 1
    if not failed:
        shutil.rmtree(home)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
