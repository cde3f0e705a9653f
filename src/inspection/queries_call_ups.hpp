// SPDX-License-Identifier: Apache-2.0
// Called-up reports, from tables to views and states. Ids and accounts stand where names will.
#pragma once

#include <anping/inspection/call_up_views.hpp>

#include "queries.hpp"
#include "rules_call_up.hpp"

namespace anping::inspection::queries {

// As what somebody looks at a called-up report.
enum class Eyes { bureau, institution, expert };
Eyes eyes_of(access::Principal const& who);

std::optional<CallUpKnown> call_up_state(db::Session& session, CallUpId const& id);
std::optional<access::Target> target(db::Session& session, CallUpId const& id, access::Principal const& who);
std::vector<CallUpSummary> call_ups(db::Session& session, access::Visibility const& sees, access::Principal const& who,
                                    CallUpFilter const& filter, field::Date today, std::int64_t before,
                                    std::int64_t limit);
// All there is to it, whoever asks; `waits_for_me` and `mine` are of the asker.
std::optional<CallUpView> call_up(db::Session& session, CallUpKnown const& state, access::Principal const& who,
                                  field::Date today);
// Whether the expert reviewed a report of the institution for the bureau.
bool has_reviewed(db::Session& session, registry::BureauId const& bureau, registry::InstitutionId const& institution,
                  registry::ExpertId const& expert);
// Of the first two reviewers of each, what they said blind, when both are known: how often which pair, by kind.
struct PairsSeen {
    std::int64_t call_ups = 0;
    std::map<Fault, VerdictPairs> pairs;
};
PairsSeen pairs_seen(db::Session& session, access::Visibility const& sees, access::Principal const& who,
                     CallUpFilter const& filter, field::Date today);

}  // namespace anping::inspection::queries
