#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""main.py [PART...]: measures, prints a line a figure and a table, writes build/reports/bench.json. A figure that
misses its target is no failure; a part that could not be measured is. ANPING_BENCH_SCALE (1) shortens all of it."""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import commands
import connections
import footing
import lists
import papers
import place
import postgres
import proofs
import reads
from figures import Report

ENTRIES = 100_000
LONGEST = 20 * 60
PARTS = {"footing": footing, "commands": commands, "postgres": postgres, "reads": reads, "proofs": proofs,
         "connections": connections, "lists": lists, "papers": papers}


class Bench:
    """A ledger of some dozen entries and a big one, both with the demonstration's accounts."""

    day = staticmethod(place.day)

    def __init__(self, scale):
        self.scale = scale
        self.home = tempfile.mkdtemp(prefix="anping-bench.")
        self.entries = self.count(ENTRIES)
        self.password = None

    def seconds(self, full):
        return max(1.0, full * self.scale)

    def whole_seconds(self, full):
        return max(1, round(full * self.scale))

    def count(self, full):
        return max(1, round(full * self.scale))

    def make(self):
        self.small = place.Program(self.home + "/small")
        self.password = self.small.initialise()
        self.big = place.copy_of(self.small, self.home + "/big")
        begun = time.monotonic()
        made = subprocess.run([place.beside("make_ledger"), self.big.data, str(self.entries)], env=self.big.env,
                              capture_output=True, text=True, timeout=600)
        if made.returncode != 0:
            raise place.Failed(f"make_ledger: {made.stderr}")
        with self.big.running():  # signs, and brings everything into its files
            time.sleep(1)
        print(f"a ledger of {made.stdout.strip()} entries made in {time.monotonic() - begun:.0f} s", flush=True)

    def remove(self):
        shutil.rmtree(self.home, ignore_errors=True)


def stopped(number, _):
    raise SystemExit(f"bench: ended by {signal.Signals(number).name}")


def run(bench, report, wanted):
    bench.make()
    for name in wanted:
        begun = time.monotonic()
        try:
            PARTS[name].measure(bench, report)
        except Exception as problem:  # the other parts are measured all the same
            traceback.print_exc(limit=4)
            report.fault(name, f"{type(problem).__name__}: {problem}")
            place.end_all()
        print(f"  ({time.monotonic() - begun:.0f} s)", flush=True)


def main():
    wanted = sys.argv[1:] or list(PARTS)
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        sys.exit(f"usage: main.py [{'|'.join(PARTS)}]... (not {' '.join(unknown)})")
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGALRM):
        signal.signal(number, stopped)
    signal.alarm(LONGEST + lists.seconds_to_make())
    scale = min(1.0, float(os.environ.get("ANPING_BENCH_SCALE", "1")))
    begun, load = time.monotonic(), os.getloadavg()
    print(f"load average {load[0]:.2f} {load[1]:.2f} {load[2]:.2f}, {os.cpu_count()} cores, scale {scale:g}"
          + ("; figures of a shortened run say little" if scale < 1 else ""), flush=True)
    bench, report = Bench(scale), Report()
    try:
        run(bench, report, wanted)
    finally:
        place.end_all()
        bench.remove()
    report.table()
    print(f"load average at the end {os.getloadavg()[0]:.2f}; {time.monotonic() - begun:.0f} s")
    report.write(os.path.join(place.HERE, "..", "..", "build", "reports", "bench.json"),
                 {"scale": scale, "cores": os.cpu_count(), "load_before": load, "load_after": os.getloadavg(),
                  "seconds": round(time.monotonic() - begun)})
    sys.exit(1 if report.broken else 0)


if __name__ == "__main__":
    main()
