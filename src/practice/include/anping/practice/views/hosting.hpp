// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/practice/hosting.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::practice {

// With what its year asks for by the law of the place; nothing where no clause does.
struct HostingSummary {
    HostingId id;
    registry::InstitutionId institution;
    std::string institution_name;
    registry::EnterpriseId enterprise;
    std::string enterprise_name;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    HostedKind kind = HostedKind::ordinary;
    field::Date from;
    field::Date until;
    std::optional<field::Date> ended_on;
    std::int64_t year = 0;
    std::int64_t visits = 0;  // in that year
    std::optional<std::int64_t> required;
    bool met = false;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(HostingSummary, (),
                      (id, institution, institution_name, enterprise, enterprise_name, region, authority, kind, from,
                       until, ended_on, year, visits, required, met, entry))

struct HostingVisit {
    registry::ExpertId expert;
    std::string expert_name;
    field::Date on;
    Exhibit record;
    field::Date delivered_on;
    Timestamp recorded_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(HostingVisit, (), (expert, expert_name, on, record, delivered_on, recorded_at, entry))

struct HostingView {
    HostingSummary summary;
    std::vector<HostingVisit> visits;  // the newest first
    std::optional<std::string> ended_reason;
    std::optional<rulebook::Citation> citation;  // that asks for visits
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(HostingView, (), (summary, visits, ended_reason, citation, version))

// Of one institution at the place, in numbers: how many of whom it hosts have the year's visits.
struct HostingCoverageRow {
    registry::InstitutionId institution;
    std::string name;
    std::int64_t hosted = 0;
    std::int64_t met = 0;
    std::int64_t key = 0;
    std::int64_t key_met = 0;
    std::int64_t visits = 0;
};
BOOST_DESCRIBE_STRUCT(HostingCoverageRow, (), (institution, name, hosted, met, key, key_met, visits))

struct HostingCoverage {
    std::int64_t year = 0;
    std::vector<HostingCoverageRow> rows;  // whoever lacks most first
    std::optional<rulebook::Citation> citation;
};
BOOST_DESCRIBE_STRUCT(HostingCoverage, (), (year, rows, citation))

// Visits a year still lacks when its end, or the contract's, is near.
struct HostingReminder {
    HostingId id;
    std::string enterprise_name;
    std::int64_t missing = 0;
    field::Date by;
    rulebook::Citation citation;
};

}  // namespace anping::practice
