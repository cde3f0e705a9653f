#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# build.sh release: the programs and the web pages that are served. build.sh PRESET: everything of that preset, tests too.
# Returns at once when no input changed since the last build.
source "$(dirname "$0")/lib.sh"
preset=${1:-release}

program_inputs=(src worker cmake CMakeLists.txt CMakePresets.json)

configure_and_build() {
    [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" >&2
    if [ "$preset" = release ]; then
        cmake --build "build/$preset" -j "$JOBS" --target anping anping-worker anping-picture-worker anping-print-worker >&2
    else
        cmake --build "build/$preset" -j "$JOBS" >&2
    fi
}

if [ "$preset" != release ]; then
    say "building preset $preset"
    configure_and_build
    exit 0
fi

if ! is_current build/.stamps/release "${program_inputs[@]}"; then
    scripts/packages.sh build
    say "building the release programs (the first time takes minutes)"
    stamped build/.stamps/release configure_and_build
fi
scripts/build-web.sh
