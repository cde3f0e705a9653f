#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# make test: everything a change must pass. CRASH_CYCLES sets the number of kill cycles.
source "$(dirname "$0")/lib.sh"
source scripts/steps.sh
cycles=${CRASH_CYCLES:-50}

step 'packages' scripts/packages.sh build lint test
step 'lints' scripts/lint.sh
step 'dependency rule in the build' tests/build/dependency_rule_test.sh
step 'build release and web pages' scripts/build.sh release
step 'web type check and unit tests' scripts/web-tests.sh
beside 'build dev (ASan, UBSan)' scripts/build.sh dev # a browser waits much of its time
step 'browser story on SQLite' scripts/browser-tests.sh sqlite
joined
step 'unit tests on SQLite and PostgreSQL' scripts/unit-tests.sh dev
step 'authorisation replay on SQLite' scripts/authz-tests.sh sqlite
step 'hostile bodies and files, a quick round' scripts/hostile-tests.sh --quick
step 'draws by three programs (500)' scripts/draw-tests.sh 500
step "kill cycles ($cycles)" scripts/crash-tests.sh "$cycles"
finish
