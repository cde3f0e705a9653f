#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# make test-full: make test, then what takes too long for every change. FUZZ_SECONDS is per target.
source "$(dirname "$0")/lib.sh"
source scripts/steps.sh
started=$(date -u +%Y-%m-%dT%H:%MZ)

step 'packages' scripts/packages.sh build lint test bench full
step 'make test, 500 kill cycles' env CRASH_CYCLES=500 scripts/test.sh
step 'browser story on PostgreSQL' scripts/browser-tests.sh postgres
step 'authorisation replay on PostgreSQL' scripts/authz-tests.sh postgres
step 'build tsan' scripts/build.sh tsan
step 'unit tests under TSan' scripts/unit-tests.sh tsan
step 'build with clang 19' scripts/build.sh clang
step 'every face compiles alone' cmake --build build/clang --target faces
step 'unit tests of the clang build' scripts/unit-tests.sh clang
step 'clang-tidy 19' scripts/tidy.sh
step 'coverage of rules and ledger' scripts/coverage.sh
step 'three verifiers agree (1,000 archives, 10,000 damaged)' scripts/agreement.sh
step 'draws by three programs (10,000)' scripts/draw-tests.sh 10000
step 'hostile bodies and files, on both databases' scripts/hostile-tests.sh
step 'fuzzing' scripts/fuzz.sh "${FUZZ_SECONDS:-300}"
say "started $started on $(nproc) cores, load now $(cut -d' ' -f1-3 /proc/loadavg); logs in build/reports"
finish
