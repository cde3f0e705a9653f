// SPDX-License-Identifier: Apache-2.0
// Tables to views and states: the only code that reads them.
#pragma once

#include <anping/access/identity.hpp>
#include <anping/access/policy.hpp>
#include <anping/db/name_index.hpp>
#include <anping/licensing/waiting.hpp>

#include "state.hpp"

namespace anping::licensing::queries {

std::optional<State> state(db::Session& session, ApplicationId const& id);
std::optional<access::Target> target(db::Session& session, ApplicationId const& id);
// What is kept; names, what is missing today and what is held are still to come.
std::optional<ApplicationView> application(db::Session& session, ApplicationId const& id);
// A condition on licensing_application, its values bound. Of the text: what is applied for, the id, or one of these
// applicants; without them it is not asked for.
using Narrowed = db::Condition;
Narrowed narrowed(db::Session& session, access::Visibility const& sees, ApplicationFilter const& filter,
                  std::optional<std::vector<registry::EnterpriseId>> const& applicants);
// Below the turn `after`.
std::vector<ApplicationSummary> applications(db::Session& session, Narrowed const& asked, std::string const& after,
                                             std::int64_t limit);
std::int64_t count(db::Session& session, Narrowed const& asked);
bool decided_in_spite(db::Session& session, ApplicationId const& id);

struct OpenApplication {
    State state;
    std::string title;
};
// Of one place and authority, those due first first.
std::vector<OpenApplication> open_at(db::Session& session, registry::BureauId const& bureau, std::int64_t limit);
// Where something is open, in the regions with that prefix; and how much of it must be decided before that day.
std::vector<rulebook::Place> open_places(db::Session& session, std::string const& prefix);
std::int64_t open_before(db::Session& session, rulebook::Place const& place, field::Date day);
// Open, never held, with corrections open; in the regions with that prefix.
struct Uncorrected {
    rulebook::Place place;
    std::int64_t open = 0;
    std::int64_t overdue = 0;
    std::int64_t applications = 0;
};
std::vector<Uncorrected> uncorrected(db::Session& session, std::string const& prefix, field::Date today);

struct AskedCorrection {
    ApplicationId application;
    std::string title;
    std::string enterprise;
    rulebook::Place place;
    CorrectionDemanded body;
};
// Not answered; open ones of an applicant's.
std::vector<AskedCorrection> asked_of(db::Session& session, registry::InstitutionId const& institution,
                                      std::int64_t limit);
std::vector<AskedCorrection> copied_to(db::Session& session, registry::EnterpriseId const& enterprise,
                                       std::int64_t limit);
std::vector<HistoryItem> history(db::Session& session, ApplicationId const& id,
                                 std::optional<registry::InstitutionId> const& reader);
// By region and year, in the regions with that prefix.
std::vector<PermitCount> counts(db::Session& session, std::string const& prefix);

}  // namespace anping::licensing::queries
