// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <map>

#include "structure.hpp"
#include "verify_entries.hpp"

namespace anping::ledger {
namespace {

std::string quoted(std::string const& name) {
    std::string out = "\"";
    for (char c : name) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

// Whether all is well. SQLite names pages; `table` is whose they are, "" for the whole database.
bool sound(db::Session& session, std::string const& sql, std::string const& table, Findings& findings) {
    bool out = true;
    auto const damaged = [&](std::string what) {
        out = false;
        auto finding = Findings::database(std::move(what));
        finding.table = table;
        findings.add(std::move(finding));
    };
    try {
        session.each<std::string>(sql, {}, [&](std::string&& line) {
            if (line != "ok") damaged(std::move(line));
        });
    } catch (db::DbError const& error) { damaged(error.what()); }
    return out;
}

// Of one table and its indexes.
bool sound(db::Session& session, std::string const& table, Findings& findings) {
    return sound(session, "PRAGMA integrity_check(" + quoted(table) + ")", table, findings);
}

void check_types(db::Session& session, std::string const& table, Findings& findings) {
    std::string names;
    std::string wrong;
    auto const columns =
        session.query<std::string, std::string>("SELECT name, upper(type) FROM pragma_table_info(:table)", {table});
    for (auto const& [name, type] : columns) {
        auto const wanted = type == "TEXT" ? "'text'" : "'integer'";
        // lint: sql - names of the database's own columns
        auto const test = "typeof(" + quoted(name) + ") NOT IN (" + wanted + ", 'null')";
        names += (names.empty() ? "CASE WHEN " : " WHEN ") + test + " THEN '" + name + "'";
        wrong += (wrong.empty() ? "" : " OR ") + test;
    }
    if (columns.empty()) return;
    session.each<std::int64_t, std::string>(  // lint: sql - names of the database's own tables and columns
        "SELECT rowid, " + names + " END FROM " + quoted(table) + " WHERE " + wrong + " LIMIT 100", {},
        [&](std::int64_t row, std::string&& field) {
            findings.add(
                Findings::row(table, "rowid=" + std::to_string(row), std::move(field), "has a value of another type"));
        });
}

using Objects = std::map<std::string, std::string>;

Objects objects(db::Session& session) {
    Objects out;
    session.each<std::string, std::string, std::string, std::string>(
        "SELECT type, name, tbl_name, COALESCE(sql, '') FROM sqlite_master", {},
        [&](std::string&& type, std::string&& name, std::string&& table, std::string&& sql) {
            out[name] = type + " on " + table + ": " + sql;
        });
    return out;
}

}  // namespace

void check_structure(db::Session& session, Findings& findings) {
    if (session.backend() != db::Backend::sqlite) return;
    std::vector<std::string> tables;
    // The ledger's own rows are checked as entries; its pages are named only when some page is not well.
    if (!sound(session, "PRAGMA quick_check(100)", "", findings)) tables.emplace_back("ledger");
    session.each<std::string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'ledger'", {},
                              [&](std::string&& name) { tables.push_back(std::move(name)); });
    for (auto const& table : tables) {
        try {
            sound(session, table, findings);
            check_types(session, table, findings);
        } catch (std::exception const& e) { findings.add(Findings::row(table, "", "", e.what())); }
    }
}

void check_subject_index(db::Session& session, std::int64_t size, std::uint64_t subjects, Findings& findings) {
    if (session.backend() != db::Backend::sqlite) return;
    std::uint64_t sum = 0;
    bool ordered = true;
    std::string before;
    session.each<std::string, std::string>(
        "SELECT subject, group_concat(seq, ' ') FROM ledger INDEXED BY ledger_by_subject GROUP BY subject", {},
        [&](std::string&& subject, std::string&& numbers) {
            if (!before.empty() && subject <= before) ordered = false;
            std::int64_t last = -1;
            for (char const *at = numbers.data(), *const end = at + numbers.size(); at < end; ++at) {
                std::int64_t seq = -1;
                at = std::from_chars(at, end, seq).ptr;
                if (seq <= last) ordered = false;
                last = seq;
                if (seq < size) sum += subject_mark(subject, seq);
            }
            before = std::move(subject);
        });
    if (ordered && sum == subjects) return;
    findings.add(Findings::database("the index ledger_by_subject does not hold the ledger's entries"));
    sound(session, "ledger", findings);
}

void check_schema(db::Session& session, db::Session& scratch, Findings& findings) {
    if (session.backend() != db::Backend::sqlite) return;
    auto const found = objects(session);
    for (auto const& [name, definition] : objects(scratch)) {
        auto const here = found.find(name);
        if (here == found.end()) findings.add({"schema", -1, name, "", "", "", "is missing"});
        else if (here->second != definition)
            findings.add({"schema", -1, name, "", "", "", "is defined otherwise: " + here->second});
    }
}

}  // namespace anping::ledger
