// SPDX-License-Identifier: Apache-2.0
// Notices across projects: a bureau's inbox and ledger, and who is on site.
#include <set>

#include <anping/db/columns.hpp>
#include <anping/db/where_any.hpp>

#include "queries_parts.hpp"

namespace anping::practice::queries {
namespace {

constexpr std::int64_t kLines = 10'000;

void add_projects(Reading const& with, std::vector<NoticeView>& notices) {
    std::set<std::string> ids;
    for (auto const& view : notices) ids.insert(view.project.text);
    db::Params params;
    auto const sql = db::where_any("SELECT id, title, institution, enterprise, region FROM practice_project WHERE id",
                                   "id", {ids.begin(), ids.end()}, params);
    with.session.each<ProjectId, std::string, std::string, std::string, field::RegionCode>(
        sql, params, [&](auto id, auto title, auto institution, auto enterprise, auto region) {
            for (auto& view : notices) {
                if (view.project != id) continue;
                view.project_title = title;
                view.institution_name = institution;
                view.enterprise_name = enterprise;
                view.region_name = with.law.regions().full_name(region);
            }
        });
}

std::vector<NoticeView> whole(Reading const& with, std::vector<NoticeView> notices) {
    if (notices.empty()) return notices;
    add_projects(with, notices);
    parts::Places names;
    parts::add_names_of(notices, names);
    with.directory.put_names(with.session, names);
    return notices;
}

// What a ledger tells besides the notice.
void add_lines(Reading const& with, std::vector<NoticeLine>& lines) {
    std::map<std::string, std::vector<NoticeLine*>> of_project;
    for (auto& line : lines) of_project[line.notice.project.text].push_back(&line);
    std::vector<std::string> ids;
    ids.reserve(of_project.size());
    for (auto const& [id, _] : of_project) ids.push_back(id);
    std::map<std::string, std::string> institutions;
    db::Params params;
    auto const sql = db::where_any(
        "SELECT id, institution, scope, service_type, site, leader, stage, (SELECT count(*) FROM practice_flag f WHERE "
        "f.project = practice_project.id AND f.cleared_at IS NULL) FROM practice_project WHERE id",
        "id", ids, params);
    with.session
        .each<std::string, std::string, std::string, std::string, std::string, std::string, Stage, std::int64_t>(
            sql, params,
            [&](auto id, auto institution, auto scope, auto service, auto site, auto leader, auto stage, auto flags) {
                for (auto* line : of_project[id]) {
                    line->scope = scope;
                    line->service_type = service;
                    line->site = site;
                    line->leader_name = leader;
                    line->stage = stage;
                    line->open_flags = flags;
                }
                institutions.emplace(std::move(id), std::move(institution));
            });
    std::map<std::string, std::string> certificates;
    for (auto const& [_, institution] : institutions) {
        if (certificates.contains(institution)) continue;
        auto const view = with.directory.institution(with.session, {institution});
        certificates[institution] = view ? view->qualification.certificate.value : std::string();
    }
    for (auto& line : lines) line.certificate = certificates[institutions[line.notice.project.text]];
}

}  // namespace

std::vector<NoticeView> inbox(Reading const& with, registry::BureauId const& bureau, bool unopened, std::int64_t before,
                              std::int64_t limit) {
    // The addressee's entry is its notice's: the order of an index that begins with the bureau.
    std::string const only = unopened ? "a.opened_at IS NULL AND " : "";
    return whole(with, parts::notices(with,
                                      "JOIN practice_addressee a ON a.notice = n.id WHERE a.bureau = :bureau AND " +
                                          only + "a.entry < :before ORDER BY a.entry DESC LIMIT :limit",
                                      {bureau, before, limit}));
}

// CROSS JOIN: SQLite begins with the days, of which few are today's.
std::vector<NoticeView> on_site(Reading const& with, Filter const& filter, std::int64_t limit) {
    auto const today = db::sql(with.today);
    return whole(
        with, parts::notices(with,
                             "CROSS JOIN practice_project WHERE practice_project.id = n.project AND (" + filter.sql +
                                 ") AND n.site_first_day <= :today AND n.site_last_day >= :again ORDER BY n.entry DESC "
                                 "LIMIT :limit",
                             filter.and_then({today, today, limit})));
}

std::vector<std::pair<std::string, std::int64_t>> on_site_by_region(Reading const& with, Filter const& filter) {
    auto const today = db::sql(with.today);
    std::vector<std::pair<std::string, std::int64_t>> out;
    with.session.each<std::string, std::int64_t>(
        "SELECT practice_project.region, count(*) FROM practice_notice n CROSS JOIN practice_project WHERE "
        "practice_project.id = n.project AND (" +
            filter.sql +
            ") AND n.site_first_day <= :today AND n.site_last_day >= :again GROUP BY practice_project.region",
        filter.and_then({today, today}), [&](auto region, auto count) { out.emplace_back(std::move(region), count); });
    return out;
}

std::vector<NoticeView> notices_to(Reading const& with, registry::BureauId const& bureau,
                                   std::vector<NoticeId> const& ids) {
    if (ids.empty()) return {};
    std::vector<std::string> asked;
    asked.reserve(ids.size());
    for (auto const& id : ids) asked.push_back(id.text);
    db::Params params{bureau};
    auto const sql = db::where_any("SELECT notice FROM practice_addressee WHERE bureau = :bureau AND notice", "notice",
                                   asked, params);
    return whole(with, parts::notices(with, "WHERE n.id IN (" + sql + ") ORDER BY n.entry", params));
}

std::vector<NoticeLine> notice_lines(Reading const& with, registry::BureauId const& bureau, field::Date from,
                                     field::Date until) {
    std::vector<NoticeLine> out;
    auto notices = whole(with, parts::notices(with,
                                              "JOIN practice_addressee a ON a.notice = n.id WHERE a.bureau = :bureau "
                                              "AND n.received_on >= :from AND n.received_on <= :until ORDER BY "
                                              "n.received_on, n.entry LIMIT :limit",
                                              {bureau, db::sql(from), db::sql(until), kLines}));
    out.reserve(notices.size());
    for (auto& notice : notices) out.push_back({std::move(notice), {}, {}, {}, {}, {}, Stage::notified, 0});
    if (out.empty()) return out;
    add_lines(with, out);
    parts::Places names;
    for (auto& line : out) names.push_back(&line.leader_name);
    with.directory.put_names(with.session, names);
    return out;
}

}  // namespace anping::practice::queries
