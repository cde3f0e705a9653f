// SPDX-License-Identifier: Apache-2.0
// How far two reviewers who do not know of each other agree, beyond what chance would do.
#pragma once

#include <array>
#include <string>
#include <vector>

#include <anping/inspection/call_ups.hpp>

namespace anping::inspection {

// Pairs of verdicts: [the first reviewer's][the second's], in the order of Verdict.
using VerdictPairs = std::array<std::array<std::int64_t, 3>, 3>;

enum class Measured {
    yes,
    too_few,    // an interval would say nothing
    one_answer  // both always gave the same one: chance agrees as well
};
BOOST_DESCRIBE_ENUM(Measured, yes, too_few, one_answer)

// In thousandths: the share of equal verdicts, and Cohen's kappa with its interval at 95 % (the large-sample error of
// Fleiss, Cohen and Everitt, 1969). Without a measured kappa the last three say nothing.
struct Agreement {
    std::int64_t pairs = 0;
    std::int64_t equal = 0;
    std::int64_t permille = 0;
    Measured measured = Measured::too_few;
    std::int64_t kappa = 0;
    std::int64_t low = -1000;
    std::int64_t high = 1000;
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (pairs, equal, permille, measured, kappa, low, high))

Agreement agreement_of(VerdictPairs const& pairs);

struct FaultAgreement {
    Fault fault = Fault::untrue;
    Agreement agreement;
};
BOOST_DESCRIBE_STRUCT(FaultAgreement, (), (fault, agreement))

}  // namespace anping::inspection
