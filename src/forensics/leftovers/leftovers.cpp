// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/leftovers.hpp>

#include <algorithm>
#include <iterator>

#include "leftovers/capacities.hpp"
#include "leftovers/chapters.hpp"
#include "leftovers/cited_standards.hpp"
#include "leftovers/criteria.hpp"
#include "leftovers/days.hpp"
#include "leftovers/hazard_sources.hpp"
#include "leftovers/head_counts.hpp"
#include "leftovers/hearsay.hpp"
#include "leftovers/measures.hpp"
#include "leftovers/other_addresses.hpp"
#include "leftovers/other_credit_codes.hpp"
#include "leftovers/other_enterprises.hpp"
#include "leftovers/other_persons.hpp"
#include "leftovers/other_places.hpp"
#include "leftovers/project_names.hpp"
#include "leftovers/signatories.hpp"
#include "leftovers/spacing.hpp"
#include "leftovers/thing_counts.hpp"
#include "leftovers/totals.hpp"

namespace anping::forensics {

std::span<Detector const> leftover_detectors() {
    static constexpr Detector all[] = {
        {"other_enterprises", other_enterprises},
        {"other_places", other_places},
        {"other_addresses", other_addresses},
        {"other_persons", other_persons},
        {"other_credit_codes", other_credit_codes},
        {"project_names", project_names},
        {"totals", totals},
        {"capacities", capacities},
        {"head_counts", head_counts},
        {"thing_counts", thing_counts},
        {"days", days},
        {"cited_standards", cited_standards},
        {"signatories", signatories},
        {"chapters", chapters},
        {"criteria", criteria},
        {"hazard_sources", hazard_sources},
        {"measures", measures},
        {"hearsay", hearsay},
        {"spacing", spacing},
    };
    return all;
}

std::vector<Finding> find_leftovers(Report const& report, Known const& known) {
    std::vector<Finding> out;
    for (auto const& detector : leftover_detectors())
        std::ranges::move(detector.find(report, known), std::back_inserter(out));
    return out;
}

}  // namespace anping::forensics
