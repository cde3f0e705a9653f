#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# fuzz.sh SECONDS [TARGET...]: every fuzz target of the fuzz preset, or those named, for so long, from the seeds in
# fuzz/seeds of its module; as many at a time as there are processors.
source "$(dirname "$0")/lib.sh"
seconds=${1:-300}
scripts/packages.sh full
[ -f build/fuzz/build.ninja ] || cmake --preset fuzz >&2
targets=("${@:2}")
[ $# -gt 1 ] || mapfile -t targets < <(ninja -C build/fuzz -t targets all | sed -nE 's/^(fuzz_\w+): phony.*/\1/p' | sort -u)
[ ${#targets[@]} -gt 0 ] || die 'the fuzz preset has no target'
ninja -C build/fuzz -j "$JOBS" "${targets[@]}" >&2

# One target, whose report is printed when it is done.
one() {
    local target=$1 corpus="build/fuzz/corpus/$1" seeds
    mkdir -p "$corpus" build/reports
    mapfile -t seeds < <(find src worker -path "*/fuzz/seeds/${target#fuzz_}" -type d)
    if "build/fuzz/bin/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="build/reports/$target-" "$corpus" "${seeds[@]}" 2>"build/reports/$target.log"; then
        echo "$target, $seconds s: $(grep -E 'number_of_executed_units|new_units_added' "build/reports/$target.log" | paste -sd' ')"
    else
        echo "$target failed"
        tail -40 "build/reports/$target.log"
        return 1
    fi
}
export -f one
export seconds
say "${#targets[@]} targets for $seconds s each, $JOBS at a time"
log=$(mktemp)
printf '%s\n' "${targets[@]}" | xargs -P "$JOBS" -I{} bash -c 'one {} || echo "{} FAILED" >&3' 3>"$log"
failed=$(grep -c FAILED "$log" || true)
rm -f "$log"
echo "$((${#targets[@]} - failed)) passed, $failed failed"
[ "$failed" = 0 ]
