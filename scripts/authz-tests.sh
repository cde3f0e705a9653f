#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# authz-tests.sh [PROGRAM]: replays every id one person sees as everybody else (tests/authz/replay.py), on both databases,
# against PROGRAM, or against the release program, built first. The matrix of roles and relations is a unit test (authz_matrix).
source "$(dirname "$0")/lib.sh"
if [ $# -gt 0 ]; then
    program=$(realpath "$1")
else
    scripts/build.sh release
    program="$ROOT/build/release/bin/anping"
fi
status=0
counts=$(mktemp)
trap 'rm -f "$counts"' EXIT
replay() {
    ANPING_BIN="$program" scripts/unprivileged.sh "$@" | tee -a "$counts" || status=1
}
replay python3 -B tests/authz/replay.py
replay scripts/with-postgres.sh python3 -B tests/authz/replay.py --postgres
awk '/^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3 } END { print passed " passed, " failed " failed" }' "$counts"
exit "$status"
