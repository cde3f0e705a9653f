#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# crash-tests.sh N: kills the serving release program N times under writers and verifies after each, lets its disk
# fail, and tampers with a ledger (tests/crash/run.sh; with 500 and more, all of it at full size).
source "$(dirname "$0")/lib.sh"
scripts/build.sh release
cmake --build build/release -j "$JOBS" --target make_ledger >&2
PATH="$(dirname "$NODE"):$PATH" ANPING_BIN="$ROOT/build/release/bin/anping" \
    scripts/unprivileged.sh scripts/with-postgres.sh tests/crash/run.sh "${1:-50}"
