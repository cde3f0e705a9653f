// SPDX-License-Identifier: Apache-2.0
// What of an institution is an alarm today, and what of that the desk does not have yet or has no more reason to. Pure.
#pragma once

#include <anping/findings/alarms.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::findings {

// An alarm on the desk that was not cured, whatever was decided about it.
struct Standing {
    FindingId id;
    std::string key;
};

// What the law has no detector for is no alarm. Nor is what was never entered: that nobody was registered yet, or
// fewer than are there while a new institution still enters its people.
std::vector<AlarmRaised> alarms_of(Watched const& watched, rulebook::Law const& law, field::Date today);

// New ones are raised, under ids from `seq` on; standing ones that are none any more are cured.
std::vector<ledger::Event> told_of(std::vector<AlarmRaised> const& alarms, std::vector<Standing> const& standing,
                                   field::Date today, std::int64_t seq);

}  // namespace anping::findings
