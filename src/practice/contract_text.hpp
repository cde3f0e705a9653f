// SPDX-License-Identifier: Apache-2.0
// What the text of a contract says of a permit as its condition (XJ-10): a pointer for a person to look, never a
// finding.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <anping/practice/events.hpp>

namespace anping::practice {

inline constexpr char const* kContractScan = "contract_scan";  // of the catalogue "evidence_kinds"

// The names of the catalogue's items that stand in the text, in the catalogue's order; blanks and line breaks between
// characters do not count.
std::vector<std::string> phrases_found(std::string_view text, json::object const& catalogue);

// The facts a contract's reading leaves; nothing when it was not read.
Noted noted_of_phrases(Exhibit const& exhibit);

}  // namespace anping::practice
