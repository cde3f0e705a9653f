// SPDX-License-Identifier: Apache-2.0
// What other modules of the field ask of filed reports.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/access/identity.hpp>
#include <anping/db/session.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/practice/views.hpp>

namespace anping::practice {

// One edition of a report, with whose it is.
struct FiledReport {
    ReportId id;
    ProjectId project;
    std::int64_t edition = 1;
    std::string title;
    std::string file_name;
    vault::Blob blob;
    registry::InstitutionId institution;
    std::string institution_name;
    registry::EnterpriseId enterprise;
    std::string enterprise_name;
    access::Target target;  // of its project
    Timestamp filed_at;
    std::int64_t entry = 0;
};

// Thread-safe; each call reads in the session given.
class Reports {
public:
    virtual ~Reports() = default;
    // In entries after this one, in the order of filing.
    virtual std::vector<FiledReport> filed_after(db::Session& session, std::int64_t entry, std::size_t limit) const = 0;
    // How many were filed in entries between these two.
    virtual std::int64_t filed_between(db::Session& session, std::int64_t after, std::int64_t before) const = 0;
    virtual std::optional<FiledReport> report(db::Session& session, ReportId const& id) const = 0;
    // About the enterprise, filed before this time, the newest first.
    virtual std::vector<FiledReport> filed_about(db::Session& session, registry::EnterpriseId const& enterprise,
                                                 Timestamp before, std::size_t limit) const = 0;
    // As those see it who may see everything of it.
    virtual Result<ProjectView> project(db::Session& session, ProjectId const& id) const = 0;
    // The same within a change, as the writer sees it.
    virtual Result<ProjectView> project(ledger::Transaction& transaction, ProjectId const& id) const = 0;
    virtual Result<access::Target> target(db::Session& session, ProjectId const& id) const = 0;
};

}  // namespace anping::practice
