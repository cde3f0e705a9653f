// SPDX-License-Identifier: Apache-2.0
#include "row_text.hpp"

namespace anping::ledger {
namespace {

// n; or i, t (r, b, x: neither integer nor text), the length in characters, a colon, the text.
std::string column_text(db::Backend backend, std::string const& column) {
    auto const type =
        backend == db::Backend::sqlite
            ? "substr(typeof(" + column + "), 1, 1)"
            : "CASE CAST(pg_typeof(" + column + ") AS TEXT) WHEN 'text' THEN 't' WHEN 'bigint' THEN 'i' ELSE 'x' END";
    auto const text = "CAST(" + column + " AS TEXT)";
    return "CASE WHEN " + column + " IS NULL THEN 'n' ELSE " + type + " || length(" + text + ") || ':' || " + text +
           " END";
}

std::string row_text(db::Backend backend, std::vector<std::string> const& columns) {
    std::string out;
    for (auto const& column : columns) out += (out.empty() ? "" : " || ") + column_text(backend, column);
    return out;
}

// The place behind `characters` characters of UTF-8.
std::size_t skip(std::string const& text, std::size_t from, std::size_t characters) {
    for (; from < text.size(); ++from) {
        bool const starts = (static_cast<unsigned char>(text[from]) & 0xC0U) != 0x80U;
        if (starts && characters-- == 0) break;
    }
    return from;
}

}  // namespace

void each_row(db::Session& session, Table const& table, std::function<void(RowText&&)> const& visit) {
    auto const backend = session.backend();
    auto const collate = backend == db::Backend::sqlite ? "" : " COLLATE \"C\"";
    session.each<std::string, std::string>(  // lint: sql - names of declared tables and columns
        "SELECT k, r FROM (SELECT " + row_text(backend, table.key) + " AS k, " + row_text(backend, table.columns) +
            " AS r FROM " + table.name + ") AS t ORDER BY k" + collate,
        {}, [&](std::string&& key, std::string&& values) { visit({std::move(key), std::move(values)}); });
}

std::vector<std::string> split_row(std::string const& row) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < row.size();) {
        char const type = row[i++];
        if (type == 'n') {
            values.emplace_back("NULL");
            continue;
        }
        std::size_t length = 0;
        for (; i < row.size() && row[i] >= '0' && row[i] <= '9'; ++i)
            length = length * 10 + static_cast<std::size_t>(row[i] - '0');
        if (i >= row.size() || row[i] != ':') return {};
        auto const end = skip(row, i + 1, length);
        auto value = row.substr(i + 1, end - i - 1);
        values.push_back(type == 'i' ? std::move(value) : type == 't' ? '"' + value + '"' : "(other type) " + value);
        i = end;
    }
    return values;
}

std::string row_name(Table const& table, std::string const& key) {
    auto const values = split_row(key);
    if (values.size() != table.key.size()) return key;
    std::string out;
    for (std::size_t i = 0; i < values.size(); ++i) out += (out.empty() ? "" : " ") + table.key[i] + "=" + values[i];
    return out;
}

}  // namespace anping::ledger
