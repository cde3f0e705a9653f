#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# run.sh [PART...]: the benchmarks (scripts/bench.sh has built what they run). ANPING_BIN is the release program, its
# helpers beside it; ANPING_TEST_PG a PostgreSQL that syncs; ANPING_BENCH_SCALE=0.02 for a trial of the benchmarks.
set -euo pipefail
cd "$(dirname "$0")"
export PYTHONDONTWRITEBYTECODE=1
for needed in anping make_ledger bench_reads bench_entries bench_proof bench_documents anping-print-worker bench_sync.so; do
    [ -x "$(dirname "${ANPING_BIN:?names the program}")/$needed" ] || {
        echo "$needed is missing beside ANPING_BIN: scripts/bench.sh builds it" >&2
        exit 2
    }
done
exec ./main.py "$@"
