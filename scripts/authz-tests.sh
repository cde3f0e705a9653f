#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# authz-tests.sh [sqlite|postgres]: replays every id one person sees as everybody else (tests/authz/replay.py), on both
# databases or one of them, against the release program, built first, or ANPING_BIN. The matrix of roles and relations is a
# unit test (authz_matrix).
source "$(dirname "$0")/lib.sh"
if [ -n "${ANPING_BIN:-}" ]; then
    program=$(realpath "$ANPING_BIN")
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
[ "${1:-sqlite}" != sqlite ] || replay python3 -B tests/authz/replay.py
[ "${1:-postgres}" != postgres ] || replay scripts/with-postgres.sh python3 -B tests/authz/replay.py --postgres
awk '/^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3 } END { print passed " passed, " failed " failed" }' "$counts"
exit "$status"
