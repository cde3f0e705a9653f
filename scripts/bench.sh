#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# make bench: tests/bench/run.sh against the release program; every figure is a ratio within the run, beside the load.
source "$(dirname "$0")/lib.sh"
scripts/packages.sh build test bench
scripts/build.sh release
PATH="$(dirname "$NODE"):$PATH" ANPING_BIN="$ROOT/build/release/bin/anping" \
    ANPING_PG_DURABLE=1 scripts/unprivileged.sh scripts/with-postgres.sh tests/bench/run.sh "$@"
