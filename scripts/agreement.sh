#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The three verifiers of archives over 1,000 archives and 10,000 damaged ones (src/ledger/tests/archive_agreement.sh).
source "$(dirname "$0")/lib.sh"
scripts/build.sh release
cmake --build build/release -j "$JOBS" --target test_ledger >&2
reports="$ROOT/build/reports/agreement"
rm -rf "$reports"
mkdir -p "$reports"
status=0
GTEST_OUTPUT="xml:$reports/" scripts/unprivileged.sh src/ledger/tests/archive_agreement.sh \
    "$ROOT/build/release/src/ledger/test_ledger" || status=$?
python3 tools/sum_tests.py "$reports" || status=1
exit "$status"
