// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace anping::db {

// The `:name`s of a statement. SQLite counts a repeated name once, PostgreSQL (by way of SOCI) every time.
struct Placeholders {
    std::size_t names = 0;               // distinct ones
    std::vector<std::size_t> occurring;  // for each occurrence, which name
};
Placeholders find_placeholders(std::string_view sql);

}  // namespace anping::db
