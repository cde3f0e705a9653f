// SPDX-License-Identifier: Apache-2.0
// A draw as it is given to another platform.
#pragma once

#include <anping/planning/views/draws.hpp>

namespace anping::planning {

inline constexpr char const* kExchangeFormat = "anping-draw-exchange-1";

// By what another platform knows a candidate.
struct ExchangeIdentity {
    registry::InstitutionId institution;
    std::string name;
    std::string credit_code;
};
BOOST_DESCRIBE_STRUCT(ExchangeIdentity, (), (institution, name, credit_code))

struct ExchangeOutcome {
    Timestamp held_at;
    std::string rule;
    draw::Inputs inputs;
    std::string seed;
    std::vector<draw::StratumDrawn> outcome;
};
BOOST_DESCRIBE_STRUCT(ExchangeOutcome, (), (held_at, rule, inputs, seed, outcome))

// The frozen list, and the result once there is one: whoever has the rule computes it again from this.
struct DrawExchange {
    std::string format;
    DrawId number;
    std::string title;
    std::string bureau_name;
    std::string basis;
    Timestamp planned_at;
    draw::Listed<ExchangeIdentity> identities;  // of candidates and of those left out
    draw::Plan plan;
    std::string plan_digest;
    std::optional<ExchangeOutcome> held;
};
BOOST_DESCRIBE_STRUCT(DrawExchange, (),
                      (format, number, title, bureau_name, basis, planned_at, identities, plan, plan_digest, held))

}  // namespace anping::planning
