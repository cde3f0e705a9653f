#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# crash-tests.sh N: kills the serving release program N times under writers and verifies after each (tests/crash/run.sh).
source "$(dirname "$0")/lib.sh"
scripts/build.sh release
PATH="$(dirname "$NODE"):$PATH" ANPING_BIN="$ROOT/build/release/bin/anping" \
    scripts/unprivileged.sh scripts/with-postgres.sh tests/crash/run.sh "${1:-50}"
