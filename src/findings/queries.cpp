// SPDX-License-Identifier: Apache-2.0
#include "queries.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::findings::queries {
namespace {

using practice::ReportId;

struct Narrowed {
    std::string sql;
    db::Params params;
    void add(std::string const& condition, db::Value value) {
        sql += " AND " + condition;
        params.push_back(std::move(value));
    }
};

Narrowed seen(access::Visibility const& sees, std::string const& table) {
    auto predicate = sees.where({table + ".institution", {}, {table + ".region"}, table + ".authority", ""});
    return {std::move(predicate.text), std::move(predicate.params)};
}

Narrowed narrowed(access::Visibility const& sees, FindingFilter const& by) {
    auto out = seen(sees, "findings_finding");
    out.sql += " AND superseded = 0";
    if (by.state) out.add("state = :state", db::sql(*by.state));
    if (by.detector) out.add("detector = :detector", *by.detector);
    if (by.strength) out.add("strength = :strength", db::sql(*by.strength));
    if (by.project) out.add("project = :project", *by.project);
    if (by.report) out.add("report = :report", *by.report);
    if (by.institution) out.add("institution = :of", *by.institution);
    if (by.told_on)
        out.add(
            "NOT EXISTS (SELECT 1 FROM findings_hold h WHERE h.project = findings_finding.project AND (h.project <> '' "
            "OR "
            "h.institution = findings_finding.institution) AND h.ended_at IS NULL AND h.until_day >= :told_on)",
            to_string(*by.told_on));
    if (by.region) {
        std::string const prefix(field::subtree_prefix(*by.region));
        out.add("region >= :within", prefix);
        out.add("region < :beyond", prefix + ":");
    }
    return out;
}

void put_alarm(AlarmRaised in, Raised& out) {
    out.event.institution = std::move(in.institution);
    out.event.region = std::move(in.region);
    out.event.authority = in.authority;
    out.event.finding = std::move(in.finding);
    out.clause = std::move(in.clause);
}

std::vector<Raised> raised(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<Raised> out;
    // lint: sql - the conditions above, their values bound
    session.each<FindingId, std::string, std::string, FindingState, Timestamp, std::int64_t>(
        "SELECT id, report, body, state, raised_at, entry FROM findings_finding WHERE " + rest, params,
        [&](auto id, auto report, auto body, auto state, auto at, auto entry) {
            Raised one{std::move(id), {}, {}, state, at, entry};
            if (report.empty()) put_alarm(from_trusted_json<AlarmRaised>(json::parse(body)), one);
            else one.event = from_trusted_json<FindingRaised>(json::parse(body));
            out.push_back(std::move(one));
        });
    return out;
}

std::vector<Family> judged(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<Family> out;
    // lint: sql - one of the two orders below
    session.each<FamilyId, std::string, std::string, Timestamp, std::int64_t>(
        "SELECT id, body, unit, at, entry FROM findings_family WHERE " + rest, params,
        [&](auto id, auto body, auto unit, auto at, auto entry) {
            out.push_back(
                {std::move(id), from_trusted_json<FamilyJudged>(json::parse(body)), std::move(unit), at, entry});
        });
    return out;
}

std::vector<HoldView> held(db::Session& session, std::string const& rest, db::Params const& params, field::Date today) {
    std::vector<HoldView> out;
    // lint: sql - of a project or of an id
    session.each<HoldId, std::string, std::string, field::Date, std::string, std::string, Timestamp,
                 std::optional<Timestamp>, std::string, std::int64_t>(
        "SELECT id, project, institution, until_day, reason, unit, at, ended_at, ended_why, entry FROM findings_hold "
        "WHERE " +
            rest,
        params,
        [&](auto id, auto project, auto institution, auto until, auto reason, auto unit, auto at, auto ended, auto why,
            auto entry) {
            HoldView one{std::move(id),
                         {},
                         {},
                         until,
                         std::move(reason),
                         std::move(unit),
                         at,
                         ended,
                         std::move(why),
                         !ended && until >= today,
                         entry};
            if (!project.empty()) one.project = practice::ProjectId{std::move(project)};
            if (!institution.empty()) one.institution = registry::InstitutionId{std::move(institution)};
            out.push_back(std::move(one));
        });
    return out;
}

}  // namespace

std::optional<Screened> screening(db::Session& session, ReportId const& report) {
    auto row = session.one<std::string, Timestamp, std::int64_t, std::optional<Timestamp>>(
        "SELECT body, screened_at, entry, asked_at FROM findings_screening WHERE report = :report", {report});
    if (!row) return std::nullopt;
    auto const& [body, at, entry, asked] = *row;
    return Screened{from_trusted_json<ReportScreened>(json::parse(body)), at, entry, asked.has_value()};
}

std::optional<std::string> document_of(db::Session& session, ReportId const& report) {
    auto row = session.one<std::string>("SELECT document FROM findings_screening WHERE report = :report", {report});
    if (!row || std::get<0>(*row).empty()) return std::nullopt;
    return std::get<0>(std::move(*row));
}

std::int64_t screened_until(db::Session& session) {
    return session.scalar<std::int64_t>("SELECT COALESCE(MAX(filed_entry), -1) FROM findings_screening");
}

std::optional<ReportId> asked_again(db::Session& session) {
    auto row = session.one<ReportId>(
        "SELECT report FROM findings_screening WHERE asked_at IS NOT NULL ORDER BY asked_at, report LIMIT 1");
    if (!row) return std::nullopt;
    return std::get<0>(std::move(*row));
}

std::int64_t count_asked_again(db::Session& session) {
    return session.scalar<std::int64_t>("SELECT COUNT(*) FROM findings_screening WHERE asked_at IS NOT NULL");
}

std::vector<std::pair<ReportId, std::string>> readings(db::Session& session) {
    std::vector<std::pair<ReportId, std::string>> out;
    session.each<ReportId, std::string>(
        "SELECT report, document FROM findings_screening WHERE document <> '' ORDER BY filed_entry", {},
        [&](auto report, auto document) { out.emplace_back(std::move(report), std::move(document)); });
    return out;
}

std::vector<KeptAlbum> albums_after(db::Session& session, std::int64_t entry) {
    std::vector<KeptAlbum> out;
    session.each<ReportId, std::string, std::int64_t>(
        "SELECT report, album, entry FROM findings_screening WHERE album IS NOT NULL AND entry > :entry ORDER BY entry",
        {entry}, [&](auto report, auto album, auto at) { out.push_back({std::move(report), std::move(album), at}); });
    return out;
}

std::vector<Source> later_than(db::Session& session, ReportId const& report) {
    std::vector<Source> out;
    session.each<ReportId, practice::ProjectId, registry::InstitutionId, forensics::Bond, std::int64_t, std::int64_t>(
        "SELECT s.report, r.project, r.institution, s.bond, s.shared, s.passages FROM findings_source s JOIN "
        "findings_screening r ON r.report = s.report WHERE s.source = :report ORDER BY s.shared DESC, s.report LIMIT "
        "100",
        {report}, [&](auto later, auto project, auto institution, auto bond, auto shared, auto passages) {
            out.push_back({std::move(later), std::move(project), std::move(institution), bond, shared, passages});
        });
    return out;
}

std::optional<State> state(db::Session& session, FindingId const& id, field::Date today) {
    auto found = finding(session, id);
    if (!found) return std::nullopt;
    bool const held = held_back(session, found->event, today);
    State out{id, found->state, std::move(found->event.report), std::move(found->event.institution), {}, held};
    if (found->event.source) out.source = std::move(found->event.source->report);
    return out;
}

std::optional<Raised> finding(db::Session& session, FindingId const& id) {
    auto found = raised(session, "id = :id", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<ActView> acts(db::Session& session, FindingId const& id) {
    std::vector<ActView> out;
    session.each<std::string, std::string, std::string, Timestamp, std::int64_t>(
        "SELECT kind, text, unit, at, entry FROM findings_act WHERE finding = :id ORDER BY entry", {id},
        [&](auto kind, auto text, auto unit, auto at, auto entry) {
            out.push_back({std::move(kind), std::move(text), std::move(unit), at, entry});
        });
    return out;
}

std::vector<Raised> of_report(db::Session& session, ReportId const& report) {
    return raised(session, "report = :report AND superseded = 0 ORDER BY entry", {report});
}

std::vector<Raised> findings(db::Session& session, access::Visibility const& sees, FindingFilter const& filter,
                             std::int64_t before, std::int64_t limit) {
    auto by = narrowed(sees, filter);
    by.add("entry < :before", before);
    by.params.emplace_back(limit);
    return raised(session, by.sql + " ORDER BY entry DESC LIMIT :limit", by.params);
}

std::int64_t count(db::Session& session, access::Visibility const& sees, FindingFilter const& filter) {
    auto const by = narrowed(sees, filter);
    // lint: sql - the conditions above, their values bound
    return session.scalar<std::int64_t>("SELECT COUNT(*) FROM findings_finding WHERE " + by.sql, by.params);
}

bool held_back(db::Session& session, practice::ProjectId const& project, field::Date today) {
    return session.scalar<std::int64_t>(
               "SELECT COUNT(*) FROM findings_hold WHERE project = :project AND ended_at IS NULL AND until_day >= "
               ":today",
               {project, to_string(today)}) > 0;
}

bool alarms_held_back(db::Session& session, registry::InstitutionId const& institution, field::Date today) {
    return session.scalar<std::int64_t>(
               "SELECT COUNT(*) FROM findings_hold WHERE institution = :institution AND ended_at IS NULL AND until_day "
               ">= :today",
               {institution, to_string(today)}) > 0;
}

bool held_back(db::Session& session, FindingRaised const& finding, field::Date today) {
    return finding.project.text.empty() ? alarms_held_back(session, finding.institution, today)
                                        : held_back(session, finding.project, today);
}

std::vector<HoldView> alarm_holds(db::Session& session, registry::InstitutionId const& institution, field::Date today) {
    return held(session, "institution = :institution ORDER BY entry DESC", {institution}, today);
}

std::vector<Standing> standing(db::Session& session, registry::InstitutionId const& institution) {
    std::vector<Standing> out;
    session.each<FindingId, std::string>(
        "SELECT finding, about FROM findings_alarm WHERE institution = :institution AND cured_at IS NULL ORDER BY "
        "finding",
        {institution}, [&](auto id, auto about) { out.push_back({std::move(id), std::move(about)}); });
    return out;
}

std::vector<HoldView> holds(db::Session& session, practice::ProjectId const& project, field::Date today) {
    return held(session, "project = :project ORDER BY entry DESC", {project}, today);
}

std::optional<HoldView> hold(db::Session& session, HoldId const& id, field::Date today) {
    auto found = held(session, "id = :id", {id}, today);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Record> records(db::Session& session) {
    std::vector<Record> out;
    session.each<std::string, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT detector, COUNT(*), SUM(CASE WHEN state = 'accepted' THEN 1 ELSE 0 END), SUM(CASE WHEN state = "
        "'dismissed' THEN 1 ELSE 0 END) FROM findings_finding WHERE superseded = 0 GROUP BY detector ORDER BY detector",
        {}, [&](auto detector, auto raised, auto accepted, auto dismissed) {
            out.push_back({std::move(detector), {}, raised, accepted, dismissed});
        });
    return out;
}

Record record(db::Session& session, std::string const& detector) {
    for (auto& one : records(session))
        if (one.detector == detector) return std::move(one);
    return {detector, {}, 0, 0, 0};
}

std::vector<Family> families_after(db::Session& session, std::int64_t entry) {
    return judged(session, "entry > :entry ORDER BY entry", {entry});
}

std::vector<Family> families(db::Session& session, std::int64_t before, std::int64_t limit) {
    return judged(session, "entry < :before ORDER BY entry DESC LIMIT :limit", {before, limit});
}

std::vector<ClusterEdge> shares(db::Session& session, access::Visibility const& sees, std::int64_t least,
                                std::int64_t limit) {
    auto by = seen(sees, "r");
    by.params.insert(by.params.end(), {least, limit});
    std::vector<ClusterEdge> out;
    session.each<ReportId, ReportId, std::int64_t>(
        "SELECT s.report, s.source, s.shared FROM findings_source s JOIN findings_screening r ON r.report = s.report "
        // lint: sql - who may see what, its values bound
        "WHERE " +
            by.sql + " AND s.bond = 'other' AND s.shared >= :least ORDER BY s.shared DESC, s.report LIMIT :limit",
        by.params,
        [&](auto later, auto earlier, auto shared) { out.push_back({std::move(later), std::move(earlier), shared}); });
    return out;
}

}  // namespace anping::findings::queries
