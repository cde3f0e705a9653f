// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace anping::app {

// Exit codes, documented in `anping --help`.
inline constexpr int kOk = 0;
inline constexpr int kFound = 1;   // a check found something wrong
inline constexpr int kUsage = 2;   // the command line or a setting is wrong
inline constexpr int kCannot = 3;  // the machine does not let it: file, database, port

int run(int argc, char** argv);

}  // namespace anping::app
