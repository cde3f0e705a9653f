// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "structure.hpp"

namespace anping::ledger {
namespace {

std::string quoted(std::string const& name) {
    std::string out = "\"";
    for (char c : name) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

void check_types(db::Session& session, std::string const& table, Findings& findings) {
    std::string names;
    std::string wrong;
    auto const columns =
        session.query<std::string, std::string>("SELECT name, upper(type) FROM pragma_table_info(:table)", {table});
    for (auto const& [name, type] : columns) {
        auto const wanted = type == "TEXT" ? "'text'" : "'integer'";
        auto const test = "typeof(" + quoted(name) + ") NOT IN (" + wanted + ", 'null')";
        names += (names.empty() ? "CASE WHEN " : " WHEN ") + test + " THEN '" + name + "'";
        wrong += (wrong.empty() ? "" : " OR ") + test;
    }
    if (columns.empty()) return;
    session.each<std::int64_t, std::string>(
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
    session.each<std::string>("PRAGMA integrity_check(100)", {}, [&](std::string&& line) {
        if (line != "ok") findings.add(Findings::database(std::move(line)));
    });
    std::vector<std::string> tables;
    session.each<std::string>("SELECT name FROM sqlite_master WHERE type = 'table'", {},
                              [&](std::string&& name) { tables.push_back(std::move(name)); });
    for (auto const& table : tables) {
        try {
            check_types(session, table, findings);
        } catch (std::exception const& e) { findings.add(Findings::row(table, "", "", e.what())); }
    }
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
