#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# browser-tests.sh [sqlite|postgres]: the main job in a real browser against the release program, on both databases or one of
# them (tests/e2e/run.mjs).
source "$(dirname "$0")/lib.sh"
scripts/build.sh release
out="$ROOT/build/reports/e2e"
mkdir -p "$out"
PATH="$(dirname "$NODE"):$PATH" ANPING_BIN="$ROOT/build/release/bin/anping" ANPING_E2E_OUT="$out" \
    scripts/unprivileged.sh scripts/with-postgres.sh "$NODE" tests/e2e/run.mjs "$@"
