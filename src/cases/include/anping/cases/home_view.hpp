// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/cases/types.hpp>

namespace anping::cases {

// Whose it is to take the qualification of an institution of the case away, where it is not the bureau's own.
struct HomeView {
    registry::InstitutionId institution;
    std::string institution_name;
    registry::BureauId bureau;
    std::string bureau_name;
    std::vector<std::string> measures;  // codes
    rulebook::Citation clause;
    std::optional<field::Date> referred_on;
};
BOOST_DESCRIBE_STRUCT(HomeView, (), (institution, institution_name, bureau, bureau_name, measures, clause, referred_on))

}  // namespace anping::cases
