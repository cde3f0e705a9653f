// SPDX-License-Identifier: Apache-2.0
// The laws as reports quote them: some often, most seldom, now and then wrongly or by an edition no longer in force.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chain.hpp"
#include "sources.hpp"

namespace corpus {

struct Edition {
    Law current;
    std::optional<Law> former;
};

struct Quote {
    Text text;
    bool misquoted = false;
    std::string detail;  // edition, title and article
};

class Library {
public:
    Library(std::vector<Law> laws, Chain const& chain, std::uint64_t seed);

    Quote quote(Rng& rng, Chain const& chain) const;
    std::vector<Edition> const& editions() const { return editions_; }

private:
    std::vector<Edition> editions_;  // the most quoted first
    std::vector<double> shares_;     // cumulative, by Zipf's law
};

}  // namespace corpus
