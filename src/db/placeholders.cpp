// SPDX-License-Identifier: Apache-2.0
#include "placeholders.hpp"

#include <algorithm>

namespace anping::db {

namespace {

bool in_name(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Where the quoted text that begins at `at` ends (a doubled quote is read as two texts, which comes to the same).
std::size_t after_quotes(std::string_view sql, std::size_t at) {
    auto const closing = sql.find(sql[at], at + 1);
    return closing == std::string_view::npos ? sql.size() : closing + 1;
}

}  // namespace

Placeholders find_placeholders(std::string_view sql) {
    Placeholders found;
    std::vector<std::string_view> names;
    for (std::size_t at = 0; at < sql.size();) {
        if (sql[at] == '\'' || sql[at] == '"') {
            at = after_quotes(sql, at);
        } else if (sql.substr(at, 2) == "::") {
            at += 2;
        } else if (sql[at] == ':' && at + 1 < sql.size() && in_name(sql[at + 1])) {
            auto end = at + 1;
            while (end < sql.size() && in_name(sql[end])) ++end;
            auto const name = sql.substr(at + 1, end - at - 1);
            auto const known = std::find(names.begin(), names.end(), name);
            found.occurring.push_back(static_cast<std::size_t>(known - names.begin()));
            if (known == names.end()) names.push_back(name);
            at = end;
        } else {
            ++at;
        }
    }
    found.names = names.size();
    return found;
}

}  // namespace anping::db
