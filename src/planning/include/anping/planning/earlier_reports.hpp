// SPDX-License-Identifier: Apache-2.0
// Reports from before the platform: a campaign counts them as rows of a list (ZZ-2). What their records lack is never
// asked.
#pragma once

#include <anping/planning/service.hpp>
#include <anping/planning/views/earlier_reports.hpp>
#include <anping/vault/table.hpp>

namespace anping::planning {

// Thread-safe.
class EarlierReports {
public:
    explicit EarlierReports(registry::Directory const& directory) : directory_(directory) {}

    Decision record(access::Principal who, RecordEarlierReports in) const;
    Decision check(access::Principal who, EarlierReportId id, CheckEarlierReport in) const;

    static Result<EarlierReportsPreview> preview(vault::Table const& table, std::string sm3);
    // The bureau's that recorded it.
    Result<access::Target> target(db::Session& session, EarlierReportId const& id) const;
    // At the bureau's place, made since that day and looked at up to the other: the newest recorded first.
    std::vector<EarlierReportRow> rows(db::Session& session, access::Principal const& who, field::Date since,
                                       field::Date to) const;

private:
    registry::Directory const& directory_;
};

}  // namespace anping::planning
