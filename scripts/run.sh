#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# make run: from a fresh machine to a served demonstration; the second time it only serves.
source "$(dirname "$0")/lib.sh"
data=${DATA:-./var}
port=${PORT:-8080}

scripts/build.sh release

anping=build/release/bin/anping
if [ ! -e "$data" ]; then
    say "creating the demonstration data in $data"
    # Made aside and moved into place, so that an interrupted run starts over instead of serving half of it.
    rm -rf "$data.new"
    "$anping" init --data "$data.new" >&2
    "$anping" demo --data "$data.new" >&2
    mv "$data.new" "$data"
fi
say "serving on http://127.0.0.1:$port (stop with Ctrl+C)"
exec "$anping" serve --data "$data" --port "$port"
