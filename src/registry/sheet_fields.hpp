// SPDX-License-Identifier: Apache-2.0
// The columns of the tables that are taken in, in the words the pages use.
#pragma once

#include <string>
#include <vector>

#include <anping/documents/intake.hpp>
#include <anping/field/region.hpp>
#include <anping/registry/sheets.hpp>
#include <anping/registry/views.hpp>

namespace anping::registry {

using Choices = std::vector<std::pair<std::string, std::string>>;  // as written, as sent

// Stands in the rows of people for whoever the row is about, until there is one.
inline constexpr char const* kWhoeverItIs = "R-0";

std::vector<documents::Field> person_fields(Choices branches);
std::vector<documents::Field> instrument_fields(Choices branches);
std::vector<documents::Field> enterprise_fields(field::Regions const& regions, Choices industries);
std::vector<documents::Field> expert_fields();

char const* title_of(SheetKind kind);
std::vector<std::string> notes_of(SheetKind kind);

}  // namespace anping::registry
