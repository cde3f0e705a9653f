// SPDX-License-Identifier: Apache-2.0
// What a search found, held against what had been copied.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include <anping/forensics/search.hpp>

#include "sets.hpp"

namespace anping::judge {

// A copied passage counts as found when passages from its source cover half of it; a found one as right when half of it
// had been copied.
class Score {
public:
    void add(Set const& set, std::uint32_t query, text::Folded const& folded, forensics::Segment const& segment,
             std::vector<forensics::Found> const& found);
    void print() const;

private:
    struct Told {  // by a search, in code points of the query
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        std::uint32_t source = 0;
        double score = 0;
    };
    struct Count {
        int all = 0;
        int found = 0;
    };
    struct Tier {
        double least = 0;
        std::map<std::string, Count> levels = {};
        Count brief = {};                       // of fewer than 300 characters
        int right = 0;                          // passages, from the source that was copied
        int other = 0;                          // that was copied, from another
        std::map<std::string, int> wrong = {};  // by what it is in truth
    };
    void add_plants(Tier& tier, std::vector<Plant> const& plants, std::vector<Told> const& told);
    void add_told(Tier& tier, Set const& set, std::vector<Plant> const& plants, std::vector<Zone> const& zones,
                  std::vector<Told> const& told);

    std::array<Tier, 3> tiers_{Tier{.least = text::kLead}, Tier{.least = text::kSuspected},
                               Tier{.least = text::kEstablished}};
};

}  // namespace anping::judge
