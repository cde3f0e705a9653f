// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include <anping/db/session.hpp>

#include "rules_earlier_reports.hpp"

namespace anping::planning::queries {

struct EarlierState {
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    EarlierReport report;
};
std::optional<EarlierState> earlier_state(db::Session& session, EarlierReportId const& id);
std::set<std::string> earlier_keys(db::Session& session, registry::BureauId const& bureau);

struct EarlierCheck {
    registry::BureauId bureau;
    CheckEarlierReport check;
};
struct EarlierKept {
    EarlierReportId id;
    registry::BureauId bureau;
    EarlierReport report;
    std::vector<EarlierCheck> checks;
};
// At the place and below it, made since that day; the newest list first, in its own order.
std::vector<EarlierKept> earlier_reports(db::Session& session, rulebook::Place const& place, field::Date since);

}  // namespace anping::planning::queries
