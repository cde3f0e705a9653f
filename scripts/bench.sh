#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# make bench: tests/bench/run.sh against the release program; every figure is a ratio within the run, beside the load.
# Arguments are the parts to measure (tests/bench/README.md); ANPING_BENCH_SCALE=0.02 tries them out in two minutes.
source "$(dirname "$0")/lib.sh"
scripts/packages.sh build test bench
scripts/build.sh release
say "building what the benchmarks measure with"
cmake --build build/release -j "$JOBS" --target bench_programs >&2
mkdir -p build/reports
ANPING_BIN="$ROOT/build/release/bin/anping" ANPING_PG_DURABLE=1 \
    scripts/unprivileged.sh scripts/with-postgres.sh tests/bench/run.sh "$@"
