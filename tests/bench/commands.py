# SPDX-License-Identifier: Apache-2.0
"""Durable changes on SQLite: against the same program whose disk never syncs, and on a disk that takes 5 ms to sync."""
import os

from figures import middle
from load import KINDS, Changes
from place import copy_of, preload, resident_megabytes

CLIENTS = 64
SLOW_SYNC_MICROS = 5000
ROUNDS = 3


def rate(bench, extra, kinds=tuple(KINDS)):
    """Changes a second of a fresh copy of the demonstration."""
    program = copy_of(bench.small, os.path.join(bench.home, "commands"), extra)
    with program.running():
        changes = Changes(bench.home, program, bench.password)
        changes.run(1, CLIENTS, kinds)
        outcome = changes.run(bench.seconds(7), CLIENTS, kinds)
        resident = resident_megabytes(program.process.pid)
    program.remove()
    return outcome, resident


def measure(bench, report):
    part = report.part("commands", f"{CLIENTS} clients, each change with session, token and key; one in four "
                                   "person, enterprise, contract, notice")
    durable, unsynced = [], []
    for _ in range(ROUNDS):  # in turn, so that both meet the same machine
        durable.append(rate(bench, {})[0].rate)
        unsynced.append(rate(bench, preload(0))[0].rate)
    part.figure("durable changes", middle(durable), "/s", middle(unsynced), "the same program without fsync",
                "at least", 0.5)
    part.fresh()
    slow, resident = rate(bench, preload(SLOW_SYNC_MICROS))
    alone = 1e6 / SLOW_SYNC_MICROS
    part.figure("durable changes, fsync 5 ms", slow.rate, "/s", alone, "one change for each sync", "at least", 5.0,
                f"p50 {slow.p50 / 1000:.0f} ms, p99 {slow.p99 / 1000:.0f} ms, {resident:.0f} MB resident")
    for kind in KINDS:
        part.fresh()
        one, _ = rate(bench, preload(SLOW_SYNC_MICROS), (kind,))
        part.figure(f"durable changes, fsync 5 ms, {kind} only", one.rate, "/s", alone, "one change for each sync",
                    note=f"{one.cpu_micros:.0f} us CPU each")
