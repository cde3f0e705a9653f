#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Runs a command beside a PostgreSQL of its own, which is gone afterwards however the command or this script ends:
#   scripts/with-postgres.sh build/dev/src/db/test_db
# ANPING_TEST_PG holds its conninfo. ANPING_PG_DURABLE=1 keeps fsync on (benchmarks, kill tests of the server).
set -euo pipefail

if [ $# -eq 0 ]; then
    echo "usage: $0 command [argument...]" >&2
    exit 2
fi
bin=${ANPING_PG_BIN:-/usr/lib/postgresql/15/bin}
if [ ! -x "$bin/initdb" ]; then
    echo "$0: no PostgreSQL in $bin (Debian package postgresql-15; ANPING_PG_BIN names another place)" >&2
    exit 3
fi

base=$(mktemp -d "${TMPDIR:-/tmp}/anping-pg.XXXXXX")
# A socket's path may have 107 bytes.
if [ ${#base} -gt 80 ]; then
    rmdir "$base"
    base=$(mktemp -d /tmp/anping-pg.XXXXXX)
fi
unprivileged=()
if [ "$(id -u)" = 0 ]; then  # initdb and postgres refuse root
    unprivileged=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
    chown nobody:nogroup "$base"
fi
chmod 711 "$base"
mkfifo "$base/guard"

postgres() {
    (cd "$base" && HOME="$base" "${unprivileged[@]}" "$bin/$1" "${@:2}")
}
# Outlives this script, even if it is killed: stops the server when the pipe it reads has no writer any more.
(
    trap '' INT TERM HUP
    read -r _ <"$base/guard" || true
    postgres pg_ctl -D "$base/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$base"
) </dev/null &
guard=$!
exec 9>"$base/guard"

durable=off
if [ "${ANPING_PG_DURABLE:-0}" = 1 ]; then durable=on; fi
begin() {
    postgres initdb -D "$base/data" -U anping -A trust -E UTF8 --no-locale --no-sync &&
        cat >>"$base/data/postgresql.conf" <<CONF &&
listen_addresses = ''
unix_socket_directories = '$base'
port = 5432
max_connections = 100
shared_buffers = 64MB
fsync = $durable
full_page_writes = $durable
synchronous_commit = on
autovacuum = off
CONF
        postgres pg_ctl -D "$base/data" -l "$base/log" -w -t 60 start
}
if ! begin >"$base/out" 2>&1 9>&-; then
    cat "$base/out" "$base/log" >&2 || true
    exec 9>&-
    wait "$guard"
    exit 3
fi

export ANPING_TEST_PG="host=$base port=5432 user=anping dbname=postgres"
"$@" 9>&- <&0 &
child=$!
trap 'kill -TERM "$child" 2>/dev/null' INT TERM HUP
status=0
wait "$child" || status=$?
while kill -0 "$child" 2>/dev/null; do  # a signal ended the wait, not the child
    status=0
    wait "$child" || status=$?
done
exec 9>&-
wait "$guard"
exit "$status"
