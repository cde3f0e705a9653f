#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# unprivileged.sh CMD...: runs the command as an ordinary user with a temporary home, because PostgreSQL and Chromium's
# sandbox refuse root and a test of a read-only file means nothing for root. Started by an ordinary user it stays that one.
source "$(dirname "$0")/lib.sh"
[ $# -gt 0 ] || die "usage: unprivileged.sh CMD..."

scratch=$(mktemp -d "${TMPDIR:-/tmp}/anping-test.XXXXXX")
opened=()
cleanup() {
    for directory in "${opened[@]}"; do chmod o-x "$directory"; done
    rm -rf "$scratch"
}
trap cleanup EXIT
environment=(HOME="$scratch" TMPDIR="$scratch" XDG_RUNTIME_DIR="$scratch" ANPING_UNPRIVILEGED=1)

if [ "$(id -u)" != 0 ]; then
    env "${environment[@]}" "$@"
    exit
fi

user=65534
drop=(setpriv --reuid "$user" --regid "$user" --clear-groups --no-new-privs --inh-caps=-all)
chown "$user:$user" "$scratch"
# What tests write inside the checkout: logs and reports.
for directory in build/reports build/*/Testing; do
    [ -d "$directory" ] && chown -R "$user:$user" "$directory"
done

readable() { "$@" bash -c 'cd "$0" && [ -r CMakeLists.txt ] && [ -r src ] && [ -r scripts/lib.sh ]' "$ROOT" 2>/dev/null; }
if ! readable "${drop[@]}"; then
    reading=(setpriv --reuid "$user" --regid "$user" --clear-groups --no-new-privs
        --inh-caps=-all,+dac_read_search --ambient-caps=-all,+dac_read_search)
    if readable "${reading[@]}"; then
        # A checkout below /root: the user may read everything and write nothing.
        drop=("${reading[@]}")
    else
        # A container without that capability: let others pass through the directories above, and undo it afterwards.
        directory=$ROOT
        while [ "$directory" != / ]; do
            if [ -z "$(find "$directory" -maxdepth 0 -perm -o=x)" ]; then
                chmod o+x "$directory"
                opened+=("$directory")
            fi
            directory=$(dirname "$directory")
        done
        readable "${drop[@]}" || die "an ordinary user cannot read $ROOT: run chmod -R o+rX on it and try again"
    fi
fi
"${drop[@]}" env "${environment[@]}" "$@"
