# SPDX-License-Identifier: Apache-2.0
"""What a server needs before anybody asks it anything: memory, and the time until it is ready."""
import time

from figures import middle
from place import resident_megabytes

STARTS = 5
IDLE_MEGABYTES = 60.0
READY_SECONDS = 0.5


def starts(program):
    seconds, megabytes = [], []
    for _ in range(STARTS):
        with program.running():
            seconds.append(program.ready_after)
            time.sleep(1)
            megabytes.append(resident_megabytes(program.process.pid))
    return middle(seconds), max(megabytes)


def measure(bench, report):
    part = report.part("footing", f"a data directory with {bench.entries} entries, nothing to rebuild")
    small_ready, small_resident = starts(bench.small)
    ready, resident = starts(bench.big)
    part.figure("idle memory", resident, "MB", IDLE_MEGABYTES, "the limit", "at most", 1.0,
                f"with the demonstration alone {small_resident:.1f} MB")
    part.figure("from start to ready", ready, "s", READY_SECONDS, "the limit", "at most", 1.0,
                f"with the demonstration alone {small_ready:.3f} s")
    part.figure("from start to ready, against the demonstration alone", ready, "s", small_ready,
                "a ledger of some dozen entries")
