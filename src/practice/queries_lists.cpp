// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <anping/db/columns.hpp>
#include <anping/db/where_any.hpp>

#include "queries.hpp"
#include "queries_parts.hpp"

namespace anping::practice::queries {
namespace {

void add_next_duty(Reading const& with, ProjectSummary& summary, field::Authority authority) {
    auto const row = with.session.one<std::string, field::Date>(
        "SELECT duty, due FROM practice_deadline WHERE project = :id AND met_on IS NULL ORDER BY due LIMIT 1",
        {summary.id});
    if (!row) return;
    summary.next_duty = std::get<0>(*row);
    summary.next_due = std::get<1>(*row);
    summary.working_days_left = parts::working_days_left(with, {summary.region, authority}, std::get<1>(*row));
}

std::vector<PublishedReport> published_where(Reading const& with, std::string const& where, db::Params const& params) {
    std::vector<PublishedReport> out;
    with.session.each<std::string, std::string, Timestamp, std::string, std::string, std::int64_t, bool, bool,
                      std::int64_t, std::string, std::string, field::RegionCode, std::optional<std::string>,
                      std::optional<Timestamp>, std::optional<Timestamp>, std::optional<Sight>>(
        "SELECT r.number, r.body, r.published_at, r.sm3, r.sha256, r.size, "
        "CASE WHEN EXISTS (SELECT 1 FROM practice_report n WHERE n.project = r.project AND n.edition > r.edition AND "
        "n.number IS NOT NULL) THEN 1 ELSE 0 END, CASE WHEN r.withdrawn IS NULL THEN 0 ELSE 1 END, r.published_entry, "
        "p.institution, p.enterprise, p.region, d.body, d.recorded_at, d.checked_at, d.sight "
        "FROM practice_report r JOIN practice_project p ON p.id = r.project LEFT JOIN practice_disclosure d ON "
        "d.report = r.id WHERE r.number IS NOT NULL AND " +
            where,
        params,
        [&](auto number, auto body, auto at, auto sm3, auto sha256, auto size, auto superseded, auto withdrawn,
            auto entry, auto institution, auto enterprise, auto region, auto disclosed, auto recorded_at,
            auto checked_at, auto sight) {
            PublishedReport view;
            view.number = std::move(number);
            view.title = parts::read<ReportFiled>(body).title.value;
            view.institution_name = std::move(institution);
            view.enterprise_name = std::move(enterprise);
            view.region_name = with.law.regions().full_name(region);
            view.region = std::move(region);
            view.published_at = at;
            view.sm3 = std::move(sm3);
            view.sha256 = std::move(sha256);
            view.size = size;
            view.state = withdrawn ? "withdrawn" : superseded ? "superseded" : "filed";
            view.entry = entry;
            if (disclosed) {
                auto in = parts::read<DisclosureRecorded>(*disclosed);
                view.disclosure = {std::move(in.url), in.as, *recorded_at, checked_at, sight};
            }
            out.push_back(std::move(view));
        });
    parts::Places names;
    for (auto& view : out) {
        names.insert(names.end(), {&view.institution_name, &view.enterprise_name});
        if (auto copy = copy_of(with.session, view.number))
            view.copy = {copy->file.file_name, copy->file.blob.sm3,      copy->file.blob.size,
                         copy->published_at,   std::move(copy->covered), copy->entry};
    }
    with.directory.put_names(with.session, names);
    return out;
}

}  // namespace

std::vector<ProjectSummary> projects(Reading const& with, Filter const& filter, std::string const& after,
                                     std::int64_t limit) {
    std::vector<ProjectSummary> out;
    std::vector<field::Authority> authorities;
    with.session.each<ProjectId, std::string, registry::InstitutionId, registry::EnterpriseId, field::RegionCode, Stage,
                      field::Date, Timestamp, field::Authority, std::int64_t>(
        "SELECT id, title, institution, enterprise, region, stage, site_first_day, changed_at, authority, "
        "(SELECT count(*) FROM practice_flag f WHERE f.project = practice_project.id AND f.cleared_at IS NULL) "
        "FROM practice_project WHERE (" +
            filter.sql +
            ") AND (:start = '' OR id < :after) "
            "ORDER BY id DESC LIMIT :limit",
        filter.and_then({after, after, limit}),
        [&](auto id, auto title, auto institution, auto enterprise, auto region, auto stage, auto first, auto changed,
            auto authority, auto flags) {
            ProjectSummary view;
            view.id = std::move(id);
            view.title = std::move(title);
            view.institution_name = institution.text;
            view.enterprise_name = enterprise.text;
            view.institution = std::move(institution);
            view.enterprise = std::move(enterprise);
            view.region_name = with.law.regions().full_name(region);
            view.region = std::move(region);
            view.stage = stage;
            view.site_first_day = first;
            view.open_flags = flags;
            view.changed_at = changed;
            out.push_back(std::move(view));
            authorities.push_back(authority);
        });
    parts::Places names;
    for (std::size_t i = 0; i < out.size(); ++i) {
        names.insert(names.end(), {&out[i].institution_name, &out[i].enterprise_name});
        add_next_duty(with, out[i], authorities[i]);
    }
    with.directory.put_names(with.session, names);
    return out;
}

Filter seen_deadlines(access::Visibility const& sees, std::optional<field::RegionCode> const& region) {
    // Of one region, those next due stand together in an index.
    auto seen = sees.where({"practice_project.institution",
                            {"practice_project.enterprise"},
                            {"d.region"},
                            "practice_project.authority",
                            ""});
    Filter out{std::move(seen.text), std::move(seen.params)};
    if (region) {
        out.sql += " AND d.region = :at_place";
        out.params.emplace_back(region->digits);
    }
    return out;
}

std::vector<DeadlineView> deadlines(Reading const& with, Filter const& seen, std::int64_t limit) {
    std::vector<DeadlineView> out;
    with.session
        .each<ProjectId, std::string, std::string, field::RegionCode, field::Authority, field::Date, std::string>(
            "SELECT practice_project.id, title, institution, d.region, authority, d.due, d.body FROM practice_project "
            "JOIN practice_deadline d ON d.project = practice_project.id WHERE d.met_on IS NULL AND " +
                seen.sql + " ORDER BY d.due LIMIT :limit",
            seen.and_then({limit}),
            [&](auto id, auto title, auto institution, auto region, auto authority, auto due, auto body) {
                auto const left = parts::working_days_left(with, {region, authority}, due);
                out.push_back(
                    {std::move(id), std::move(title), std::move(institution), {std::move(body)}, std::nullopt, left});
            });
    parts::Places names;
    for (auto& view : out) names.push_back(&view.institution_name);
    with.directory.put_names(with.session, names);
    return out;
}

std::vector<OverdueCount> overdue_by_place(db::Session& session, Filter const& filter, field::Date today) {
    std::vector<OverdueCount> out;
    session.each<field::RegionCode, field::Authority, std::int64_t>(
        "SELECT practice_project.region, authority, COUNT(*) FROM practice_project JOIN practice_deadline d ON "
        "d.project = "
        "practice_project.id WHERE d.met_on IS NULL AND (" +
            filter.sql +
            ") AND d.due < :today GROUP BY practice_project.region, authority ORDER BY practice_project.region, "
            "authority",
        filter.and_then({db::sql(today)}),
        [&](auto region, auto authority, auto count) { out.push_back({std::move(region), authority, count}); });
    return out;
}

std::vector<rulebook::OpenDeadline> open_deadlines(db::Session& session, Filter const& filter) {
    std::vector<rulebook::OpenDeadline> out;
    // lint: sql - the condition access makes, its values bound
    session.each<std::string, std::string, field::RegionCode, field::Authority, Timestamp, std::string>(
        "SELECT practice_project.id, title, d.region, authority, opened_at, d.body FROM practice_deadline d JOIN "
        "practice_project ON practice_project.id = d.project WHERE d.met_on IS NULL AND (" +
            filter.sql + ") ORDER BY practice_project.id, d.duty",
        filter.params, [&](auto id, auto title, auto region, auto authority, auto opened, auto body) {
            auto deadline = parts::read<rulebook::Deadline>(body);
            out.push_back({std::move(id),
                           std::move(title),
                           std::move(deadline.duty),
                           {std::move(region), authority},
                           field::beijing_date(opened),
                           std::move(deadline.facts)});
        });
    return out;
}

std::pair<std::vector<std::string>, std::vector<field::RegionCode>> concerned_by(
    db::Session& session, registry::InstitutionId const& institution, std::string const& asker) {
    std::pair<std::vector<std::string>, std::vector<field::RegionCode>> out;
    if (asker == institution.text) return out;
    auto const served = session.one<std::string>(
        "SELECT id FROM practice_project WHERE enterprise = :asker AND institution = :institution LIMIT 1",
        {asker, institution});
    if (served) out.first.push_back(asker);
    session.each<field::RegionCode>(
        "SELECT DISTINCT region FROM practice_project WHERE institution = :institution ORDER BY region", {institution},
        [&](field::RegionCode region) { out.second.push_back(std::move(region)); });
    return out;
}

std::map<std::string, std::int64_t> citations(db::Session& session) {
    std::map<std::string, std::int64_t> out;
    session.each<std::string, std::int64_t>(
        "SELECT clause, count(*) FROM practice_citation GROUP BY clause", {},
        [&](std::string clause, std::int64_t count) { out.emplace(std::move(clause), count); });
    return out;
}

std::vector<CitingAct> citing(db::Session& session, Filter const& filter, std::string const& clause,
                              std::int64_t before, std::int64_t limit) {
    std::vector<CitingAct> out;
    // lint: sql - the condition access makes, its values bound
    session.each<std::int64_t, Timestamp, std::string, std::string, ProjectId, std::string>(
        "SELECT c.entry, t.at, t.type, t.text, practice_project.id, title FROM practice_citation c JOIN "
        "practice_project ON practice_project.id = c.project JOIN practice_timeline t ON t.project = c.project AND "
        "t.entry = c.entry WHERE (" +
            filter.sql + ") AND c.clause = :clause AND c.entry < :before ORDER BY c.entry DESC LIMIT :limit",
        filter.and_then({clause, before, limit}),
        [&](auto entry, auto at, auto type, auto text, auto project, auto title) {
            out.push_back({entry, at, std::move(type), std::move(text), std::move(project), std::move(title)});
        });
    return out;
}

std::vector<PublishedReport> published(Reading const& with, std::string const& number_or_digest) {
    return published_where(with, "(r.number = :number OR r.sm3 = :sm3 OR r.sha256 = :sha256) ORDER BY r.entry LIMIT 20",
                           {number_or_digest, number_or_digest, number_or_digest});
}

std::vector<PublishedReport> published_of(Reading const& with, registry::InstitutionId const& institution,
                                          std::int64_t limit) {
    return published_where(with, "p.institution = :institution ORDER BY r.published_entry DESC LIMIT :limit",
                           {institution, limit});
}

}  // namespace anping::practice::queries
