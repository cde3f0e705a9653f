// SPDX-License-Identifier: Apache-2.0
// The books' own tests: facts in, deadlines, flags and settings out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <anping/rulebook/tools.hpp>

#include "reader.hpp"

namespace anping::rulebook {

// The law with these clauses taken as confirmed.
using LawSource = std::function<Law(std::vector<std::string> const& confirmed)>;

struct TestRun {
    std::int64_t cases = 0;
    std::vector<TestFailure> failures;
    std::vector<std::string> untested;
};

TestRun run_tests(Shelf const& shelf, LawSource const& source, Report& report);

}  // namespace anping::rulebook
