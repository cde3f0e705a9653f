#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# make lint. --fix-format rewrites the C++ files instead.
source "$(dirname "$0")/lib.sh"
scripts/packages.sh lint
exec python3 tools/lint.py "$@"
