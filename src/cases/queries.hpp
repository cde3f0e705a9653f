// SPDX-License-Identifier: Apache-2.0
// Tables to views and states: the only code that reads them.
#pragma once

#include <anping/access/policy.hpp>
#include <anping/cases/views.hpp>
#include <anping/db/session.hpp>

#include "limits.hpp"

namespace anping::cases::queries {

// Days the calendar did not reach when they were set are counted by `law`, here and below.
std::optional<State> state(db::Session& session, CaseId const& id, Law const& law);
std::optional<access::Target> target(db::Session& session, CaseId const& id);
std::optional<ModeView> mode(db::Session& session, registry::BureauId const& bureau);
std::vector<CaseSummary> cases(db::Session& session, access::Visibility const& sees, std::optional<CaseStage> stage,
                               Law const& law, std::int64_t before, std::int64_t limit);
// Referred to the bureau since the day, and no case of its own comes from it.
std::vector<CaseSummary> referred(db::Session& session, registry::BureauId const& bureau, field::Date since,
                                  Law const& law);
std::optional<CaseSummary> summary(db::Session& session, CaseId const& id, Law const& law);
// The bureau's only case of that number of the enforcement system.
std::optional<CaseId> of_system(db::Session& session, registry::BureauId const& bureau, std::string const& number);
std::int64_t version(db::Session& session, CaseId const& id);

// When and as which entry each step was recorded, the decision among them, in their order.
struct Recorded {
    std::int64_t number = 0;
    StepKind kind = StepKind::investigation;
    std::int64_t entry = 0;
    Timestamp at;
};
std::vector<Recorded> recorded(db::Session& session, CaseId const& id);
// Those the institution or enterprise was given notice of.
std::vector<CaseId> told_to(db::Session& session, std::string const& unit, std::int64_t limit);
std::vector<LimitView> limits(db::Session& session, std::string const& owner, Law const& law);  // a case, a listing
std::vector<RelianceView> handled(db::Session& session, CaseId const& id);
std::vector<DecisionRow> decisions_of(db::Session& session, registry::InstitutionId const& institution,
                                      std::optional<field::Date> from, std::optional<field::Date> to);
std::vector<DecisionRow> published(db::Session& session, std::int64_t limit);
// queries_earlier.cpp: effective penalties of the case's institution for false reports, decided in the months before
// the act, with what was answered about each; the newest first. Bureaus stand by their ids.
std::vector<EarlierDecision> earlier(db::Session& session, State const& state, Law const& law);
std::vector<CaseCount> counts(db::Session& session, Law const& law);

struct Late {
    CaseId id;
    registry::BureauId bureau;
    std::string what;
    field::Date due;
    std::optional<Timestamp> due_at = {};
};
std::vector<Late> late(db::Session& session, access::Visibility const& sees, Law const& law, std::int64_t limit);

// queries_limits.cpp
std::vector<OpenLimit> open_limits(db::Session& session, std::string const& owner, Law const& law);
// A bureau's own day, counted now for the first time.
struct Counted {
    std::string owner;
    CaseId of;
    registry::BureauId bureau;
    Limit limit;
    std::optional<field::Date> ended_on;  // else it is open
    bool overdue(field::Date today) const { return !ended_on && *limit.due < today; }
};
// `where` says of which rows of cases_limit.
std::vector<Counted> counted_now(db::Session& session, std::string const& where, db::Params const& params,
                                 Law const& law);
// Those of these cases or listings that are open.
std::vector<Counted> counted_of(db::Session& session, std::vector<std::string> const& owners, Law const& law);

}  // namespace anping::cases::queries
