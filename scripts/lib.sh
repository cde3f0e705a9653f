# SPDX-License-Identifier: Apache-2.0
# Sourced by the other scripts: where things are, and how progress is shown.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"
NODE="$ROOT/build/node/bin/node"
NPM=("$NODE" "$ROOT/build/node/node_modules/npm/bin/npm-cli.js")
JOBS=${JOBS:-$(nproc)}
# A second checkout of the same sources finds what the first one compiled.
export CCACHE_BASEDIR=$ROOT CCACHE_NOHASHDIR=1
# What a precompiled header defines, and its time, say nothing of a file that uses it.
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
# npm trusts what this machine trusts (an office's own certificate authority, for one), not only its built-in list.
[ -e /etc/ssl/certs/ca-certificates.crt ] && export npm_config_cafile=${npm_config_cafile:-/etc/ssl/certs/ca-certificates.crt}

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# as_root CMD...: directly when we are root, through sudo when we are not.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "this step needs root and sudo is not installed: $*"
    fi
}

# is_current STAMP INPUT...: nothing below the inputs (a removed file changes its directory) is newer than the stamp.
is_current() {
    local stamp=$1
    shift
    [ -e "$stamp" ] || return 1
    local inputs=()
    for input in "$@"; do [ -e "$input" ] && inputs+=("$input"); done
    [ -z "$(find "${inputs[@]}" \( -name node_modules -o -name dist -o -name tests -o -name __pycache__ \) -prune \
        -o -newer "$stamp" -print -quit)" ]
}

# stamped STAMP CMD...: runs the command; the stamp carries the time the command started, so an edit made meanwhile counts.
stamped() {
    local stamp=$1
    shift
    mkdir -p "$(dirname "$stamp")"
    touch "$stamp.started"
    "$@"
    mv "$stamp.started" "$stamp"
}
