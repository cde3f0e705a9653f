// SPDX-License-Identifier: Apache-2.0
#include "acts.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::findings {
namespace {

using forensics::SubjectKind;
using practice::ProjectId;

std::int64_t days_off(int days) { return std::int64_t{days} * 24 * 3600 * 1'000'000; }

// What the report says of its instruments, as acts.
std::vector<KnownAct> acts_of(practice::FiledReport const& report, std::vector<InstrumentUse> const& uses) {
    std::vector<KnownAct> out;
    out.reserve(uses.size());
    for (auto const& use : uses) {
        auto const day = forensics::on_days({}, use.day, use.day);
        KnownAct act;
        act.of = SubjectKind::instrument;
        act.kind = forensics::ActKind::test;
        act.who = use.serial;
        act.subject = "仪器 " + use.serial;
        act.from = day.from;
        act.to = day.to;
        act.by_day = true;
        act.project = report.project;
        act.entry = report.entry;
        out.push_back(std::move(act));
    }
    return out;
}

// Whose acts of the project the others are held against, and from when until when these are.
struct Own {
    std::vector<std::string> people;
    Timestamp from{std::numeric_limits<std::int64_t>::max()};
    Timestamp until{std::numeric_limits<std::int64_t>::min()};

    void reach(Timestamp begins, Timestamp ends) {
        from = std::min(from, begins);
        until = std::max(until, ends);
    }
};

Own own_of(db::Session& session, practice::FiledReport const& report, std::vector<KnownAct> const& uses) {
    Own out;
    session.each<std::string, Timestamp, Timestamp>(
        "SELECT who, from_at, to_at FROM findings_presence WHERE project = :project AND subject = 'person' ORDER BY "
        "from_at, entry",
        {report.project}, [&](auto who, auto from, auto to) {
            out.reach(from, to);
            if (std::ranges::find(out.people, who) == out.people.end()) out.people.push_back(std::move(who));
        });
    for (auto const& use : uses) out.reach(use.from, use.to);
    return out;
}

struct Asked {
    std::string who;      // as the table has it
    std::string subject;  // as a person reads it
    practice::ReportId but;
    Timestamp from, until;
};

void add_acts_of(db::Session& session, Asked const& asked, std::vector<KnownAct>& out) {
    session.each<SubjectKind, forensics::ActKind, std::string, Timestamp, Timestamp, bool, std::string, std::string,
                 std::string, ProjectId, std::int64_t>(
        "SELECT subject, kind, written, from_at, to_at, by_day, spot, latitude, longitude, project, entry FROM "
        "findings_presence WHERE who = :who AND from_at >= :from AND from_at <= :until AND report <> :report ORDER BY "
        "from_at, entry",
        {asked.who, asked.from, asked.until, asked.but},
        [&](auto of, auto kind, auto written, auto begins, auto ends, auto by_day, auto spot, auto latitude,
            auto longitude, auto project, auto entry) {
            out.push_back({of,
                           of == SubjectKind::person ? asked.who : std::move(written),
                           asked.subject,
                           kind,
                           begins,
                           ends,
                           by_day,
                           std::move(spot),
                           std::move(latitude),
                           std::move(longitude),
                           std::move(project),
                           entry,
                           {},
                           {},
                           {}});
        });
}

std::string number_of(db::Session& session, std::string const& person) {
    auto row = session.one<std::string>(
        "SELECT written FROM findings_number WHERE person = :person ORDER BY number LIMIT 1", {person});
    return row ? std::get<0>(std::move(*row)) : std::string();
}

std::string named(db::Session& session, std::string const& person) {
    auto const number = number_of(session, person);
    return number.empty() ? "人员编号 " + person : "证书编号 " + number;
}

// Whoever has one of the same numbers.
std::vector<std::string> same_as(db::Session& session, std::string const& person) {
    std::vector<std::string> out{person};
    session.each<std::string>(
        "SELECT DISTINCT b.person FROM findings_number a JOIN findings_number b ON b.number = a.number WHERE a.person "
        "= :person ORDER BY b.person",
        {person}, [&](auto other) {
            if (other != person) out.push_back(std::move(other));
        });
    return out;
}

void say_where(db::Session& session, practice::Projects const& projects, std::vector<KnownAct>& acts) {
    std::set<ProjectId> named;
    for (auto const& act : acts) named.insert(act.project);
    std::map<ProjectId, practice::ProjectFacts> facts;
    std::map<ProjectId, std::pair<std::string, std::string>> positions;
    for (auto& one : projects.facts_of(session, {named.begin(), named.end()})) {
        auto const id = one.id;
        facts.emplace(id, std::move(one));
    }
    // What has no position was where the survey of its project was: they are of one plant.
    for (auto const& id : named)
        if (auto row = session.one<std::string, std::string>(
                "SELECT latitude, longitude FROM findings_presence WHERE project = :project AND latitude <> '' ORDER "
                "BY from_at, entry LIMIT 1",
                {id}))
            positions[id] = {std::get<0>(*row), std::get<1>(*row)};
    for (auto& act : acts) {
        if (auto const of = facts.find(act.project); of != facts.end()) {
            act.institution = of->second.institution;
            act.enterprise = of->second.enterprise;
            act.region = of->second.region;
        }
        if (auto const at = positions.find(act.project); at != positions.end() && act.latitude.empty())
            std::tie(act.latitude, act.longitude) = at->second;
    }
}

}  // namespace

std::int64_t month_of(Timestamp at) {
    auto const day = field::beijing_date(at);
    return std::int64_t{day.year()} * 12 + day.month() - 1;
}

std::vector<KnownAct> acts_around(db::Session& session, practice::Projects const& projects,
                                  practice::FiledReport const& report, std::vector<InstrumentUse> const& uses,
                                  int days) {
    auto out = acts_of(report, uses);
    auto const own = own_of(session, report, out);
    if (own.until < own.from) return {};
    Asked asked{{}, {}, report.id, {own.from.micros - days_off(days)}, {own.until.micros + days_off(days)}};
    std::set<std::string> seen;
    auto const add = [&](std::string const& who) {
        if (!seen.insert(who).second) return;
        asked.who = who;
        add_acts_of(session, asked, out);
    };
    for (auto const& person : own.people) {
        if (seen.contains(person)) continue;
        asked.subject = named(session, person);
        std::ranges::for_each(same_as(session, person), add);
    }
    for (auto const& use : uses) {
        asked.subject = "仪器 " + use.serial;
        add(forensics::subject_of(use.serial));
    }
    say_where(session, projects, out);
    std::ranges::stable_sort(out, {}, [](KnownAct const& act) { return std::pair(act.from, act.entry); });
    return out;
}

Authors authors_in(db::Session& session, ProjectId const& project, std::int64_t month) {
    Authors out;
    session.each<std::string>("SELECT person FROM findings_authorship WHERE project = :project AND month = :month",
                              {project, month}, [&](auto person) { out.own[person] = {}; });
    for (auto& [person, as] : out.own) as = named(session, person);
    if (out.own.empty()) return out;
    session.each<std::string, std::int64_t>(
        "SELECT person, COUNT(*) FROM findings_authorship WHERE month = :month GROUP BY person ORDER BY person",
        {month}, [&](auto person, auto reports) {
            out.all.push_back({std::move(person), static_cast<int>(month), static_cast<int>(reports)});
        });
    return out;
}

bool told_already(db::Session& session, practice::FiledReport const& report, forensics::Finding const& finding) {
    auto const filed = field::beijing_date(report.filed_at);
    auto const since = field::beijing_midnight(field::Date::of(filed.year(), filed.month(), 1).value());
    bool out = false;
    session.each<std::string>(
        "SELECT body FROM findings_finding WHERE institution = :institution AND detector = :detector AND superseded = "
        "0 AND report <> :report AND raised_at >= :since",
        {report.institution, finding.detector, report.id, since}, [&](auto body) {
            auto const facts = from_trusted_json<FindingRaised>(json::parse(body)).finding.facts;
            out = out || std::ranges::any_of(facts, [&](forensics::Fact const& one) {
                      return one.name == "subject" && one.value == finding.facts.front().value;
                  });
        });
    return out;
}

std::optional<field::Date> last_day_there(db::Session& session, ProjectId const& project) {
    auto const last = session.scalar<std::optional<Timestamp>>(
        "SELECT MAX(from_at) FROM findings_presence WHERE project = :project AND report = ''", {project});
    return last ? std::optional(field::beijing_date(*last)) : std::nullopt;
}

std::optional<practice::ReportId> last_report(db::Session& session, ProjectId const& project) {
    auto row = session.one<practice::ReportId>(
        "SELECT report FROM findings_screening WHERE project = :project ORDER BY filed_entry DESC LIMIT 1", {project});
    if (!row) return std::nullopt;
    return std::get<0>(std::move(*row));
}

}  // namespace anping::findings
