// SPDX-License-Identifier: Apache-2.0
// Decisions: state, command, law and day in; events or a refusal with its clause out. Pure.
#pragma once

#include <string>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/practice/events.hpp>
#include <anping/registry/views.hpp>

#include "state.hpp"

namespace anping::practice {

// What every decision is made with. `seq` numbers the first event of the change: ids are made from it.
struct Circumstances {
    rulebook::Law const& law;
    Timestamp now;
    field::Date today;
    std::int64_t seq = 0;
    std::string account;
};

// The facts clauses may name, as they stand in this state on this day.
json::object facts(State const& state, rulebook::Law const& law, field::Date today);
// All watches on the facts, and the given duties.
Judgement judge(State const& state, Circumstances const& with, std::vector<std::string> const& duties);

struct Parties {
    registry::InstitutionView institution;
    registry::EnterpriseView enterprise;
    std::optional<registry::PersonView> leader;
};

Result<std::vector<ledger::Event>> open_project(OpenProject const& in, Parties const& parties,
                                                std::vector<Exhibit> const& files, Circumstances const& with);
// What open_project would flag and set, without recording anything.
Result<Judgement> preview_project(OpenProject const& in, Parties const& parties, std::vector<Exhibit> const& files,
                                  Circumstances const& with);
Result<std::vector<ledger::Event>> file_notice(FileNotice const& in, State state,
                                               std::vector<Addressee> const& addressees, Circumstances const& with);
Result<std::vector<ledger::Event>> record_survey(RecordSurvey const& in, State state, std::vector<Exhibit> const& files,
                                                 Circumstances const& with);
Result<std::vector<ledger::Event>> attach_evidence(State state, std::vector<Exhibit> const& files,
                                                   Circumstances const& with);
Result<std::vector<ledger::Event>> file_report(FileReport const& in, State state, Exhibit const& file,
                                               Circumstances const& with);
Result<std::vector<ledger::Event>> sign_review(SignReview const& in, State const& state, Circumstances const& with);
Result<std::vector<ledger::Event>> publish_report(PublishReport const& in, State state, Circumstances const& with);
Result<std::vector<ledger::Event>> archive_project(State const& state);

// The bureaus a notice goes to at once: the region's book names the levels ("province", "county").
std::vector<Addressee> addressees(State const& state, std::int64_t notice_seq, rulebook::Law const& law,
                                  field::Date act);

}  // namespace anping::practice
