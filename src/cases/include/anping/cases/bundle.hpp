// SPDX-License-Identifier: Apache-2.0
// A case as it is handed over: what goes into the archive that proves itself (ledger/archive.hpp).
#pragma once

#include <string>
#include <vector>

#include <anping/ledger/personal.hpp>

namespace anping::cases {

// Of what the signed head covers; what came later goes into a later archive.
struct Bundle {
    std::vector<std::string> subjects;
    std::vector<std::string> files;         // SM3, as the entries name them
    std::vector<ledger::Opening> openings;  // names of the file, of those not erased
    std::string index;                      // to be read by people
};

}  // namespace anping::cases
