// SPDX-License-Identifier: Apache-2.0
// Alarms of the watch over an institution: what its qualification asks for and the register says is not there. On the
// desk each is a finding of no report and no project.
#pragma once

#include <anping/findings/types.hpp>
#include <anping/registry/holding.hpp>
#include <anping/registry/views.hpp>

namespace anping::findings {

// What the register says of the institution on a day.
struct Watched {
    registry::InstitutionView institution;
    registry::Holding holding;
    std::vector<registry::InstrumentView> instruments;
};

// Of a finding.
struct AlarmRaised {
    static constexpr char const* kType = "findings.alarm_raised";
    static constexpr std::int64_t kVersion = 1;
    registry::InstitutionId institution;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    std::string key;  // what it is about: one alarm at a time
    forensics::Finding finding;
    std::optional<rulebook::Citation> clause;
};
BOOST_DESCRIBE_STRUCT(AlarmRaised, (), (institution, region, authority, key, finding, clause))

struct AlarmCured {
    static constexpr char const* kType = "findings.alarm_cured";
    static constexpr std::int64_t kVersion = 1;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(AlarmCured, (), (text))

// Of a hold, on the alarms about an institution.
struct AlarmsHeldBack {
    static constexpr char const* kType = "findings.alarms_held_back";
    static constexpr std::int64_t kVersion = 1;
    registry::InstitutionId institution;
    field::Date until;
    Text<2, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(AlarmsHeldBack, (), (institution, until, reason))

}  // namespace anping::findings
