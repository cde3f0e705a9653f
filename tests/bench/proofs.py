# SPDX-License-Identifier: Apache-2.0
"""How fast the ledger is checked, against what the hash alone takes; how long a proof is."""
import json
import os
import subprocess
import time

from baseline import sm3_bytes_per_second
from figures import middle
from place import Failed, beside

ROUNDS = 3
PROOF_BYTES = 640


def told(command, env=None):
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise Failed(f"{command}: exit {done.returncode}\n{done.stdout[-500:]}{done.stderr[-1000:]}")
    return done.stdout


def measure(bench, report):
    cores = os.sched_getaffinity(0)
    part = report.part("proofs", f"a ledger of {bench.entries} entries; the command uses all {len(cores)} cores")
    core = min(cores)
    program, alone = bench.big, ["taskset", "-c", str(core)]
    passes, together, hashes, whole = [], [], [], []
    for _ in range(ROUNDS):
        entries = json.loads(told([*alone, beside("bench_entries"), program.data, "3", "1"], program.env))
        length = round(entries["bytes"] / entries["entries"])
        passes.append(entries["bytes"] / entries["micros"] * 1e6)
        every = json.loads(told([beside("bench_entries"), program.data, "3", str(len(cores))], program.env))
        together.append(every["bytes"] / every["micros"] * 1e6)
        hashes.append(sm3_bytes_per_second(length, bench.whole_seconds(2), core))
        begun = time.perf_counter()
        found = json.loads(told([program.program, "verify", "--data", program.data, "--json"], program.env))
        whole.append(entries["bytes"] / (time.perf_counter() - begun))
        if found["findings"]:
            raise Failed(f"verify: {found['findings'][:3]}")
    note = f"{entries['entries']} entries of {length} bytes; chain, columns, tiles and tree included"
    part.figure("bytes verified, the pass over the entries", middle(together) / 1e6, "MB/s", middle(hashes) / 1e6,
                f"openssl speed sm3 of {length} bytes", "at least", 0.6, note)
    part.figure("bytes verified, the same on one core", middle(passes) / 1e6, "MB/s", middle(hashes) / 1e6,
                f"openssl speed sm3 of {length} bytes")
    part.figure("bytes verified, the whole command", middle(whole) / 1e6, "MB/s", middle(hashes) / 1e6,
                f"openssl speed sm3 of {length} bytes",
                note="structure, indexes, heads, personal values and evidence besides; starting included")
    leaves = 1_000_000
    longest = int(told([beside("bench_proof"), str(leaves)]))
    part.figure(f"longest proof in a tree of {leaves}", longest, "bytes", PROOF_BYTES, "20 digests", "at most", 1.0,
                "built, 1000 proofs made and checked")
