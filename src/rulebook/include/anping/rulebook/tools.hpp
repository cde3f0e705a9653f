// SPDX-License-Identifier: Apache-2.0
// For people who write and change books: check one, ask what it says, see what a change would move.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <anping/rulebook/law.hpp>

namespace anping::rulebook {

// A case of a book's own tests that came out otherwise than it says.
struct TestFailure {
    std::string file;
    std::int64_t line = 0;
    std::string says;
    std::string what;  // "deadlines.contract_upload"
    std::string expected;
    std::string got;
};
BOOST_DESCRIBE_STRUCT(TestFailure, (), (file, line, says, what, expected, got))

struct CheckResult {
    bool ok = false;  // no error, no failed case; warnings may stand
    std::vector<Diagnostic> diagnostics;
    std::vector<TestFailure> failures;
    std::vector<std::string> untested;  // enforced clauses no case makes speak, or be silent
    std::int64_t books = 0;
    std::int64_t clauses = 0;
    std::int64_t enforced = 0;
    std::int64_t not_binding = 0;  // clauses that only inform and remind
    std::int64_t cases = 0;
    std::string digest;
};
BOOST_DESCRIBE_STRUCT(CheckResult, (),
                      (ok, diagnostics, failures, untested, books, clauses, enforced, not_binding, cases, digest))

// Loads the shelf and runs the books' tests. As JSON: to_json(result).
CheckResult check(std::string const& directory);
std::string to_text(CheckResult const& result);
// One problem with its line and a mark under the column.
std::string to_text(Diagnostic const& diagnostic);

// What a clause (by id) or a duty, watch or gate (by name) says at the place on the day, and what it makes of the
// facts; "not_found" when there is no such clause or name.
Result<std::string> explain(Law const& law, std::string_view clause_or_name, Place const& place, field::Date act,
                            json::object const& facts);

// A deadline somebody is held to now, as the caller keeps it.
struct OpenDeadline {
    std::string subject;  // "P2026-000007"
    std::string title;    // the subject's name
    std::string duty;
    Place place;
    field::Date act;
    json::object facts;
};

struct MovedDeadline {
    std::string subject;
    std::string subject_title;
    std::string duty;
    std::optional<field::Date> before;  // nothing: there was no due date
    std::optional<field::Date> after;
    std::string clause_before;
    std::string clause_after;
    std::string why;
};
BOOST_DESCRIBE_STRUCT(MovedDeadline, (),
                      (subject, subject_title, duty, before, after, clause_before, clause_after, why))

std::vector<MovedDeadline> diff(Law const& before, Law const& after, std::vector<OpenDeadline> const& open);

struct ClauseChange {
    std::string clause;
    std::string change;             // "added", "removed", "changed"
    std::vector<std::string> what;  // of a changed one: "text", "mark", "body", "in_force", "binding", ...
};
BOOST_DESCRIBE_STRUCT(ClauseChange, (), (clause, change, what))

std::vector<ClauseChange> changes(Law const& before, Law const& after);
std::string to_text(std::vector<ClauseChange> const& changed, std::vector<MovedDeadline> const& moved);

// JSON Schema 2020-12 of a book's files, for editors; published as rulebooks/schema.json.
json::object book_schema();
std::string book_schema_text();  // as published

}  // namespace anping::rulebook
