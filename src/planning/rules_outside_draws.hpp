// SPDX-License-Identifier: Apache-2.0
// Decisions about draws that were held elsewhere, and what a workbook says of one. Pure.
#pragma once

#include <anping/access/identity.hpp>
#include <anping/base/result.hpp>
#include <anping/documents/intake.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/planning/views/outside_draws.hpp>

namespace anping::planning {

struct OutsideState {
    OutsideDrawId id;
    OutsideDrawRecorded recorded;
    bool withdrawn = false;
};

struct OutsideGrounds {
    access::Principal const& who;
    field::Date today;
    bool known = false;  // this number of this platform stands recorded by the bureau
    draw::Listed<OutsideMatch> matched = {};
};

Result<ledger::Event> record(RecordOutsideDraw const& in, OutsideDrawId const& id, OutsideGrounds const& with);
Result<ledger::Event> withdraw(WithdrawOutsideDraw const& in, OutsideState const& state);

// The columns of a workbook.
std::vector<documents::Field> outside_fields();
// Its rows; what is wrong with one stands in `problems`, and it is left out.
OutsidePreview read_rows(documents::Intake const& taken);

}  // namespace anping::planning
