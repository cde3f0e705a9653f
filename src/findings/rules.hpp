// SPDX-License-Identifier: Apache-2.0
// Decisions about findings. Pure.
#pragma once

#include <anping/base/result.hpp>
#include <anping/findings/commands.hpp>
#include <anping/findings/events.hpp>
#include <anping/findings/evidence.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/practice/reports.hpp>
#include <anping/vault/document.hpp>

#include "state.hpp"

namespace anping::findings {

// `detectors`: the catalogue where the report is.
Result<ledger::Event> enter(EnterFinding const& in, FindingId const& id, practice::FiledReport const& report,
                            json::object const* detectors);
Result<ledger::Event> answer(AnswerFinding const& in, State const& state);
Result<ledger::Event> decide(DecideFinding const& in, State const& state);
// `longest`: days a hold may last from `today` on.
Result<ledger::Event> hold_back(HoldBack const& in, HoldId const& id, practice::ProjectId const& project,
                                HoldState const& state, field::Date today, std::int64_t longest);
// On the alarms about an institution.
Result<ledger::Event> hold_alarms_back(HoldBack const& in, HoldId const& id, registry::InstitutionId const& institution,
                                       bool held, field::Date today, std::int64_t longest);
Result<ledger::Event> end_hold(EndHold const& in, HoldId const& id, bool ended);
// `text`: of the report, as it was read.
Result<ledger::Event> judge(JudgeFamily const& in, State const& state, Evidence const& evidence,
                            std::string const& text, FamilyId const& id);

}  // namespace anping::findings
