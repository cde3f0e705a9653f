// SPDX-License-Identifier: Apache-2.0
// Tables to views and states: the only code that reads them.
#pragma once

#include <anping/access/policy.hpp>
#include <anping/cases/views.hpp>
#include <anping/db/session.hpp>

#include "state.hpp"

namespace anping::cases::queries {

std::optional<State> state(db::Session& session, CaseId const& id);
std::optional<access::Target> target(db::Session& session, CaseId const& id);
std::optional<ModeView> mode(db::Session& session, registry::BureauId const& bureau);
std::vector<CaseSummary> cases(db::Session& session, access::Visibility const& sees, std::optional<CaseStage> stage,
                               field::Date today, std::int64_t before, std::int64_t limit);
std::optional<CaseSummary> summary(db::Session& session, CaseId const& id, field::Date today);
std::int64_t version(db::Session& session, CaseId const& id);

// When and as which entry each step was recorded, the decision among them, in their order.
struct Recorded {
    std::int64_t number = 0;
    StepKind kind = StepKind::investigation;
    std::int64_t entry = 0;
    Timestamp at;
};
std::vector<Recorded> recorded(db::Session& session, CaseId const& id);
// Those it was given notice of.
std::vector<CaseId> told_to(db::Session& session, registry::InstitutionId const& institution, std::int64_t limit);
std::vector<LimitView> limits(db::Session& session, std::string const& owner);  // a case, a listing
std::vector<RelianceView> handled(db::Session& session, CaseId const& id);
std::vector<DecisionRow> decisions_of(db::Session& session, registry::InstitutionId const& institution,
                                      std::optional<field::Date> from, std::optional<field::Date> to);
std::vector<DecisionRow> published(db::Session& session, std::int64_t limit);
// Effective penalties of the institution with that conduct, decided in [from, to].
std::int64_t penalties(db::Session& session, registry::InstitutionId const& institution, std::string const& conduct,
                       field::Date from, field::Date to, CaseId const& but);
std::vector<CaseCount> counts(db::Session& session, field::Date today);

struct Late {
    CaseId id;
    registry::BureauId bureau;
    std::string body;  // of the limit
    field::Date due;
};
std::vector<Late> late(db::Session& session, access::Visibility const& sees, field::Date today, std::int64_t limit);

}  // namespace anping::cases::queries
