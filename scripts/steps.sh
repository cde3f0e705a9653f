# SPDX-License-Identifier: Apache-2.0
# Sourced by test.sh and test-full.sh: named steps with their seconds, stop at the first failure, one closing line.
# A step that ends by printing 'N passed, N failed' counts as that many; any other counts as one.
mkdir -p build/reports
total_passed=0
total_failed=0
summary=()

finish() {
    [ -z "${beside_pid:-}" ] || kill -- "-$beside_pid" 2>/dev/null || true
    printf '\n'
    printf '%s\n' "${summary[@]}"
    [ -n "${failed_step:-}" ] && printf 'stopped at: %s (build/reports/%s.log)\n' "$failed_step" "$failed_log"
    printf '%d passed, %d failed\n' "$total_passed" "$total_failed"
    [ "$total_failed" = 0 ] || exit 1
}

# step NAME CMD...
step() {
    local name=$1 started=$SECONDS status=0 log counts
    shift
    log=$(tr -cs 'a-z0-9\n' '-' <<<"${name,,}" | sed 's/-$//')
    say "$name"
    "$@" 2>&1 | tee "build/reports/$log.log" || status=${PIPESTATUS[0]}
    counts=$(sed -nE 's/^([0-9]+) passed, ([0-9]+) failed$/\1 \2/p' "build/reports/$log.log" | tail -1)
    [ -n "$counts" ] || counts=$([ "$status" = 0 ] && echo 1 0 || echo 0 1)
    local passed=${counts% *} failed=${counts#* }
    # A step that exits with an error failed, whatever it counted.
    [ "$status" != 0 ] && [ "$failed" = 0 ] && failed=1
    total_passed=$((total_passed + passed))
    total_failed=$((total_failed + failed))
    summary+=("$(printf '%6ds  %-44s %d passed, %d failed' $((SECONDS - started)) "$name" "$passed" "$failed")")
    if [ "$failed" != 0 ]; then
        failed_step=$name
        failed_log=$log
        finish
    fi
}

# beside NAME CMD...: a step that takes what the steps until `joined` leave over of the processors. One at a time.
beside() {
    beside_name=$1
    shift
    say "$beside_name, beside what follows"
    set -m # a group of its own, to be ended with what it started
    nice -n 19 "$@" >build/reports/beside.log 2>&1 &
    beside_pid=$!
    set +m
}

joined() {
    local status=0
    wait "$beside_pid" || status=$?
    beside_pid=
    step "$beside_name" bash -c 'tail -n 40 build/reports/beside.log; exit "$0"' "$status"
}
