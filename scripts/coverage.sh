#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Line coverage by the unit tests. Fails below 95 % for the ledger or for any module's rules.
source "$(dirname "$0")/lib.sh"
scripts/packages.sh full
scripts/build.sh cov
find build/cov -name '*.gcda' -delete
# Counters are written where the objects lie, by the ordinary user the tests run as.
find build/cov -type d -exec chmod o+w {} +
scripts/unit-tests.sh cov
# Sources only: gcovr 5 cannot put together what several objects say of one header.
gcovr --root . --object-directory build/cov --filter 'src/.*\.cpp$' --exclude '.*/tests/.*' --exclude '.*/fuzz/.*' \
    --gcov-ignore-parse-errors --json-summary build/reports/coverage.json --txt build/reports/coverage.txt -j "$JOBS"
python3 tools/check_coverage.py build/reports/coverage.json
