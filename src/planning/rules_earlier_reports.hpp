// SPDX-License-Identifier: Apache-2.0
// Decisions about reports from before the platform, and what a workbook says of them. Pure.
#pragma once

#include <set>

#include <anping/access/identity.hpp>
#include <anping/base/result.hpp>
#include <anping/documents/intake.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/planning/views/earlier_reports.hpp>

namespace anping::planning {

// Institution, title and number: what makes two rows one.
std::string key_of(EarlierReport const& report);

struct EarlierGrounds {
    access::Principal const& who;
    field::Date today;
    std::set<std::string> const& known;  // keys the bureau has recorded
};

Result<ledger::Event> record(RecordEarlierReports const& in, std::string const& list, EarlierGrounds const& with);
Result<ledger::Event> check(CheckEarlierReport const& in, EarlierReportId const& id, EarlierReport const& report,
                            access::Principal const& who, field::Date today);

std::vector<documents::Field> earlier_fields();
// What is wrong with a row stands in `problems`, and it is left out.
EarlierReportsPreview read_earlier(documents::Intake const& taken);

}  // namespace anping::planning
