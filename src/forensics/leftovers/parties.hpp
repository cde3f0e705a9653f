// SPDX-License-Identifier: Apache-2.0
// Names of enterprises and institutions by their form, and whether a report says why it names one.
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

#include "leftovers/letters.hpp"

namespace anping::forensics {

// "…有限公司", "…县…化工厂": where they stand, ascending. Kinds of company ("有限责任公司") are no names.
std::vector<Place> party_names(Report const& report);
// Neighbours, suppliers, designers, builders, testers; former accidents and other cases; names in a title of a law.
bool is_declared_at(Report const& report, Place name);
// In a section on former accidents, or on works compared with.
bool is_of_case(Report const& report, std::uint32_t at);
// One is the other with something before or after it.
bool same_party(View bare_a, View bare_b) noexcept;
// The first of `names` it is; empty for another's.
bool is_one_of(View bare_name, std::vector<std::u32string> const& bare_names) noexcept;
std::vector<std::u32string> bare_names(std::vector<std::string> const& names);

// Two to four hanzi after a blank, ":" or "为" at `at`, that begin with a surname: a person. Empty place where none is.
Place person_at(Report const& report, std::uint32_t at);

}  // namespace anping::forensics
