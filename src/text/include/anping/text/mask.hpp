// SPDX-License-Identifier: Apache-2.0
// What of a report is compared with nothing: it is lawful that others have it too.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <anping/text/fold.hpp>

namespace anping::text {

enum class Mask : std::uint8_t {
    none,
    own_name,      // of the enterprise or institution the report says it is about or by
    table,         // figures and tags, compared row by row elsewhere
    law,           // laws and standards, quoted
    own_template,  // what the institution has disclosed as its template
    common,        // passages a reviewer found lawful for all
};

// One for each character of a folded text.
using Masks = std::vector<std::uint8_t>;

// Marks every place of one of `names` (folded; shorter than four characters: none) that has no mark.
void mark_names(std::u16string_view folded, std::span<std::u16string const> names, Masks& masks);
// Marks the lines of `utf8`, which `folded` is of, with three tabs and more, as tables are extracted; and where half of
// 24 characters are no hanzi.
void mark_tables(std::string_view utf8, Folded const& folded, Masks& masks);
}  // namespace anping::text
