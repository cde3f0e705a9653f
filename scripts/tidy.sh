#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# clang-tidy 19 over every source of the clang preset's compile commands, tests left out. Arguments: only these files.
source "$(dirname "$0")/lib.sh"
scripts/packages.sh full
[ -f build/clang/compile_commands.json ] || cmake --preset clang >&2
if [ $# -eq 0 ]; then
    mapfile -t sources < <(python3 -c '
import json
for entry in json.load(open("build/clang/compile_commands.json")):
    name = entry["file"]
    if "/tests/" not in name and "/build/" not in name and "/fuzz/" not in name: print(name)' | sort -u)
    set -- "${sources[@]}"
fi
printf '%s\0' "$@" | xargs -0 -n 1 -P "$JOBS" clang-tidy-19 -p build/clang --quiet 2>/dev/null
