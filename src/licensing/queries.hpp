// SPDX-License-Identifier: Apache-2.0
// Tables to views and states: the only code that reads them.
#pragma once

#include <anping/access/identity.hpp>
#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>
#include <anping/licensing/waiting.hpp>

#include "state.hpp"

namespace anping::licensing::queries {

std::optional<State> state(db::Session& session, ApplicationId const& id);
std::optional<access::Target> target(db::Session& session, ApplicationId const& id);
// What is kept; names, what is missing today and what is held are still to come.
std::optional<ApplicationView> application(db::Session& session, ApplicationId const& id);
std::vector<ApplicationSummary> applications(db::Session& session, access::Visibility const& sees,
                                             ApplicationFilter const& filter, std::int64_t limit);
bool decided_in_spite(db::Session& session, ApplicationId const& id);

struct OpenApplication {
    State state;
    std::string title;
};
// Of one place and authority, those due first first.
std::vector<OpenApplication> open_in(db::Session& session, rulebook::Place const& place, std::int64_t limit);
// In the regions with that prefix: a correction is overdue, or the limit is no later than `near`.
std::vector<OpenApplication> open_in_doubt(db::Session& session, std::string const& prefix, field::Date today,
                                           std::optional<field::Date> const& near);

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
std::vector<HistoryItem> history(db::Session& session, ApplicationId const& id);
// By region and year, in the regions with that prefix.
std::vector<PermitCount> counts(db::Session& session, std::string const& prefix);

}  // namespace anping::licensing::queries
