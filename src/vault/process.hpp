// SPDX-License-Identifier: Apache-2.0
// One run of a program that is not trusted to end, to be brief or to be quiet.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <anping/base/instrumented.hpp>

namespace anping::vault {

struct Run {
    enum class End { exited, crashed, timeout, flooded, not_started };
    End end = End::not_started;
    int status = 0;      // exit status, or the signal when it crashed
    std::string output;  // of its standard output, as far as it came
};

inline constexpr std::chrono::milliseconds kWall{kInstrumented ? 60'000 : 10'000};
inline constexpr std::chrono::milliseconds kConvertWall{180'000};
inline constexpr std::chrono::milliseconds kDocumentWall{600'000};  // scanned pages take a second or two each

struct RunLimits {
    std::chrono::milliseconds wall = kWall;
    std::size_t output = 64 * 1024;
};

// Started with no environment, no input, no other open file, in a process group of its own; when this returns nothing
// of the group runs any more. Thread-safe.
Run run(std::string const& program, std::vector<std::string> const& arguments, RunLimits const& limits = {});

}  // namespace anping::vault
