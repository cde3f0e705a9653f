// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/planning/events/earlier_reports.hpp>

#include "projection_parts.hpp"

namespace anping::planning {
namespace {

using db::sql;

char const* const kSchema = R"sql(
CREATE TABLE planning_earlier (
    id TEXT PRIMARY KEY, bureau TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL, made_on TEXT NOT NULL,
    body TEXT NOT NULL, entry BIGINT NOT NULL, line BIGINT NOT NULL);
CREATE INDEX planning_earlier_region ON planning_earlier (region, made_on);
CREATE TABLE planning_earlier_check (
    report TEXT NOT NULL, entry BIGINT NOT NULL, bureau TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (report, entry));
)sql";

void recorded(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<EarlierReportsRecorded>(entry);
    std::vector<db::Params> rows;
    rows.reserve(in.list.rows.size());
    for (std::size_t i = 0; i < in.list.rows.size(); ++i) {
        auto const line = static_cast<std::int64_t>(i + 1);
        auto const& one = in.list.rows[i];
        rows.push_back({fmt::format("{}-{}", entry.event.subject, line), in.bureau, in.region.digits, sql(in.authority),
                        sql(one.made_on), canonical(to_json(one)), entry.seq, line});
    }
    session.bulk_insert("planning_earlier", {"id", "bureau", "region", "authority", "made_on", "body", "entry", "line"},
                        rows);
}

void checked(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<EarlierReportChecked>(entry);
    session.exec(
        "INSERT INTO planning_earlier_check (report, entry, bureau, body) VALUES (:report, :entry, :bureau, :body)",
        {entry.event.subject, entry.seq, in.bureau, canonical(to_json(in.check))});
}

}  // namespace

Family earlier_reports_family() {
    return {kSchema,
            {{"planning_earlier", {"id"}, {"id", "bureau", "region", "authority", "made_on", "body", "entry", "line"}},
             {"planning_earlier_check", {"report", "entry"}, {"report", "entry", "bureau", "body"}}},
            {{EarlierReportsRecorded::kType, recorded}, {EarlierReportChecked::kType, checked}}};
}

}  // namespace anping::planning
