// SPDX-License-Identifier: Apache-2.0
// The parts of a project's page, each read on its own.
#pragma once

#include <string>
#include <vector>

#include <anping/base/json.hpp>

#include "queries.hpp"

namespace anping::practice::queries::parts {

template <class T>
T read(std::string const& stored) {
    // In one piece of memory, which what is kept of the document holds on to.
    return from_trusted_json<T>(json::parse(stored, json::make_shared_resource<json::monotonic_resource>()));
}

// Where an answer holds ids or refs until `registry::Directory::put_names` has put the names there: one look-up for
// all.
using Places = std::vector<std::string*>;
void add_names_of(registry::Staffing& staffing, Places& places);
void add_names_of(TeamView& team, Places& places);
void add_names_of(std::vector<NoticeView>& notices, Places& places);
void add_names_of(std::vector<SurveyView>& surveys, Places& places);
void add_names_of(std::vector<ReportView>& reports, Places& places);

std::optional<std::int64_t> working_days_left(Reading const& with, rulebook::Place const& place, field::Date due);

std::vector<DeadlineView> deadlines_of(Reading const& with, ProjectView const& project);
std::vector<FlagView> flags_of(Reading const& with, ProjectId const& id);
std::vector<EvidenceView> evidence_of(Reading const& with, ProjectId const& id);
std::optional<TeamView> team_of(Reading const& with, ProjectId const& id);
// These hold ids where names belong.
std::vector<NoticeView> notices_of(Reading const& with, ProjectView const& project);
std::vector<SurveyView> surveys_of(Reading const& with, ProjectId const& id);
std::vector<ReportView> reports_of(Reading const& with, ProjectId const& id, bool opinions);
// Of rows that follow `SELECT ... FROM practice_notice n`; what they tell of their project is still to come.
std::vector<NoticeView> notices(Reading const& with, std::string const& rest, db::Params const& params);

}  // namespace anping::practice::queries::parts
