#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# run.sh N: N kill cycles on SQLite and N/10 on PostgreSQL, a kill at each change of what a bureau does, failing disks,
# N kill cycles of a corpus of reports, N/10 killed screen-worker processes, a ledger tampered with. The size of the
# disks' part and the last one follows N: from 500 on it is that of `make test-full`.
# ANPING_BIN is the program (make_ledger beside it), ANPING_TEST_PG a PostgreSQL, SEED makes a run repeatable. Ends with
# 'N passed, N failed'.
set -uo pipefail
cd "$(dirname "$0")"
export PYTHONDONTWRITEBYTECODE=1
cycles=${1:-50}
seed=${SEED:-$RANDOM$RANDOM}
for needed in "${ANPING_BIN:?names the program}" "${ANPING_BIN%/*}/make_ledger"; do
    [ -x "$needed" ] || { echo "$needed is missing: cmake --build build/release --target anping anping-worker make_ledger" >&2; exit 2; }
done

if [ "$cycles" -ge 500 ]; then
    every=1 faults=(--every-call) entries=100000 flips=1000 edits=500 kept=100 at_once=50
else
    every=5 faults=() entries=2000 flips=100 edits=50 kept=20 at_once=5
fi

passed=0 failed=0 wrong=''
part() {
    local log status
    log=$(mktemp)
    "$@" 2>&1 | tee "$log"
    status=${PIPESTATUS[0]}
    local counts
    counts=$(sed -nE 's/^([0-9]+) passed, ([0-9]+) failed$/\1 \2/p' "$log" | tail -1)
    [ -n "$counts" ] || counts="0 1"
    [ "$status" = 0 ] || [ "${counts#* }" != 0 ] || counts="${counts% *} 1"
    [ "${counts#* }" = 0 ] || wrong+=$(printf '\n%s\n' "$*" && tail -12 "$log" | cut -c1-400)
    rm -f "$log"
    passed=$((passed + ${counts% *}))
    failed=$((failed + ${counts#* }))
}

part ./kill.py --cycles "$cycles" --seed "$seed" --verify-every "$every"
part ./kill.py --cycles "$((cycles < 50 ? 5 : cycles / 10))" --seed "$seed" --verify-every "$every" --postgres
part ./kill.py --each --seed "$seed"
[ "$cycles" -lt 500 ] || part ./kill.py --each --seed "$seed" --postgres
part ./kill.py --cycles 6 --seed "$seed" --control
part ./faults.py --seed "$seed" --postgres "${faults[@]}"
[ "$cycles" -lt 500 ] || part ./large.py --seed "$seed"
part ../forensics/kills.py "$ANPING_BIN" --cycles "$cycles" --seed "$seed"
part ../forensics/workers.py "$ANPING_BIN" --rounds "$((cycles < 50 ? 5 : cycles / 10))" --seed "$seed"
part ../tamper/run.py --seed "$seed" --entries "$entries" --flips "$flips" --edits "$edits" --kept "$kept" --at-once "$at_once"
[ -z "$wrong" ] || printf 'what failed, once more:%s\n' "$wrong"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
