// SPDX-License-Identifier: Apache-2.0
// The rows of several values in one statement. Few values are asked for one after the other, which SQLite does without
// a table of its own; more as a list, the last value repeated up to a power of two: few statements are prepared.
#pragma once

#include <algorithm>
#include <bit>
#include <string>
#include <string_view>
#include <vector>

#include <anping/db/value.hpp>

namespace anping::db {

// `select` ends in "WHERE column"; the values, distinct and at least one, are bound as name0, name1 and so on.
inline std::string where_any(std::string_view select, std::string_view name, std::vector<std::string> const& values,
                             Params& params) {
    constexpr std::size_t kFew = 8;
    bool const few = values.size() <= kFew;
    std::string out;
    std::size_t const places = few ? values.size() : std::bit_ceil(values.size());
    out.reserve(few ? places * (select.size() + name.size() + 20) : select.size() + places * (name.size() + 8));
    params.reserve(params.size() + places);
    for (std::size_t i = 0; i < places; ++i) {
        if (few || i == 0) out.append(i == 0 ? "" : " UNION ALL ").append(select).append(few ? " = :" : " IN (:");
        else out += ", :";
        out.append(name).append(std::to_string(i));
        params.emplace_back(values[std::min(i, values.size() - 1)]);
    }
    return few ? out : out + ")";
}

}  // namespace anping::db
