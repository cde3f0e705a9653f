#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# fuzz.sh SECONDS: every fuzz target of the fuzz preset for so long, from the seeds in src/<module>/fuzz/seeds.
source "$(dirname "$0")/lib.sh"
seconds=${1:-300}
scripts/packages.sh full
[ -f build/fuzz/build.ninja ] || cmake --preset fuzz >&2
mapfile -t targets < <(ninja -C build/fuzz -t targets all | sed -nE 's/^(fuzz_\w+): phony.*/\1/p' | sort -u)
[ ${#targets[@]} -gt 0 ] || die 'the fuzz preset has no target'
ninja -C build/fuzz -j "$JOBS" "${targets[@]}" >&2

failed=0
for target in "${targets[@]}"; do
    corpus="build/fuzz/corpus/$target"
    mkdir -p "$corpus" build/reports
    mapfile -t seeds < <(find src -path "*/fuzz/seeds/${target#fuzz_}" -type d)
    say "$target for $seconds s"
    if "build/fuzz/bin/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="build/reports/$target-" "$corpus" "${seeds[@]}" 2>"build/reports/$target.log"; then
        grep -E 'number_of_executed_units|new_units_added' "build/reports/$target.log"
    else
        tail -40 "build/reports/$target.log"
        failed=$((failed + 1))
    fi
done
echo "$((${#targets[@]} - failed)) passed, $failed failed"
[ "$failed" = 0 ]
