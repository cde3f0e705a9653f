// SPDX-License-Identifier: Apache-2.0
// The parts of a project's page, each read on its own.
#pragma once

#include <map>
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

// Names looked up once per answer.
class Names {
public:
    explicit Names(Reading const& with) : with_(with) {}
    std::string const& institution(registry::InstitutionId const& id);
    std::string const& enterprise(registry::EnterpriseId const& id);
    std::string const& person(registry::PersonId const& id);
    std::string bureau(registry::BureauId const& id) { return with_.directory.bureau_name(id); }
    std::string unit(std::string const& id);  // whatever kind of unit it is
    std::vector<std::string> people(std::vector<registry::PersonId> const& ids);

private:
    Reading const& with_;
    std::map<std::string, std::string> known_;
};

std::optional<std::int64_t> working_days_left(Reading const& with, rulebook::Place const& place, field::Date due);

std::vector<DeadlineView> deadlines_of(Reading const& with, ProjectId const& id, std::string const& title,
                                       std::string const& institution, rulebook::Place const& place);
std::vector<FlagView> flags_of(Reading const& with, ProjectId const& id);
std::vector<EvidenceView> evidence_of(Reading const& with, ProjectId const& id);
std::vector<NoticeView> notices_of(Reading const& with, Names& names, ProjectId const& id);
std::vector<SurveyView> surveys_of(Reading const& with, Names& names, ProjectId const& id);
std::vector<ReportView> reports_of(Reading const& with, Names& names, ProjectId const& id);
// Of rows that follow `SELECT n.id, n.project, n.body, n.filed_at, n.entry, p.title, p.institution, p.enterprise,
// p.region FROM practice_notice n JOIN practice_project p ON p.id = n.project`.
std::vector<NoticeView> notices(Reading const& with, Names& names, std::string const& rest, db::Params const& params);

}  // namespace anping::practice::queries::parts
