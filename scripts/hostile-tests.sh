#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# hostile-tests.sh [--quick] [--seed N] [--only FAMILY]: malformed bodies on every changing endpoint and hostile files through
# the real upload (tests/hostile), against the release program, built first, or ANPING_BIN. On both databases; --quick on SQLite.
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
round() {
    ANPING_BIN="$program" scripts/unprivileged.sh "$@" | tee -a "$counts" || status=1
}
round python3 -B tests/hostile/run.py "$@"
[[ " $* " == *" --quick "* ]] || round scripts/with-postgres.sh python3 -B tests/hostile/run.py --postgres "$@"
awk '/^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3 } END { print passed " passed, " failed " failed" }' "$counts"
exit "$status"
