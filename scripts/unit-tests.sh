#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# unit-tests.sh PRESET [CTEST-ARGUMENT...]: ctest of a built preset, beside a PostgreSQL of its own, as an ordinary user.
# A skipped test is a failure: nothing here is optional.
source "$(dirname "$0")/lib.sh"
preset=${1:-dev}
shift || true
reports="$ROOT/build/reports/$preset"
rm -rf "$reports"
mkdir -p "$reports" "build/$preset/Testing"

status=0
GTEST_OUTPUT="xml:$reports/" \
    ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1:strict_string_checks=1} \
    UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1} \
    TSAN_OPTIONS=${TSAN_OPTIONS:-halt_on_error=1:second_deadlock_stack=1} \
    scripts/unprivileged.sh scripts/with-postgres.sh \
    ctest --test-dir "build/$preset" --output-on-failure --timeout 900 -j "$JOBS" \
    --output-junit "$reports/ctest.xml" "$@" || status=$?
python3 tools/sum_tests.py "$reports" || status=1
exit "$status"
