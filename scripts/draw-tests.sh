#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# draw-tests.sh N: N invented draws computed by the program, by the page a draw is published with and by a script; each
# tampered with (tests/draw/agree.py).
source "$(dirname "$0")/lib.sh"
scripts/build.sh release
PATH="$(dirname "$NODE"):$PATH" scripts/unprivileged.sh python3 -B tests/draw/agree.py "$ROOT/build/release/bin/anping" \
    "$ROOT/web/dist/replay.html" --draws "${1:-500}"
