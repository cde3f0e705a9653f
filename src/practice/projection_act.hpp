// SPDX-License-Identifier: Apache-2.0
// What every event of a project leaves behind besides its own rows.
#pragma once

#include <set>

#include <anping/db/columns.hpp>
#include <anping/practice/events.hpp>

namespace anping::practice {

using db::sql;

template <class T>
std::string body(T const& value) {
    return canonical(to_json(value));
}

template <class T>
db::Value maybe_body(std::optional<T> const& value) {
    return value ? db::Value(body(*value)) : db::Value(nullptr);
}

struct Act {
    db::Session& session;
    ledger::Entry const& entry;
    std::string const& project() const { return entry.event.subject; }

    void timeline(std::string const& text, Judgement const* judgement) const {
        std::set<std::string> clauses;
        if (judgement != nullptr) {
            for (auto const& deadline : judgement->deadlines) clauses.insert(deadline.citation.clause);
            for (auto const& flag : judgement->flags) clauses.insert(flag.citation.clause);
        }
        std::vector<db::Params> citations;
        citations.reserve(clauses.size());
        for (auto const& clause : clauses) citations.push_back({clause, entry.seq, project()});
        session.bulk_insert("practice_citation", {"clause", "entry", "project"}, citations);
        session.exec(
            "INSERT INTO practice_timeline (project, entry, at, type, role, unit, text, clauses) VALUES (:project, "
            ":entry, :at, :type, :role, :unit, :text, :clauses)",
            {project(), entry.seq, entry.at, entry.event.type, entry.actor.role, entry.actor.unit, text,
             canonical(to_json(std::vector(clauses.begin(), clauses.end())))});
    }
    void touch(Stage stage) const {
        session.exec(
            "UPDATE practice_project SET stage = :stage, changed_at = :at, version = version + 1 WHERE id = :id",
            {sql(stage), entry.at, project()});
    }
    // Keeps a project at the furthest stage it has reached.
    void reach(Stage stage) const {
        auto const now = session.scalar<Stage>("SELECT stage FROM practice_project WHERE id = :id", {project()});
        touch(std::max(now, stage));
    }
    // What the event adds to the facts.
    void note(Noted const& added) const {
        if (added.empty()) return;
        auto all = noted();
        for (auto const& [name, value] : added) all[name] = value;
        session.exec("UPDATE practice_project SET noted = :noted WHERE id = :id", {canonical(all), project()});
    }
    Noted noted() const {
        return json::parse(
                   session.scalar<std::string>("SELECT noted FROM practice_project WHERE id = :id", {project()}))
            .get_object();
    }
    void meet(char const* duty) const { meet(duty, field::beijing_date(entry.at)); }
    void meet(char const* duty, field::Date on) const {
        session.exec(
            "UPDATE practice_deadline SET met_on = :day WHERE project = :project AND duty = :duty AND met_on IS NULL",
            {sql(on), project(), duty});
    }
    void set_deadlines(Judgement const& judgement) const {
        // One that can no longer be counted does not stay as it was counted before.
        for (auto const& duty : judgement.undecided)
            session.exec("DELETE FROM practice_deadline WHERE project = :project AND duty = :duty AND met_on IS NULL",
                         {project(), duty});
        for (auto const& deadline : judgement.deadlines)
            session.exec(
                "INSERT INTO practice_deadline (project, region, duty, due, body, met_on) VALUES (:project, (SELECT "
                "region "
                "FROM practice_project WHERE id = :project), :duty, :due, :body, NULL) ON CONFLICT (project, duty) DO "
                "UPDATE SET due = excluded.due, body = excluded.body",
                {project(), deadline.duty, sql(deadline.due), body(deadline)});
    }
    // The judgement names every flag that stands: new ones are raised, those no longer named are cleared.
    void set_flags(Judgement const& judgement) const {
        std::set<std::string> standing;
        for (auto const& row : session.query<std::string>(
                 "SELECT watch FROM practice_flag WHERE project = :project AND cleared_at IS NULL", {project()}))
            standing.insert(std::get<0>(row));
        for (auto const& flag : judgement.flags) {
            if (standing.erase(flag.watch) > 0) continue;
            session.exec(
                "INSERT INTO practice_flag (project, watch, clause, raised_seq, body, raised_at, cleared_at) VALUES "
                "(:project, :watch, :clause, :seq, :body, :at, NULL)",
                {project(), flag.watch, flag.citation.clause, entry.seq, body(flag), entry.at});
        }
        for (auto const& watch : standing)
            session.exec(
                "UPDATE practice_flag SET cleared_at = :at WHERE project = :project AND watch = :watch AND "
                "cleared_at IS NULL",
                {entry.at, project(), watch});
    }
    void judge(Judgement const& judgement) const {
        if (judgement.law.empty()) return;
        set_deadlines(judgement);
        set_flags(judgement);
    }
};

// The facts and flags an event leaves, the project touched.
void settle(Act const& act, Noted const& noted, Judgement const& judgement);

// projection_report.cpp
void reported(Act const& act);
void reviewed(Act const& act);
void process_rule_set(Act const& act);
void paper_template_set(Act const& act);
void paper_template_withdrawn(Act const& act);
void opinions_given(Act const& act);
void opinions_answered(Act const& act);
void published(Act const& act);
void withdrawn(Act const& act);
// projection_site.cpp
void views_exchanged(Act const& act);
void measures_proposed(Act const& act);
void measures_answered(Act const& act);
void measures_rechecked(Act const& act);
void site_confirmed(Act const& act);
void report_confirmed(Act const& act);
void spot_checked(Act const& act);
// projection_disclosure.cpp
void disclosure_recorded(Act const& act);
void disclosure_withdrawn(Act const& act);
void disclosure_checked(Act const& act);
void report_relied_on(Act const& act);
void copy_published(Act const& act);
void copy_withdrawn(Act const& act);
// projection_hosting.cpp
void hosting_declared(Act const& act);
void hosting_visited(Act const& act);
void hosting_ended(Act const& act);
// projection_notice.cpp
void noticed(Act const& act);
void project_noticed(Act const& act);
void notice_entered(Act const& act);
void notice_amended(Act const& act);
void notice_opened(Act const& act);

}  // namespace anping::practice
