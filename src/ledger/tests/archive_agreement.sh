#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The three verifiers of archives over 1,000 archives and 10,000 damaged ones:
#   src/ledger/tests/archive_agreement.sh build/release/src/ledger/test_ledger
set -euo pipefail
test=${1:?path of test_ledger}
ANPING_ARCHIVES=${ANPING_ARCHIVES:-1000} ANPING_CORRUPTED=${ANPING_CORRUPTED:-10000} \
    exec "$test" --gtest_filter='*Agreement*'
