# SPDX-License-Identifier: Apache-2.0
"""What others notice of 10,000 connections that never finish their head and 1,000 that read by drops: a file, since of
a page the kernel takes all there is off the server's hands."""
import contextlib
import os
import resource
import select
import subprocess
import sys
import threading
import time

from figures import middle
from load import reads
from place import HERE, Failed, copy_of, end, resident_megabytes, start
from reads import populate

HALF_OPEN, SLOW_READERS = 10_000, 1_000
RESIDENT_MEGABYTES = 200.0
FILE_BYTES = 8 << 20
OTHERS, PAUSE_MILLIS = 16, 10  # connections that ask, and rest after each answer
ROUNDS = 3
PATIENCE = 60


class Watch(threading.Thread):
    """The most memory a process had."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.most, self.over = pid, 0.0, threading.Event()

    def run(self):
        while not self.over.wait(0.2):
            self.most = max(self.most, resident_megabytes(self.pid))

    def stop(self):
        self.over.set()
        self.join()
        return self.most


@contextlib.contextmanager
def held(program, client, half, slow, path):
    """The holder's process, once it holds; what it tells at the end."""
    holder = start([sys.executable, os.path.join(HERE, "holder.py"), str(program.port), str(half), str(slow), "240",
                    client.session.cookie, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    told = {}
    try:
        ready, _, _ = select.select([holder.stdout], [], [], PATIENCE)
        line = holder.stdout.readline().decode() if ready else ""
        if line.strip() != "held":
            raise Failed(f"the connections could not be opened: {line}")
        time.sleep(1)
        yield told
        holder.stdin.close()
        words = holder.stdout.readline().decode().split()
        told.update(zip(words[::2], words[1::2]))
    finally:
        end(holder)


def room_for(wanted):
    """As many as the limit of descriptors allows in one process."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    return wanted if hard == resource.RLIM_INFINITY else min(wanted, hard - 2000)


def measure(bench, report):
    slow = bench.count(SLOW_READERS)
    half = room_for(bench.count(HALF_OPEN) + slow) - slow
    part = report.part("connections", f"{half} half-open, {slow} slow readers; others: {OTHERS} connections, a session "
                                      "and a project in turn")
    program = copy_of(bench.big, os.path.join(bench.home, "connections"))
    with program.running():
        client, project = populate(bench, program, FILE_BYTES)
        paths = ["/api/v1/session", f"/api/v1/projects/{project}"]
        evidence = client.call("GET", paths[1]).json()["evidence"][0]["exhibit"]["blob"]["sm3"]
        file = f"{paths[1]}/files/{evidence}"

        def others():
            return reads(bench.home, program, client, paths, OTHERS, bench.seconds(6), PAUSE_MILLIS).p99 / 1000

        others()
        before = resident_megabytes(program.process.pid)
        watch = Watch(program.process.pid)
        watch.start()
        alone, among, told = [], [], {}
        for _ in range(ROUNDS):
            alone.append(others())
            with held(program, client, half, slow, file) as told:
                among.append(others())
        most = watch.stop()
        client.close()
    program.remove()
    note = f"fewest held {told['fewest']}, opened {told['opened']}, refused {told['refused']} (last round)"
    part.figure("p99 of others", middle(among), "ms", middle(alone), "the same without them", "at most", 2.0, note)
    part.figure("memory with them", most, "MB", RESIDENT_MEGABYTES, "the limit", "at most", 1.0,
                f"before them {before:.1f} MB")
