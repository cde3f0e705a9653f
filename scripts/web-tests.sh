#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The web pages' types and unit tests, under the pinned Node.
source "$(dirname "$0")/lib.sh"
scripts/build-web.sh --modules
reports="$ROOT/build/reports/web"
rm -rf "$reports"
mkdir -p "$reports"
export PATH="$(dirname "$NODE"):$PATH"
cd web
"${NPM[@]}" run --silent typecheck
status=0
"${NPM[@]}" test --silent -- --reporter=default --reporter=junit --outputFile.junit="$reports/vitest.xml" || status=$?
python3 ../tools/sum_tests.py "$reports" || status=1
exit "$status"
