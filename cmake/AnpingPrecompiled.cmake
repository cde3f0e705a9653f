# SPDX-License-Identifier: Apache-2.0
# Headers compiled once: a set for every module, and a larger one, with the faces of tiers 0 to 3, for the modules above.
# A set per module makes a build from nothing slower. The `clang` preset goes without, and finds an include that is missing.
set(ANPING_PRECOMPILED <boost/describe.hpp> <boost/json.hpp> <boost/mp11.hpp> <fmt/format.h> <tl/expected.hpp>
  <algorithm> <array> <chrono> <filesystem> <fstream> <functional> <map> <memory> <mutex> <optional> <random> <set>
  <sstream> <string> <string_view> <thread> <unordered_map> <variant> <vector>)

# anping_precompile(<set> [LINKS targets...] [HEADERS headers...]): <set>_pch for sources, <set>_test_pch for tests.
function(anping_precompile set)
  cmake_parse_arguments(P "" "" "LINKS;HEADERS" ${ARGN})
  if(NOT ANPING_PCH)
    return()
  endif()
  foreach(target ${set}_pch ${set}_test_pch)
    add_library(${target} STATIC ${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp)
    target_link_libraries(${target} PRIVATE anping_options ${P_LINKS})
    target_precompile_headers(${target} PRIVATE ${ANPING_PRECOMPILED} ${P_HEADERS})
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
      # With the time inside, what ccache kept would not be found again.
      target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
    endif()
  endforeach()
  target_link_libraries(${set}_test_pch PRIVATE GTest::gmock)
  target_precompile_headers(${set}_test_pch PRIVATE <gmock/gmock.h> <gtest/gtest.h>)
endfunction()

# anping_use_precompiled(<target> <module> <kind>): the set of the module's tier; kind is pch or test_pch.
function(anping_use_precompiled target module kind)
  if(NOT ANPING_PCH)
    return()
  endif()
  set(set anping_low)
  get_property(tier GLOBAL PROPERTY ANPING_TIER_${module})
  if(tier GREATER_EQUAL 4)
    set(set anping_high)
  endif()
  target_precompile_headers(${target} REUSE_FROM ${set}_${kind})
endfunction()
