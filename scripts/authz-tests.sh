#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# authz-tests.sh [PROGRAM]: replays every id one person sees as everybody else (tests/authz/replay.py) against PROGRAM,
# or against the release program, built first. The matrix of roles and relations is a unit test (authz_matrix).
source "$(dirname "$0")/lib.sh"
if [ $# -gt 0 ]; then
    program=$(realpath "$1")
else
    scripts/build.sh release
    program="$ROOT/build/release/bin/anping"
fi
ANPING_BIN="$program" scripts/unprivileged.sh python3 -B tests/authz/replay.py
