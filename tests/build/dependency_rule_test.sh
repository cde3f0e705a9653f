#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The build itself holds the dependency rule. In a scratch project that uses this repository's cmake/AnpingModule.cmake:
# a declared include compiles, an undeclared one does not, and an upward or sideways dependency does not configure.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

# Modules low (tier 0), middle (1, uses low), left and right (4). Arguments replace the CMakeLists line of one module.
project() {
    rm -rf "$scratch/p"
    mkdir -p "$scratch/p/cmake"
    cp "$root"/cmake/Anping{Module,Precompiled}.cmake "$scratch/p/cmake/"
    cat >"$scratch/p/CMakeLists.txt" <<'CMAKE'
cmake_minimum_required(VERSION 3.25)
project(rule LANGUAGES CXX)
set(CMAKE_CXX_STANDARD 20)
set(ANPING_ONLY "")
add_library(anping_options INTERFACE)
enable_testing()
include(cmake/AnpingModule.cmake)
include(cmake/AnpingPrecompiled.cmake)
anping_tier(0 low)
anping_tier(1 middle)
anping_tier(4 left right)
CMAKE
    for module in low middle left right; do
        mkdir -p "$scratch/p/src/$module/include/anping/$module"
        echo "#pragma once
int ${module}_value();" >"$scratch/p/src/$module/include/anping/$module/$module.hpp"
        echo "int ${module}_value() { return 1; }" >"$scratch/p/src/$module/$module.cpp"
        echo "int ${module}_secret();" >"$scratch/p/src/$module/private.hpp"
    done
    module low ''
    module middle 'DEPENDS low'
    module left 'DEPENDS middle'
    module right 'DEPENDS middle'
}
module() { echo "anping_module($1 SOURCES $1.cpp $2)" >"$scratch/p/src/$1/CMakeLists.txt"; }
includes() { sed -i "1i #include $2" "$scratch/p/src/$1/$1.cpp"; }

# expect NAME configures|refused|compiles|fails TEXT: what the build must say.
expect() {
    local name=$1 outcome=$2 text=${3:-} got=compiles
    if ! cmake -S "$scratch/p" -B "$scratch/p/build" -G Ninja >"$scratch/log" 2>&1; then
        got=refused
    elif ! cmake --build "$scratch/p/build" >"$scratch/log" 2>&1; then
        got=fails
    fi
    # CMake wraps its messages.
    if [ "$got" = "$outcome" ] && tr -s ' \n' ' ' <"$scratch/log" | grep -qF "$text"; then
        echo "ok      $name"
        passed=$((passed + 1))
    else
        echo "FAILED  $name: expected $outcome ($text), got $got:"
        tail -20 "$scratch/log"
        failed=$((failed + 1))
    fi
}

project
includes middle '<anping/low/low.hpp>'
expect 'a declared include compiles' compiles

project
module middle ''
includes middle '<anping/low/low.hpp>'
expect 'an undeclared include does not compile' fails 'anping/low/low.hpp: No such file'

project
includes left '<anping/low/low.hpp>'
expect "a dependency's dependency is not inherited" fails 'anping/low/low.hpp: No such file'

project
includes middle '<private.hpp>'
rm "$scratch/p/src/middle/private.hpp"
expect "another module's private header is out of reach" fails 'private.hpp: No such file'

project
module low 'DEPENDS middle'
expect 'an upward dependency does not configure' refused 'low may not depend on middle'

project
module right 'DEPENDS left'
expect 'a sideways dependency of tier 4 does not configure' refused 'right may reach left only through FACES'

project
module left 'DEPENDS middle FACES right'
includes left '<anping/right/right.hpp>'
expect 'a face of tier 4 is reached whichever is declared first' compiles

project
module low 'FACES middle'
expect 'a face above the module does not configure' refused 'low may not use the face of middle'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
