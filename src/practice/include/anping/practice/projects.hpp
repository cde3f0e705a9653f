// SPDX-License-Identifier: Apache-2.0
// What other modules of the field ask of projects.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/db/session.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/practice/types.hpp>

namespace anping::practice {

struct ProjectFacts {
    ProjectId id;
    std::string title;
    registry::InstitutionId institution;
    registry::EnterpriseId enterprise;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    Stage stage = Stage::contracted;
    std::optional<std::string> report_number;  // of the last published edition
    std::vector<rulebook::Flag> standing;      // flags not cleared
};

// Thread-safe; each call reads in the session given.
class Projects {
public:
    virtual ~Projects() = default;
    // Those of them there are, in no order.
    virtual std::vector<ProjectFacts> facts_of(db::Session& session, std::vector<ProjectId> const& ids) const = 0;
    // What it means for the project that an application made on that day rests on its report: the event to append with
    // the change that says so. Nothing when there is no such project.
    virtual std::optional<ledger::Event> relied_on(ledger::Transaction& transaction, ProjectId const& id,
                                                   std::string const& application, field::Date applied_on) const = 0;
};

}  // namespace anping::practice
