// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/planning/types.hpp>

namespace anping::planning {

struct ConcludePrice {
    PriceVerdict verdict = PriceVerdict::undecided;
    Text<2, 1000> reason;
    Text<2, 1000> asked;  // of whom, and what was answered
};
BOOST_DESCRIBE_STRUCT(ConcludePrice, (), (verdict, reason, asked))

}  // namespace anping::planning
