// SPDX-License-Identifier: Apache-2.0
// The families of the projection: each has its tables and says what of an entry they take.
#pragma once

#include <string>
#include <vector>

#include <anping/ledger/projection.hpp>

namespace anping::planning {

struct Handler {
    char const* type;
    void (*apply)(db::Session&, ledger::Entry const&);
};

struct Family {
    char const* schema;
    std::vector<ledger::Table> tables;
    std::vector<Handler> handlers;
};

Family draws_family();
// Follows the one of draws.
Family bureau_checks_family();
Family key_list_family();
Family year_plan_family();
Family prices_family();
Family outside_draws_family();
Family earlier_reports_family();

}  // namespace anping::planning
