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

constexpr std::int64_t kFew = 2'000;  // projects found from what they have, not asked for it one after the other

class Narrowing {
public:
    Narrowing(db::Session& session, Filter filter, Wanted wanted)
        : session_(session), wanted_(wanted), out_(std::move(filter)) {
        out_.sql = "(" + out_.sql + ")";
    }
    void add(std::string const& condition, db::Params const& values = {}) {
        out_.sql += " AND " + condition;
        out_.params.insert(out_.params.end(), values.begin(), values.end());
    }
    // Projects that have such a row, whose `id` is the project's. Where there are few rows the projects are found from
    // them; else each is asked as the list comes to it, and enough are soon found. To count all of them, what they are
    // counted by is read in its own order (no index serves an expression) and the rows but once.
    void has(std::string const& row, db::Params const& values = {}, std::string const& id = "x.project") {
        auto const rows = "(SELECT " + id + " FROM " + row + ")";
        if (wanted_ == Wanted::all) add("(practice_project.id || '') IN " + rows, values);
        else if (few(row, values)) add("practice_project.id IN " + rows, values);
        else add("EXISTS (SELECT 1 FROM " + row + " AND " + id + " = practice_project.id)", values);
    }
    void signed_between(std::string const& from, std::string const& until) {
        auto const between = [](std::string const& column) {
            return column + " >= :narrow_from AND " + column + " <= :narrow_until";
        };
        db::Params const values{from, until};
        if (wanted_ == Wanted::all) add(between("practice_project.signed_on"), values);
        else has("practice_project x WHERE " + between("x.signed_on"), values, "x.id");
    }
    void within(field::RegionCode const& region) {
        std::string const prefix(field::subtree_prefix(region));
        if (prefix == region.digits) return add("practice_project.region = :narrow_region", {prefix});
        db::Params const values{prefix, prefix + ":"};  // ":" sorts after every digit
        auto const between = [](std::string const& column) {
            return column + " >= :narrow_region AND " + column + " < :narrow_beyond";
        };
        bool const index = few("practice_project x WHERE " + between("x.region"), values);
        add(between(index ? "practice_project.region" : "(practice_project.region || '')"), values);
    }
    Filter finish() && { return std::move(out_); }

private:
    bool few(std::string const& rows, db::Params values) const {
        values.emplace_back(kFew + 1);
        return session_.scalar<std::int64_t>(
                   // lint: sql - rows named in this file, their values bound
                   "SELECT count(*) FROM (SELECT 1 AS one FROM " + rows + " LIMIT :few) AS found", values) <= kFew;
    }

    db::Session& session_;
    Wanted wanted_;
    Filter out_;
};

void narrow_by_notice(Narrowing& out, NoticeStanding standing, field::Date today) {
    std::string const duty = "practice_deadline x WHERE x.duty = 'prior_notice' AND ";
    if (standing == NoticeStanding::received) out.has("practice_notice x WHERE 1 = 1");
    else if (standing == NoticeStanding::late) out.has(duty + "x.met_on > x.due");
    else out.has(duty + "x.met_on IS NULL AND x.due < :narrow_today", {db::sql(today)});
}

void narrow_by_days(Narrowing& out, ProjectFilter const& by) {
    auto const from = [](auto const& day) { return day ? to_string(*day) : "0000-01-01"; };
    auto const until = [](auto const& day) { return day ? to_string(*day) : "9999-12-31"; };
    if (by.signed_from || by.signed_until) out.signed_between(from(by.signed_from), until(by.signed_until));
    if (by.noticed_from || by.noticed_until)
        out.has("practice_notice x WHERE x.received_on >= :narrow_since AND x.received_on <= :narrow_to",
                {from(by.noticed_from), until(by.noticed_until)});
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

Filter narrowed(db::Session& session, Filter seen, ProjectFilter const& by, field::Date today, Wanted wanted) {
    Narrowing out(session, std::move(seen), wanted);
    if (!by.text.empty()) {
        auto const named = project_titles().holds(session, by.text);
        out.add(named.sql, named.params);
    }
    if (by.region) out.within(*by.region);
    if (by.stage) out.add("practice_project.stage = :narrow_stage", {db::sql(*by.stage)});
    if (by.kind) out.add(std::string(kStatutoryKind) + " = :narrow_kind", {*by.kind});
    if (by.institution) out.add("practice_project.institution = :narrow_institution", {by.institution->text});
    if (by.clause) out.has("practice_flag x WHERE x.cleared_at IS NULL AND x.clause = :narrow_clause", {*by.clause});
    if (by.notice) narrow_by_notice(out, *by.notice, today);
    if (by.done == Done::surveyed) out.has("practice_survey x WHERE 1 = 1");
    if (by.done == Done::published) out.has("practice_report x WHERE x.number IS NOT NULL AND x.withdrawn IS NULL");
    narrow_by_days(out, by);
    return std::move(out).finish();
}

std::int64_t count(db::Session& session, Filter const& filter) {
    return session.scalar<std::int64_t>("SELECT count(*) FROM practice_project WHERE " + filter.sql, filter.params);
}

std::vector<std::pair<std::string, std::int64_t>> tally(db::Session& session, Filter const& filter, TallyBy by) {
    std::string const key = expression_of(by);
    // Flags are looked up for the projects as they are counted, so that only indexes are read.
    std::string const counted =
        by == TallyBy::clause
            ? "count(DISTINCT f.project) FROM practice_flag f WHERE f.cleared_at IS NULL AND f.project IN (SELECT "
              "practice_project.id FROM practice_project WHERE " +
                  filter.sql + ")"
            : "count(*) FROM practice_project WHERE " + filter.sql;
    std::vector<std::pair<std::string, std::int64_t>> out;
    // lint: sql - a column or a case of it
    session.each<std::string, std::int64_t>("SELECT " + key + ", " + counted + " GROUP BY " + key + " ORDER BY " + key,
                                            filter.params,
                                            [&](auto value, auto count) { out.emplace_back(std::move(value), count); });
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
            // lint: sql - columns and conditions of this file, their values bound
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
