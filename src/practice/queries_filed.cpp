// SPDX-License-Identifier: Apache-2.0
// Filed reports with whose they are.
#include <anping/db/columns.hpp>
#include <anping/practice/events.hpp>

#include "queries.hpp"
#include "queries_parts.hpp"

namespace anping::practice::queries {
namespace {

std::vector<FiledReport> filings(Filings const& from, std::string const& rest, db::Params const& params) {
    std::vector<FiledReport> out;
    // lint: sql - the conditions below, their values bound
    from.session.each<ReportId, ProjectId, std::string, Timestamp, std::int64_t>(
        "SELECT id, project, body, filed_at, entry FROM practice_report WHERE " + rest, params,
        [&](auto id, auto project, auto body, auto at, auto entry) {
            auto const in = parts::read<ReportFiled>(body);
            FiledReport one;
            one.id = std::move(id);
            one.project = std::move(project);
            one.edition = in.edition;
            one.title = in.title.value;
            one.file_name = in.file.file_name;
            one.blob = in.file.blob;
            one.filed_at = at;
            one.entry = entry;
            out.push_back(std::move(one));
        });
    return out;
}

void say_whose(Filings const& from, std::vector<FiledReport>& reports) {
    for (auto& one : reports) {
        if (auto of = target(from.session, one.project)) one.target = std::move(*of);
        for (auto& facts : facts_of(from.session, {one.project})) {
            one.institution = std::move(facts.institution);
            one.enterprise = std::move(facts.enterprise);
        }
        one.institution_name = one.institution.text;
        one.enterprise_name = one.enterprise.text;
    }
    std::vector<std::string*> names;
    names.reserve(2 * reports.size());
    for (auto& one : reports) names.insert(names.end(), {&one.institution_name, &one.enterprise_name});
    from.directory.put_names(from.session, names);
}

}  // namespace

std::vector<FiledReport> filed_after(Filings const& from, std::int64_t entry, std::size_t limit) {
    auto out = filings(from, "entry > :entry ORDER BY entry LIMIT :limit", {entry, static_cast<std::int64_t>(limit)});
    say_whose(from, out);
    return out;
}

std::vector<FiledReport> filed_about(Filings const& from, registry::EnterpriseId const& enterprise, Timestamp before,
                                     std::size_t limit) {
    auto out = filings(from,
                       "project IN (SELECT id FROM practice_project WHERE enterprise = :enterprise) AND filed_at < "
                       ":before ORDER BY entry DESC LIMIT :limit",
                       {enterprise, before, static_cast<std::int64_t>(limit)});
    say_whose(from, out);
    return out;
}

std::int64_t filed_between(db::Session& session, std::int64_t after, std::int64_t before) {
    return session.scalar<std::int64_t>("SELECT COUNT(*) FROM practice_report WHERE entry > :after AND entry < :before",
                                        {after, before});
}

std::optional<FiledReport> filed(Filings const& from, ReportId const& id) {
    auto found = filings(from, "id = :id", {id});
    if (found.empty()) return std::nullopt;
    say_whose(from, found);
    return std::move(found.front());
}

}  // namespace anping::practice::queries
