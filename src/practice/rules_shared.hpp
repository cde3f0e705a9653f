// SPDX-License-Identifier: Apache-2.0
// What the decisions of this module share.
#pragma once

#include "errors.hpp"
#include "rules.hpp"

namespace anping::practice {

using Events = std::vector<ledger::Event>;

inline json::value day(field::Date date) { return json::value(field::to_string(date)); }

// The first file of a kind the region's catalogue does not have, as the problem to answer with.
std::optional<Error> unknown_kind(std::vector<Exhibit> const& files, State const& state, Circumstances const& with);
// A file's part in the facts.
void count(State& state, Exhibit const& exhibit, field::Date today);
// The project a notice is the first to tell of, and the event that says so.
Result<std::pair<State, ledger::Event>> described_project(EnterNotice const& in, Parties const& parties,
                                                          Circumstances const& with);
// The events that put files in their place; `judgement` stands in the last of them.
Events evidence_events(State const& state, std::vector<Exhibit> const& files, std::optional<SurveyId> const& survey,
                       Judgement const& judgement, std::int64_t first_seq, bool of_institution = true);
void append(Events& to, Events more);

}  // namespace anping::practice
