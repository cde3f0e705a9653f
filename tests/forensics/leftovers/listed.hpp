// SPDX-License-Identifier: Apache-2.0
// Reports after outlines of honest ones, held against the rulebook's lists: how often they are accused wrongly, and how
// often one with a fault is found.
#pragma once

#include <cstdint>
#include <string>

namespace planted {

struct ListedOptions {
    std::string rulebook;                                // the shelf: "rulebooks"
    std::string outlines = "tests/forensics/leftovers";  // where the outlines and words are
    std::size_t reports = 4;                             // of each outline, way and fault
    std::uint64_t seed = 7;
};

// Prints tables; what was accused wrongly and what was missed goes to the second output.
void measure_lists(ListedOptions const& options);

}  // namespace planted
