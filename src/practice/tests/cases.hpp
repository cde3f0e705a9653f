// SPDX-License-Identifier: Apache-2.0
// What decisions are tried on: the books as shipped, or with a county's own on top, and a project in any state.
#pragma once

#include <gmock/gmock.h>

#include <set>

#include <anping/practice/testing.hpp>

#include "rules.hpp"

namespace anping::practice {

using practice::testing::at;
using practice::testing::day;

inline rulebook::Law const& shipped() { return *practice::testing::books(ANPING_SOURCE_DIR "/rulebooks"); }

// The shipped books and, innermost, these clauses for Changji (652301).
inline rulebook::Law with_clauses(std::string const& clauses) {
    namespace fs = std::filesystem;
    practice::testing::Folder folder;
    auto const shelf = folder.path + "/books";
    fs::copy(ANPING_SOURCE_DIR "/rulebooks", shelf, fs::copy_options::recursive);
    fs::create_directory(shelf + "/T");
    std::ofstream(shelf + "/T/book.toml") << "[book]\ncode = \"T\"\nname = \"试验\"\nregion = \"652301\"\n";
    std::ofstream(shelf + "/T/clauses.toml") << "[defaults]\nsource = \"试验\"\nmark = \"seen\"\n" << clauses;
    auto loaded = rulebook::load(shelf);
    if (!loaded.law) throw std::runtime_error(loaded.diagnostics.front().message);
    return *loaded.law;
}

inline Circumstances on(char const* today, rulebook::Law const& law = shipped(), std::string account = "A-leader") {
    return {law, field::beijing_midnight(day(today)), day(today), 41, std::move(account)};
}

inline registry::PersonView person(char const* id, char const* institution = "J-1") {
    registry::PersonView out;
    out.id = {id};
    out.institution = {institution};
    return out;
}
inline People people() { return {person("R-1"), person("R-2"), person("R-9", "J-2")}; }

inline Parties parties() {
    Parties out;
    out.institution.id = {"J-1"};
    out.institution.qualification = {{"APJ-1"}, {{"assess.5"}}, day("2024-01-01"), day("2028-12-31")};
    out.enterprise.id = {"Q-1"};
    out.leader = person("R-1");
    return out;
}

inline OpenProject contract(char const* region = "652301") {
    OpenProject in;
    in.title = {"现状评价"};
    in.enterprise = {"Q-1"};
    in.region = {region};
    in.site = {"工业园"};
    in.scope = {"assess.5"};
    in.statutory_kind = {"chemical_permit"};
    in.service_type = {"current"};
    in.contract = {{"HT-1"}, day("2026-02-27"), day("2026-06-30"), {100}};
    in.leader = {"R-1"};
    in.site_first_day = day("2026-03-23");
    in.risk = RiskAnalysis{day("2026-02-26"), true, true, false, {}, {"可以承接"}};
    return in;
}

inline State project() {
    State out;
    out.id = {"P2026-00000001"};
    out.institution = {"J-1"};
    out.enterprise = {"Q-1"};
    out.region = {"652301"};
    out.scope = "assess.5";
    out.leader = {"R-1"};
    out.signed_on = day("2026-02-27");
    out.ends_on = day("2026-06-30");
    out.planned_first_day = day("2026-03-23");
    out.contract_scans = 1;
    out.invoices = 1;
    out.noted = {{"risk.made_on", "2026-02-26"},
                 {"team.formed_on", "2026-03-02"},
                 {"evidence.kinds", {"gate", "people", "equipment", "safety_facility", "document"}},
                 {"exchange.held", true},
                 {"enterprise.site_confirmed", true}};
    return out;
}

inline Exhibit exhibit(char const* kind, char const* media_type = "image/jpeg") {
    Exhibit out;
    out.kind = {kind};
    out.file_name = "文件";
    out.blob.sm3 = std::string(64, 'a');
    out.blob.reading.media_type = media_type;
    return out;
}

inline FileNotice notice(char const* first = "2026-03-23", char const* last = "2026-03-25") {
    return {day(first), day(last), {{"R-1"}, {"R-2"}}, {"赵联系"}, {"0991-1"}, std::nullopt};
}

inline RecordSurvey survey(char const* from = "2026-03-23T10:00:00+08:00",
                           char const* until = "2026-03-23T18:00:00+08:00") {
    RecordSurvey in;
    in.started_at = at(from);
    in.ended_at = at(until);
    in.place = {"罐区"};
    in.members = {{"R-1"}, {"R-2"}};
    in.enterprise_people = {"安全科"};
    in.findings = {"完好"};
    return in;
}

// The pointer of the field refused, or the error's key, or "" when nothing is.
template <class T>
std::string refused(Result<T> const& result) {
    if (result) return {};
    return result.error().fields.empty() ? result.error().key : result.error().fields.front().pointer;
}

template <class E>
E first(Result<std::vector<ledger::Event>> const& events) {
    if (!events) throw std::runtime_error(events.error().text);
    return from_trusted_json<E>(events->front().data);
}

// Watches with their severity: "scope_exceeded finding".
inline std::set<std::string> flags(Judgement const& judgement) {
    std::set<std::string> out;
    for (auto const& flag : judgement.flags) out.insert(flag.watch + " " + flag.severity);
    return out;
}
// Duties with their day and clause: "prior_notice 2026-03-12 XJ-13a".
inline std::set<std::string> deadlines(Judgement const& judgement) {
    std::set<std::string> out;
    for (auto const& deadline : judgement.deadlines)
        out.insert(deadline.duty + " " + field::to_string(deadline.due) + " " + deadline.citation.clause);
    return out;
}

using Words = std::set<std::string>;

}  // namespace anping::practice
