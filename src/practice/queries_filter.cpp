// SPDX-License-Identifier: Apache-2.0
// A filter as a condition, and how many projects it leaves.
#include <anping/db/columns.hpp>

#include "queries.hpp"
#include "schema.hpp"

namespace anping::practice::queries {
namespace {

// Numbers are found from their beginning; digits alone are the serial number of a receipt.
std::string beginning(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    bool const digits = std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
    return digits && text.size() <= 8 ? "HZ-" + std::string(8 - text.size(), '0') + text : text;
}

char const* expression_of(TallyBy by) {
    switch (by) {
        case TallyBy::region: return "practice_project.region";
        case TallyBy::stage: return "practice_project.stage";
        case TallyBy::kind: return kStatutoryKind;
        case TallyBy::institution: return "practice_project.institution";
        case TallyBy::clause: return "f.clause";
    }
    return "";
}

class Narrowing {
public:
    explicit Narrowing(Filter filter) : out_(std::move(filter)) { out_.sql = "(" + out_.sql + ")"; }
    void add(std::string const& condition, db::Params const& values = {}) {
        out_.sql += " AND " + condition;
        out_.params.insert(out_.params.end(), values.begin(), values.end());
    }
    Filter finish() && { return std::move(out_); }

private:
    Filter out_;
};

void narrow_by_notice(Narrowing& out, NoticeStanding standing, field::Date today) {
    std::string const duty =
        "EXISTS (SELECT 1 FROM practice_deadline d WHERE d.project = practice_project.id AND d.duty = 'prior_notice' "
        "AND ";
    if (standing == NoticeStanding::received)
        out.add("EXISTS (SELECT 1 FROM practice_notice n WHERE n.project = practice_project.id)");
    else if (standing == NoticeStanding::late) out.add(duty + "d.met_on > d.due)");
    else out.add(duty + "d.met_on IS NULL AND d.due < :narrow_today)", {db::sql(today)});
}

}  // namespace

Filter seen_projects(access::Visibility const& sees) {
    auto predicate = sees.where({"practice_project.institution",
                                 {"practice_project.enterprise"},
                                 {"practice_project.region"},
                                 "practice_project.authority",
                                 ""});
    return {std::move(predicate.text), std::move(predicate.params)};
}

Filter narrowed(db::Session& session, Filter seen, ProjectFilter const& by, field::Date today) {
    Narrowing out(std::move(seen));
    if (!by.text.empty()) {
        auto const named = project_titles().holds(session, by.text);
        out.add(named.sql, named.params);
    }
    if (by.region)
        out.add("practice_project.region LIKE :narrow_region", {std::string(field::subtree_prefix(*by.region)) + "%"});
    if (by.stage) out.add("practice_project.stage = :narrow_stage", {db::sql(*by.stage)});
    if (by.kind) out.add(std::string(kStatutoryKind) + " = :narrow_kind", {*by.kind});
    if (by.institution) out.add("practice_project.institution = :narrow_institution", {by.institution->text});
    if (by.clause)
        out.add(
            "EXISTS (SELECT 1 FROM practice_flag c WHERE c.project = practice_project.id AND c.cleared_at IS NULL AND "
            "c.clause = :narrow_clause)",
            {*by.clause});
    if (by.notice) narrow_by_notice(out, *by.notice, today);
    if (by.done == Done::surveyed) out.add("practice_project.surveys > 0");
    if (by.done == Done::published)
        out.add(
            "EXISTS (SELECT 1 FROM practice_report r WHERE r.project = practice_project.id AND r.number IS NOT NULL "
            "AND r.withdrawn IS NULL)");
    if (by.signed_from) out.add("practice_project.signed_on >= :narrow_from", {db::sql(*by.signed_from)});
    if (by.signed_until) out.add("practice_project.signed_on <= :narrow_until", {db::sql(*by.signed_until)});
    if (by.noticed_from || by.noticed_until)
        out.add(
            "EXISTS (SELECT 1 FROM practice_notice w WHERE w.project = practice_project.id AND w.received_on >= "
            ":narrow_since AND w.received_on <= :narrow_to)",
            {by.noticed_from ? to_string(*by.noticed_from) : "0000-01-01",
             by.noticed_until ? to_string(*by.noticed_until) : "9999-12-31"});
    return std::move(out).finish();
}

std::int64_t count(db::Session& session, Filter const& filter) {
    return session.scalar<std::int64_t>("SELECT count(*) FROM practice_project WHERE " + filter.sql, filter.params);
}

std::vector<std::pair<std::string, std::int64_t>> tally(db::Session& session, Filter const& filter, TallyBy by) {
    std::string const columns = expression_of(by);
    std::string const rest = by == TallyBy::clause ? "practice_project JOIN practice_flag f ON f.project = "
                                                     "practice_project.id AND f.cleared_at IS NULL"
                                                   : "practice_project";
    std::vector<std::pair<std::string, std::int64_t>> out;
    session.each<std::string, std::int64_t>(
        "SELECT " + columns + ", count(DISTINCT practice_project.id) FROM " + rest + " WHERE " + filter.sql +
            " GROUP BY " + columns + " ORDER BY " + columns,
        filter.params, [&](auto key, auto count) { out.emplace_back(std::move(key), count); });
    return out;
}

std::vector<FoundMatter> matters(Reading const& with, Filter const& filter, std::string const& text,
                                 std::int64_t limit) {
    std::vector<FoundMatter> out;
    auto const from = beginning(text);
    // CROSS JOIN: SQLite begins with the number, however few projects a person sees.
    auto const each = [&](char const* kind, std::string const& source, std::string const& number) {
        auto const asked = source + " AND " + number + " >= :from AND " + number + " < :until";
        with.session.each<ProjectId, std::string, std::string>(
            "SELECT practice_project.id, title, " + number + " FROM " + asked + " AND (" + filter.sql + ") ORDER BY " +
                number + " LIMIT :limit",
            Filter{"", {from, from + "\x7F"}}.and_then(filter.and_then({limit})), [&](auto id, auto title, auto found) {
                out.push_back({kind, std::move(id), std::move(title), std::move(found)});
            });
    };
    each("notice",
         "practice_addressee a CROSS JOIN practice_notice n CROSS JOIN practice_project WHERE n.id = a.notice AND "
         "practice_project.id = n.project",
         "a.receipt_number");
    each("report", "practice_report r CROSS JOIN practice_project WHERE practice_project.id = r.project", "r.number");
    return out;
}

}  // namespace anping::practice::queries
