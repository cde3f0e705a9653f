// SPDX-License-Identifier: Apache-2.0
// What people write into cells.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <anping/base/result.hpp>
#include <anping/field/date.hpp>
#include <anping/vault/table.hpp>

namespace anping::documents {

// Without blanks around, full-width and unbreakable ones among them.
std::string trimmed(std::string_view text);
// Full-width letters, digits, hyphens, slashes and stops as their narrow forms.
std::string narrow(std::string_view text);
// A number as it would have been typed. Error with what is wrong: of more than 15 digits Excel keeps only so many.
Result<std::string> typed(vault::Table::Cell const& cell);
// A serial number, "2026-03-01", "2026/3/1", "2026.3.1", "20260301", "2026年3月1日", with a time of midnight or
// without.
std::optional<field::Date> day_of(vault::Table::Cell const& cell, bool from_1904);

}  // namespace anping::documents
