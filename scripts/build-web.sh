#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# build-web.sh: the web pages into web/dist. build-web.sh --modules: only what npm installs.
source "$(dirname "$0")/lib.sh"

if ! cmp -s web/package-lock.json build/.stamps/web-modules || [ ! -d web/node_modules ]; then
    scripts/packages.sh build
    scripts/node.sh
    say "installing the web pages' npm packages"
    (cd web && PATH="$(dirname "$NODE"):$PATH" "${NPM[@]}" ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
    mkdir -p build/.stamps
    cp web/package-lock.json build/.stamps/web-modules
fi
[ "${1:-}" = --modules ] && exit 0

mkdir -p web/dist  # made now, because making it later would make web/ newer than the stamp
build_pages() { (cd web && PATH="$(dirname "$NODE"):$PATH" "${NPM[@]}" run --silent build >&2); }

if ! is_current build/.stamps/web web || [ ! -e web/dist/index.html ]; then
    scripts/node.sh
    say "building the web pages"
    stamped build/.stamps/web build_pages
fi
